import type { Locale, LocalizedText } from '@wheelhouse/kernel';
import type { GrantBody, GrantResponse } from './identity.js';

/** Days that an invitation's link holds. */
export const INVITATION_DAYS = 7;
/** Minutes that a link for a new password holds. */
export const PASSWORD_LINK_MINUTES = 60;

/** `POST /api/v1/invitations`: a mail with a one-time link goes to the person. */
export interface CreateInvitationBody {
  email: string;
  name: string;
  /** The language of the mail, and the one that a new person begins in. */
  locale: Locale;
  grants: GrantBody[];
}

/** `GET /api/v1/invitations`: one that was neither accepted nor withdrawn, newest first. */
export interface InvitationResponse {
  id: string;
  email: string;
  name: string;
  locale: Locale;
  grants: InvitationGrant[];
  status: 'pending' | 'expired';
  /** How it stands with its mail. `kept`: no mail server is set; the link stands in the outbox. */
  mail: 'waiting' | 'sent' | 'kept' | 'failed';
  mailId: string | null;
  invitedBy: string | null;
  sentAt: string;
  expiresAt: string;
}

export type InvitationGrant = Omit<GrantResponse, 'id'>;

/** What creating and sending anew answer: the only time that the link is shown; afterwards only its hash is known. */
export interface InvitationWithLink extends InvitationResponse {
  link: string;
}

/** How many people one request invites. */
export const INVITE_MOST = 100;

/** `POST /api/v1/invitations/many`: several people at once; who cannot be invited is skipped and named. */
export interface InviteManyBody {
  /** 1–100. */
  invitations: CreateInvitationBody[];
}

export interface InviteManyResponse {
  invited: InvitationWithLink[];
  skipped: { email: string; reason: InvitationSkipReason }[];
}

/** A member, one who was deactivated, or invited already (perhaps a moment before, by the same request). */
export type InvitationSkipReason = 'member' | 'inactive_member' | 'pending';

/** `POST /api/v1/invitations/look` (public): what the link invites to. */
export interface LookAtInvitationBody {
  token: string;
}

export interface InvitationView {
  tenant: { name: LocalizedText; accent: string };
  invitedBy: string | null;
  email: string;
  name: string;
  locale: Locale;
  grants: InvitationGrant[];
  expiresAt: string;
  /** Whether this e-mail has an account: then its password is asked for instead of a new one. */
  hasAccount: boolean;
}

/** `POST /api/v1/invitations/accept` (public): answers as a sign-in does. */
export interface AcceptInvitationBody {
  token: string;
  /** Of a new person; ignored for one with an account. */
  name?: string;
  /** The new password, or that of the account. */
  password: string;
  locale?: Locale;
}

/** `POST /api/v1/invitations/join` (signed in): takes it as whom one is signed in as. */
export interface JoinInvitationBody {
  token: string;
}

/** `POST /api/v1/auth/password-resets` (public): always answered alike. */
export interface RequestPasswordResetBody {
  email: string;
}

/** `POST /api/v1/auth/password-resets/look` (public). */
export interface LookAtPasswordResetBody {
  token: string;
}

export interface PasswordResetView {
  email: string;
  expiresAt: string;
}

/** `POST /api/v1/auth/password-resets/use` (public): every session of the person ends. */
export interface UsePasswordResetBody {
  token: string;
  newPassword: string;
}

/** `GET /api/v1/auth/sessions`: one of my live sign-ins, the last used first. */
export interface OwnSessionResponse {
  id: string;
  /** The one that asks. */
  current: boolean;
  browser: string | null;
  system: string | null;
  kind: 'phone' | 'tablet' | 'computer' | 'program';
  ip: string | null;
  createdAt: string;
  /** Exact to five minutes. */
  lastUsedAt: string;
  expiresAt: string;
}
