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
  /** Whether it sends people back to an address that is this tenant's alone. False only where it was set up before there were such. */
  ownReturn: boolean;
  /** The address of return that is used: what the provider must be told of us. */
  redirectUri: string;
  /** The one that is this tenant's alone. */
  ownRedirectUri: string;
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
  /** Absent: as it is kept; a new one has its own. */
  ownReturn?: boolean;
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
  /** To prove anew who one is: the provider is to ask for the password, though one is signed in there. */
  again?: boolean;
}

export interface StartSsoResponse {
  url: string;
}
