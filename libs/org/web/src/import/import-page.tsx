import type { OutletImportResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Icon, List, ListRow, Page, PageHeader, Section, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApiPages, useFormat, useT } from '@wheelhouse/web-core';
import { FileDrop } from './file-drop.js';
import { EXPORTS, TEMPLATES } from './files.js';
import './import.css';
import { ImportStatusTag } from './import-status.js';
import { importTexts } from './texts.js';

/** A file is chosen here; below, what became of earlier ones. */
export function ImportPage() {
  const t = useT(importTexts);
  return (
    <Page narrow>
      <PageHeader title={t('title')} lead={t('lead')} back={{ to: '/network', label: t('network') }} />
      <Section title={t('step')} lead={t('stepLead')}>
        <FileDrop />
      </Section>
      <Section title={t('prepare')} lead={t('prepareLead')}>
        <div className="imp-links">
          <FileLink href={TEMPLATES.xlsx}>{t('templateXlsx')}</FileLink>
          <FileLink href={TEMPLATES.csv}>{t('templateCsv')}</FileLink>
          <FileLink href={EXPORTS.xlsx}>{t('exportXlsx')}</FileLink>
          <FileLink href={EXPORTS.csv}>{t('exportCsv')}</FileLink>
        </div>
      </Section>
      <Section title={t('earlier')} flush>
        <EarlierImports />
      </Section>
    </Page>
  );
}

/** A file that the browser saves under the name that the server gives it. */
export function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="wh-button wh-button--secondary" href={href} download>
      <Icon name="download" size={18} />
      {children}
    </a>
  );
}

function EarlierImports() {
  const t = useT(importTexts);
  const f = useFormat();
  const list = useApiPages<OutletImportResponse>('/outlet-imports');
  if (!list.rows) {
    return list.error ? <Failed error={list.error} onRetry={() => void list.refetch()} /> : <SkeletonRows rows={3} />;
  }
  if (list.rows.length === 0) return <EmptyState icon="upload" title={t('none')} text={t('noneText')} />;
  return (
    <>
      <List label={t('earlier')}>
        {list.rows.map((one) => (
          <ListRow
            key={one.id}
            to={`/network/import/${one.id}`}
            title={<span className="imp-name">{one.fileName}</span>}
            sub={`${t('by', { name: one.createdBy, at: f.dateTime(one.createdAt) })} · ${t('rows', { count: one.rows })}`}
            end={<ImportStatusTag status={one.status} />}
          />
        ))}
      </List>
      {list.hasNextPage && (
        <div className="imp-more">
          <Button busy={list.isFetchingNextPage} onClick={list.more}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
