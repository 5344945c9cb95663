import type { SessionResponse } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';

/** Whose password is asked for: seen by the person, and by a password manager, which looks for a name beside it. */
export function SessionPerson({ session: { person } }: { session: SessionResponse }) {
  return (
    <>
      <p className="wh-row">
        <Icon name="person" />
        <span>
          {person.name}
          <span className="wh-muted"> · {person.email}</span>
        </span>
      </p>
      <input type="email" autoComplete="username" value={person.email} readOnly hidden />
    </>
  );
}
