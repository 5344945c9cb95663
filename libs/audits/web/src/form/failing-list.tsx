import type { AuditResponse } from '@wheelhouse/contracts';
import { findingsOf, itemCredit } from '@wheelhouse/scoring-domain';
import { findItem } from '@wheelhouse/standards-domain';
import { List, ListRow, StatusTag } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { shortItemId, useItemWords } from '../shared/words.js';
import { texts } from '../texts.js';
import { formTexts } from './form.texts.js';
import type { AuditDraft } from './use-audit-draft.js';

/** What will become a finding, crossed red lines first; each one press away. */
export function FailingList({
  audit,
  draft,
  onJump,
}: {
  audit: AuditResponse;
  draft: AuditDraft;
  onJump: (step: string, target: string) => void;
}) {
  const t = useT(formTexts);
  const tc = useT(texts);
  const f = useFormat();
  const { form } = audit;
  const words = useItemWords(form);
  const failing = findingsOf(form, draft.answers)
    .flatMap((finding) => {
      const item = findItem(form, finding.itemId);
      const answer = draft.answers[finding.itemId];
      return item && itemCredit(item, answer).state === 'scored' ? [{ ...finding, item, answer }] : [];
    })
    .toSorted((a, b) => Number(b.triggered) - Number(a.triggered));
  if (failing.length === 0) return null;
  return (
    <section className="au-missing" aria-labelledby="au-failing-title">
      <header className="au-missing__head">
        <h2 id="au-failing-title">
          {t('failing')} <StatusTag>{failing.length}</StatusTag>
        </h2>
        <p className="wh-muted wh-small">{t('failingLead')}</p>
      </header>
      <List label={t('failing')}>
        {failing.map(({ item, answer, sectionId, triggered }) => (
          <ListRow
            key={item.id}
            lead={<span className="au-item__id">{shortItemId(form.code, item.id)}</span>}
            title={f.text(item)}
            sub={[words.answer(item, answer), answer?.note].filter(Boolean).join(' · ')}
            end={
              triggered && (
                <StatusTag tone="bad" icon="flag">
                  {tc('redLine')}
                </StatusTag>
              )
            }
            onPress={() => onJump(sectionId, item.id)}
          />
        ))}
      </List>
    </section>
  );
}
