import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Who signs in at the provider next, and what it says of them. */
export interface ProviderPerson {
  sub: string;
  email: string;
  email_verified: boolean;
  name?: string;
}

export interface TestProvider {
  issuer: string;
  person: ProviderPerson;
  /** Another address that it sends people back to. */
  allow(redirectUri: string): void;
  close(): Promise<void>;
}

const signingKey = () => ({
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  ...{ use: 'sig', kid: 'of tests', alg: 'RS256' },
});

export const CLIENT = { clientId: 'wheelhouse', clientSecret: 'a secret that only both know' };

/** A real OpenID Connect provider on loopback that signs `person` in without asking. */
export async function aProvider(redirectUri: string): Promise<TestProvider> {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const allowed = new Set([redirectUri]);
  const made: TestProvider = {
    issuer,
    person: { sub: 'nobody', email: '', email_verified: false },
    allow: (uri) => void allowed.add(uri),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['of tests'] },
    jwks: { keys: [signingKey()] },
    interactions: { url: () => '/interaction' },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => ({ ...made.person, sub }) }),
    ttl: { Interaction: 60, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  });
  provider.Client.prototype.redirectUriAllowed = (uri: string) => allowed.has(uri);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    if (request.url !== '/interaction') return void answer(request, response);
    void (async () => {
      const { prompt, params, grantId } = await provider.interactionDetails(request, response);
      const { sub } = made.person;
      if (prompt.name === 'login') {
        await provider.interactionFinished(request, response, { login: { accountId: sub } });
        return;
      }
      const grant = grantId
        ? await provider.Grant.find(grantId)
        : new provider.Grant({ accountId: sub, clientId: String(params.client_id) });
      grant?.addOIDCScope('openid email profile');
      await provider.interactionFinished(request, response, { consent: { grantId: await grant?.save() } });
    })();
  });
  return made;
}

/** Goes through the provider's pages as a browser does; answers the address of ours that it leads back to. */
export async function throughProvider(url: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = url;
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) jar.set(name, value ?? '');
    }
    const next = response.headers.get('location');
    if (!next) throw new Error(`${at} → ${response.status} ${await response.text()}`);
    const to = new URL(next, at);
    if (to.pathname.startsWith('/api/v1/auth/sso/callback')) return to;
    at = to.href;
  }
  throw new Error('the provider leads in circles');
}
