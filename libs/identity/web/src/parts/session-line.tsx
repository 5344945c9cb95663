import '../identity.css';
import type { MemberSessionResponse } from '@wheelhouse/contracts';
import { Icon, StatusTag, type IconName } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { accountTexts } from '../account-texts.js';

const ICONS: Record<MemberSessionResponse['kind'], IconName> = {
  phone: 'phone',
  tablet: 'phone',
  computer: 'desktop',
  program: 'settings',
};

/** What a sign-in is called: its browser and system, or that it is a program. */
export function useDevice() {
  const t = useT(accountTexts);
  return ({ browser, system, kind }: MemberSessionResponse): string => {
    const known = browser ?? t('sessions.unknown');
    if (kind === 'program') return t('sessions.program');
    return system ? t('sessions.on', { browser: known, system }) : known;
  };
}

/** A sign-in in a list: its device, from where, since when and when it was used last. */
export function SessionLine({ session, current = false }: { session: MemberSessionResponse; current?: boolean }) {
  const t = useT(accountTexts);
  const f = useFormat();
  const device = useDevice()(session);
  const used = current ? t('sessions.now') : t('sessions.lastUsed', { at: f.dateTime(session.lastUsedAt) });
  const since = t('sessions.since', { at: f.dateTime(session.createdAt) });
  return (
    <>
      <Icon name={ICONS[session.kind]} />
      <div className="id-session__text">
        <div className="wh-row" style={{ gap: 8 }}>
          <b>{device}</b>
          {current && <StatusTag tone="good">{t('sessions.current')}</StatusTag>}
        </div>
        <div className="wh-small wh-muted">{[session.ip, since, used].filter(Boolean).join(' · ')}</div>
      </div>
    </>
  );
}
