import type { OwnSessionResponse } from './invitations.js';

/**
 * How somebody proves anew who they are: as when signing in, with the password, or with that and a code, or at the
 * organisation’s own provider.
 */
export type ProofWay = 'password' | 'password_and_code' | 'provider';

/** `GET /api/v1/auth/proof`: what guards an account is changed only by whoever proved lately who they are. */
export interface ProofResponse {
  way: ProofWay;
  /** Until when the last proof counts; null when it no longer does. */
  until: string | null;
}

/** `POST /api/v1/auth/proof`. */
export interface ProveBody {
  password: string;
  /** Six digits or a recovery code, where there is a second factor. */
  code?: string;
}

/** `GET /api/v1/members/:id/sessions`: one that works in this tenant now, the last used first. */
export type MemberSessionResponse = Omit<OwnSessionResponse, 'current'>;

/** `GET /api/v1/operators`: an operator of the installation, and where they are signed in. */
export interface OperatorResponse {
  id: string;
  name: string;
  email: string;
  sessions: OwnSessionResponse[];
  /** When an operator last ended them, and which. */
  signedOut: { at: string; by: string | null } | null;
}
