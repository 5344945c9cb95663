import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { Checkbox, PageHeader, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useVersionsBefore } from '../changes/use-version-before.js';
import { texts } from '../texts.js';
import { STATUS_TONE } from './status-tone.js';

/** Name, version and date of a standard, who published it, and the way to what changed. */
export function VersionHead({
  version,
  name,
  actions,
}: {
  version: StandardVersionResponse;
  name: string;
  actions: ReactNode;
}) {
  const t = useT(texts);
  const f = useFormat();
  const before = useVersionsBefore(version)?.[0];
  const when =
    version.status === 'retired'
      ? t('retiredOn', { date: f.date(version.retiredAt) })
      : version.status === 'published'
        ? t('publishedOn', { date: f.date(version.publishedAt) })
        : t('changedOn', { date: f.dateTime(version.updatedAt) });
  const by = version.status === 'draft' ? null : version.publishedBy;
  return (
    <PageHeader
      back={{ to: '/standards', label: t('back') }}
      title={name}
      tag={<StatusTag tone={STATUS_TONE[version.status]}>{t(`status.${version.status}`)}</StatusTag>}
      lead={
        <>
          {version.body.code} · {t('version', { version: version.version })} · {when}
          {by && ` · ${t('by', { name: by.name })}`}
          {before && (
            <>
              {' · '}
              <Link to={`/standards/versions/${version.id}/changes`}>
                {t('changesSinceLink', { version: before.version })}
              </Link>
            </>
          )}
        </>
      }
      actions={actions}
    />
  );
}

/** Whether the other language stands beside. */
export function OtherLanguage({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const t = useT(texts);
  return <Checkbox label={t('otherLanguage')} checked={on} onChange={(event) => onChange(event.target.checked)} />;
}
