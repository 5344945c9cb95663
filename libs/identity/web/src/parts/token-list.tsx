import '../identity.css';
import type { AccessTokenResponse } from '@wheelhouse/contracts';
import { ConfirmButton, StatusTag } from '@wheelhouse/ui';
import { api, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { tokensTexts } from '../tokens-texts.js';

/** Tokens, each to be revoked; `path` is where they are removed. */
export function TokenList({
  tokens,
  path,
  changes,
  owners,
}: {
  tokens: AccessTokenResponse[];
  path: string;
  changes: string[];
  /** Whether each says whose it is. */
  owners?: boolean;
}) {
  return (
    <ul className="id-sessions">
      {tokens.map((token) => (
        <Token key={token.id} token={token} path={path} changes={changes} owners={owners} />
      ))}
    </ul>
  );
}

function Token({
  token,
  path,
  changes,
  owners,
}: {
  token: AccessTokenResponse;
  path: string;
  changes: string[];
  owners: boolean | undefined;
}) {
  const t = useT(tokensTexts);
  const f = useFormat();
  const { id, name, kind, hint, owner, permissions, expiresAt, lastUsedAt, lastUsedIp } = token;
  const revoke = useSave(() => api.delete(`${path}/${id}`), { changes, done: t('revoked', { name }) });
  const isOver = new Date(expiresAt) <= new Date();
  const facts = [
    owners && `${t(kind)} · ${owner.name}`,
    `…${hint}`,
    t('rights', { count: permissions.length }),
    !isOver && t('until', { at: f.dateTime(expiresAt) }),
    lastUsedAt ? t('used', { at: f.dateTime(lastUsedAt), ip: lastUsedIp ?? '—' }) : t('unused'),
  ];
  return (
    <li className="id-session">
      <div className="id-session__text">
        <div className="wh-row" style={{ gap: 8 }}>
          <b>{name}</b>
          {isOver && <StatusTag tone="watch">{t('over')}</StatusTag>}
        </div>
        <div className="wh-small wh-muted" title={permissions.map((each) => t(`permissions.${each}`)).join(' · ')}>
          {facts.filter(Boolean).join(' · ')}
        </div>
      </div>
      <ConfirmButton
        variant="quiet"
        aria-label={t('revokeLabel', { name })}
        question={t('question', { name })}
        detail={t('detail')}
        confirm={t('revoke')}
        onConfirm={() => revoke.mutateAsync(undefined)}
      >
        {t('revoke')}
      </ConfirmButton>
    </li>
  );
}
