import { Injectable } from '@nestjs/common';
import { DomainError } from '@wheelhouse/kernel';
import { AppConfig } from '@wheelhouse/platform-config';
import { GuardedHttp, OutboundError } from '@wheelhouse/platform-http/outbound';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  type Configuration,
  type CustomFetch,
  customFetch,
  discovery,
  fetchUserInfo,
} from 'openid-client';

export interface OidcClient {
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** Who came back from the provider, as far as it says. */
export interface Claims {
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
  /** When the person signed in there, if it says so. */
  signedInAt: Date | null;
}

/** Speaks OpenID Connect with a tenant's provider, through the guarded client: no private addresses, no redirects. */
@Injectable()
export class OidcProviderClient {
  constructor(
    private readonly http: GuardedHttp,
    private readonly config: AppConfig,
  ) {}

  /** Where a provider sends people back to: an address for each tenant's, and the one that all had before. */
  redirectUri({ tenantId, ownReturn }: { tenantId: string; ownReturn: boolean }): string {
    return `${this.config.publicUrl}/api/v1/auth/sso/callback${ownReturn ? `/${tenantId}` : ''}`;
  }

  /** Asks the issuer for its configuration. @throws SSO.DISCOVERY with what is wrong */
  async discover({ issuer, clientId, clientSecret }: OidcClient): Promise<Configuration> {
    try {
      const found = await discovery(new URL(issuer), clientId, undefined, ClientSecretPost(clientSecret), {
        [customFetch]: this.fetch,
        timeout: 10,
        execute: this.config.WHEELHOUSE_ALLOW_PRIVATE_TARGETS ? [allowInsecureRequests] : [],
      });
      if (!found.serverMetadata().authorization_endpoint || !found.serverMetadata().token_endpoint)
        throw new Error('authorization_endpoint, token_endpoint');
      return found;
    } catch (error) {
      const params = { why: reasonOf(error) };
      throw new DomainError('SSO.DISCOVERY', params, [{ field: 'issuer', code: 'SSO.DISCOVERY', params }]);
    }
  }

  /** Where the browser goes to sign in; `again`: the person is to give the password there anew. */
  async authorizationUrl(
    configuration: Configuration,
    redirectUri: string,
    { state, nonce, codeVerifier, again }: { state: string; nonce: string; codeVerifier: string; again: boolean },
  ): Promise<string> {
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      ...(again ? { prompt: 'login', max_age: '0' } : {}),
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...{ state, nonce },
    }).href;
  }

  /** Changes the code that came back into who it is; signature, issuer, audience, nonce, state and PKCE are checked. */
  async claims(
    configuration: Configuration,
    back: URL,
    { state, nonce, codeVerifier }: { state: string; nonce: string; codeVerifier: string },
  ): Promise<Claims> {
    const tokens = await authorizationCodeGrant(configuration, back, {
      pkceCodeVerifier: codeVerifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const idToken = tokens.claims();
    if (!idToken) throw new Error('no ID token');
    const more =
      idToken.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await fetchUserInfo(configuration, tokens.access_token, idToken.sub)
        : idToken;
    return {
      subject: idToken.sub,
      email: typeof more.email === 'string' ? more.email : null,
      emailVerified: more.email_verified === true,
      name: typeof more.name === 'string' ? more.name : null,
      signedInAt: idToken.auth_time === undefined ? null : new Date(idToken.auth_time * 1000),
    };
  }

  private readonly fetch: CustomFetch = (url, { method, headers, body, signal }) =>
    this.http.fetch(url, {
      method,
      headers: { ...headers },
      body: typeof body === 'string' || body instanceof URLSearchParams || body instanceof Uint8Array ? body : null,
      signal: signal ?? null,
    });
}

/** In one line what went wrong, for whoever sets the provider up. */
function reasonOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof OutboundError) return `${at.failure}: ${at.message}`;
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
