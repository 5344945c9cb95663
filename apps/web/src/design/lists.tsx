import { DataTable, Facts, List, ListRow, ScoreText, ScrollArea, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';

/** Rows, facts, tables; with a name of 200 characters each. */
export function Lists() {
  const t = useT(designTexts);
  const f = useFormat();
  const rows = [
    { code: 'HZ-014', name: t('longName'), score: 72.4, audits: 6 },
    { code: 'SZ-002', name: t('kinds.shop'), score: null, audits: 0 },
  ];
  return (
    <Examples>
      <Example name="List, ListRow" wide>
        <div className="wh-grow ds-flush">
          <List label={t('outlet')}>
            <ListRow to="/" icon="shop" title={t('longName')} sub="HZ-014" end={<ScoreText value={72.4} />} />
            <ListRow
              onPress={() => undefined}
              icon="clipboard"
              title={t('kinds.self')}
              sub={t('plan')}
              end={<StatusTag tone="watch">{t('review')}</StatusTag>}
            />
            <ListRow icon="info" title={t('noticeInfo')} />
          </List>
        </div>
      </Example>
      <Example name="DataTable" wide>
        <div className="wh-grow ds-flush">
          <DataTable
            label={t('groups.lists')}
            rows={rows}
            rowKey={(row) => row.code}
            columns={[
              { title: t('outlet'), dataIndex: 'name' },
              { title: t('code'), dataIndex: 'code', className: 'wh-nowrap' },
              { title: t('score'), align: 'right', render: (_, row) => <ScoreText value={row.score} /> },
              { title: t('audits'), align: 'right', render: (_, row) => f.number(row.audits) },
            ]}
            phoneRow={(row) => (
              <ListRow key={row.code} title={row.name} sub={row.code} end={<ScoreText value={row.score} />} />
            )}
            empty={null}
          />
        </div>
      </Example>
      <Example name="ScrollArea, wh-table" wide>
        <ScrollArea label={t('week')} className="wh-grow">
          <table className="wh-table">
            <thead>
              <tr>
                <th scope="col">{t('outlet')}</th>
                {Array.from({ length: 18 }, (_, i) => (
                  <th key={i} scope="col" className="wh-num">
                    {f.weekShort(`2026-W${String(29 + i)}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row" className="wh-nowrap">
                  {t('east')}
                </th>
                {Array.from({ length: 18 }, (_, i) => (
                  <td key={i} className="wh-num">
                    {f.score(80 + ((i * 7) % 11) / 2)}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </ScrollArea>
      </Example>
      <Example name="Facts" wide>
        <Facts
          facts={[
            { label: t('outlet'), value: t('longName') },
            { label: t('code'), value: 'HZ-014' },
            { label: t('kind'), value: t('kinds.supervisor') },
          ]}
        />
      </Example>
    </Examples>
  );
}
