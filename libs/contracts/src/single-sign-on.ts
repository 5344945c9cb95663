import type { LocalizedText } from '@wheelhouse/kernel';

/** `GET /api/v1/sign-in-provider`: the tenant's own OpenID Connect provider; empty texts while there is none. */
export interface SignInProviderResponse {
  configured: boolean;
  issuer: string;
  clientId: string;
  /** Mail domains whose people it vouches for. */
  mailDomains: string[];
  /** Members sign in there and nowhere else; administrators keep their password, so that nobody is locked out. */
  only: boolean;
  /** What the provider must be told of us. */
  redirectUri: string;
}

/** `PUT /api/v1/sign-in-provider`: the issuer is asked for its configuration before it is kept. */
export interface SignInProviderBody {
  /** https address. */
  issuer: string;
  clientId: string;
  /** Absent: the one that is kept. */
  clientSecret?: string;
  mailDomains: string[];
  only: boolean;
}

/** `POST /api/v1/auth/sso/find` (public): by the organisation's short name, or by an e-mail address. */
export interface FindProviderBody {
  hint: string;
}

export interface FoundProviderResponse {
  slug: string;
  name: LocalizedText;
}

/** `POST /api/v1/auth/sso/start` (public): the address at the provider where the browser goes. */
export interface StartSsoBody {
  slug: string;
  /** Path in this app to go on to. */
  next?: string;
}

export interface StartSsoResponse {
  url: string;
}
