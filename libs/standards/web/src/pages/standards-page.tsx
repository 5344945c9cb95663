import type { StandardSummary, StandardVersionStatus } from '@wheelhouse/contracts';
import {
  Button,
  EmptyState,
  List,
  ListRow,
  Page,
  PageHeader,
  SearchInput,
  Section,
  SkeletonRows,
  StatusTag,
} from '@wheelhouse/ui';
import { Failed, useApiPages, useDebounced, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { CreateDialog } from '../actions/create-dialog.js';
import { ImportDialog } from '../actions/import-dialog.js';
import { texts } from '../texts.js';
import { STATUS_TONE } from './status-tone.js';
import '../standards.css';

/** Every standard with its versions, newest first. */
export function StandardsPage() {
  const t = useT(texts);
  const { can } = useSession();
  const edits = can('standard.edit');
  const [typed, type] = useState('');
  const q = useDebounced(typed.trim());
  const list = useApiPages<StandardSummary>('/standards', { q });
  const [dialog, show] = useState<'create' | 'import' | null>(null);
  const buttons = edits && (
    <>
      <Button variant="primary" icon="plus" onClick={() => show('create')}>
        {t('create')}
      </Button>
      <Button icon="upload" onClick={() => show('import')}>
        {t('import')}
      </Button>
    </>
  );
  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} actions={buttons} />
      {((list.rows?.length ?? 0) > 4 || q !== '' || list.hasNextPage) && (
        <SearchInput label={t('search')} value={typed} onChange={(event) => type(event.target.value)} />
      )}
      {list.error && !list.rows ? (
        <Failed error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.rows ? (
        <Section flush>
          <SkeletonRows rows={4} />
        </Section>
      ) : list.rows.length === 0 ? (
        <EmptyState
          bordered
          icon="book"
          title={t(q ? 'noneFound' : 'empty')}
          text={q ? undefined : t(edits ? 'emptyText' : 'emptyReader')}
          action={q ? undefined : buttons}
        />
      ) : (
        list.rows.map((standard) => <OneStandard key={standard.id} standard={standard} />)
      )}
      {list.hasNextPage && (
        <div>
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            …
          </Button>
        </div>
      )}
      {dialog === 'create' && <CreateDialog onClose={() => show(null)} />}
      {dialog === 'import' && <ImportDialog onClose={() => show(null)} />}
    </Page>
  );
}

function OneStandard({ standard }: { standard: StandardSummary }) {
  const t = useT(texts);
  const f = useFormat();
  const order: StandardVersionStatus[] = ['draft', 'published', 'retired'];
  const versions = standard.versions.toSorted(
    (a, b) => order.indexOf(a.status) - order.indexOf(b.status) || (a.updatedAt < b.updatedAt ? 1 : -1),
  );
  return (
    <Section title={f.text(standard.name)} lead={`${standard.code} · ${t(`kind.${standard.kind}`)}`} flush>
      <List label={f.text(standard.name)}>
        {versions.map((version) => (
          <ListRow
            key={version.id}
            icon={version.status === 'draft' ? 'edit' : 'book'}
            title={t('version', { version: version.version })}
            sub={`${t('items', { count: version.itemCount })} · ${
              version.status === 'retired'
                ? t('retiredOn', { date: f.date(version.retiredAt) })
                : version.status === 'published'
                  ? t('publishedOn', { date: f.date(version.publishedAt) })
                  : t('changedOn', { date: f.dateTime(version.updatedAt) })
            }`}
            end={<StatusTag tone={STATUS_TONE[version.status]}>{t(`status.${version.status}`)}</StatusTag>}
            to={`/standards/versions/${version.id}`}
          />
        ))}
      </List>
    </Section>
  );
}
