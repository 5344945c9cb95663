import type { StandardBody, StandardChangeResponse, StandardChangesResponse } from '@wheelhouse/contracts';
import { Skeleton } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { shortItemId } from '../book/item-words.js';
import { texts } from '../texts.js';
import { changeTexts } from './change.texts.js';

const MOST = 60;
const FIELDS = [
  'en',
  'zh',
  'weight',
  'type',
  'scale',
  'sample',
  'numeric',
  'options',
  'critical',
  'evidence',
  'servqual',
  'mot',
  'department',
  'na_allowed',
  'guidance',
  'good_example',
  'bad_example',
  'name',
  'scoring',
  'dictionaries',
  'visit_record_unscored',
  'visit_rules',
  'order',
] as const;
const fieldOf = (field: string) => {
  const first = field.split('.')[0] ?? '';
  return (FIELDS as readonly string[]).includes(first) ? (first as (typeof FIELDS)[number]) : 'other';
};

/** What differs from the version before, in words. */
export function ChangeList({ versionId, body }: { versionId: string; body: StandardBody }) {
  const t = useT(texts);
  const tc = useT(changeTexts);
  const changes = useApi<StandardChangesResponse>(`/standard-versions/${versionId}/changes`);
  if (changes.error) return <Failed error={changes.error} onRetry={() => void changes.refetch()} />;
  if (!changes.data) return <Skeleton height={80} />;
  const { against, changes: all } = changes.data;
  if (!against) return <p>{t('changesFirst')}</p>;
  if (all.length === 0) return <p>{t('changesNone', { version: against.version })}</p>;
  return (
    <div className="wh-stack" style={{ gap: 8 }}>
      <h3>{t('changesSince', { version: against.version })}</h3>
      <ul className="st-changes">
        {all.slice(0, MOST).map((change) => (
          <OneChange key={`${change.kind}${change.path}${change.field ?? ''}`} change={change} body={body} />
        ))}
      </ul>
      {all.length > MOST && <p className="wh-muted">{tc('change.more', { count: all.length - MOST })}</p>}
    </div>
  );
}

function OneChange({ change, body }: { change: StandardChangeResponse; body: StandardBody }) {
  const tc = useT(changeTexts);
  const f = useFormat();
  const { kind, itemId, sectionId, field, from, to } = change;
  const what = itemId
    ? tc('change.item', { id: shortItemId(body.code, itemId) })
    : sectionId
      ? tc('change.section', { id: sectionId })
      : tc('change.standard');
  const plain = (value: unknown): string | null => {
    if (value === null || value === undefined || value === '') return tc('change.nothing');
    if (typeof value === 'boolean') return value ? '✓' : '✗';
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    if (typeof value === 'object' && 'en' in value && 'zh' in value) return f.text(value as { en: string; zh: string });
    return null;
  };
  const detail = () => {
    if (field === 'order') return tc('change.order');
    if (field === 'section') return tc('change.moved', { to: String(to) });
    if (!field) return plain(to ?? from);
    const [before, after] = [plain(from), plain(to)];
    const name = tc(`fields.${fieldOf(field)}`);
    if (before === null || after === null) return name;
    return (
      <>
        {name}: {after}{' '}
        <span className="wh-muted">
          ({tc('change.from')} {before})
        </span>
      </>
    );
  };
  return (
    <li>
      <strong>{what}</strong> <span className={kind === 'removed' ? 'wh-bad' : 'wh-muted'}>{tc(`change.${kind}`)}</span>{' '}
      {detail()}
    </li>
  );
}
