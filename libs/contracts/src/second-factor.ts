import type { LoginResponse } from './identity.js';

/** Minutes that the second step of a sign-in may take. */
export const SIGN_IN_STEP_MINUTES = 10;
export const RECOVERY_CODES = 10;

/** What a sign-in answers before there is a session: e-mail and password were right, and a second step is needed. */
export interface SecondStepResponse {
  /** `enrol`: an organisation of the person asks for a second factor, and there is none yet. */
  step: 'second_factor' | 'enrol';
  stepToken: string;
  expiresAt: string;
}

/** Answer of `POST /api/v1/auth/login` and of accepting an invitation: signed in, or half-way. */
export type SignInResponse = LoginResponse | SecondStepResponse;

/** `POST /api/v1/auth/login/second-factor`, and `…/enrol/confirm`. A recovery code may stand for the six digits. */
export interface SecondStepBody {
  stepToken: string;
  code: string;
}

/** `POST /api/v1/auth/login/enrol`. */
export interface EnrolStepBody {
  stepToken: string;
}

/** What an authenticator app is given: by QR code, or typed in. */
export interface EnrolmentResponse {
  /** Base32. */
  secret: string;
  uri: string;
  /** An SVG document. */
  qr: string;
}

export interface RecoveryCodesResponse {
  /** Each works once; told only here. */
  recoveryCodes: string[];
}

export type EnrolledLoginResponse = LoginResponse & RecoveryCodesResponse;

/** `GET /api/v1/auth/second-factor`. */
export interface SecondFactorResponse {
  enabled: boolean;
  since: string | null;
  recoveryCodesLeft: number;
  /** An organisation of mine asks for it: it cannot be switched off. */
  required: boolean;
}

/** `POST /api/v1/auth/second-factor/confirm`. */
export interface ConfirmEnrolmentBody {
  code: string;
}

/** `POST /api/v1/auth/refresh`: a new pair for a program; the old refresh token is spent. */
export interface RefreshBody {
  refreshToken: string;
}

export interface RefreshResponse {
  accessToken: string;
  /** When the access token ends. */
  expiresAt: string;
  refreshToken: string;
}

/** `GET /api/v1/sign-in-rules`. */
export interface SignInRulesResponse {
  requireSecondFactor: boolean;
  /** Active members who have no second factor yet. */
  withoutSecondFactor: number;
}

/** `PUT /api/v1/sign-in-rules`. */
export interface SignInRulesBody {
  requireSecondFactor: boolean;
}
