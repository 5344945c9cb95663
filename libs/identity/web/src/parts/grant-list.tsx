import '../identity.css';
import type { InvitationGrant } from '@wheelhouse/contracts';
import { StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { texts } from '../texts.js';

/** Roles with where they hold, one in a line. */
export function GrantList<Grant extends InvitationGrant>({
  grants,
  action,
}: {
  grants: Grant[];
  action?: (grant: Grant) => ReactNode;
}) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <ul className="id-grants">
      {grants.map((grant) => (
        <li key={`${grant.role} ${grant.scopeKind} ${grant.scopeId ?? ''}`} className="id-grant">
          <StatusTag>{t(`roles.${grant.role}`)}</StatusTag>
          <span className="wh-small wh-muted">
            {grant.scopeName ? f.text(grant.scopeName) : t(`scopes.${grant.scopeKind}`)}
          </span>
          {action?.(grant)}
        </li>
      ))}
    </ul>
  );
}
