import type { StandardBody } from '@wheelhouse/contracts';
import { findItem } from '@wheelhouse/standards-domain';
import { Button, Notice } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { shortItemId, useItemWords } from '../shared/words.js';
import { formTexts } from './form.texts.js';
import type { AuditDraft } from './use-audit-draft.js';

/**
 * What another device did to this draft: answers that came from there, and answers that both changed, which a person
 * decides.
 */
export function ElsewhereNotice({
  form,
  draft,
  onJump,
}: {
  form: StandardBody;
  draft: AuditDraft;
  onJump: (step: string, target: string) => void;
}) {
  const t = useT(formTexts);
  const f = useFormat();
  const words = useItemWords(form);
  const sectionOf = (itemId: string) => form.sections.find(({ items }) => items.some(({ id }) => id === itemId))?.id;
  const conflicts = Object.entries(draft.held);
  return (
    <>
      {conflicts.map(([itemId, mine]) => {
        const item = findItem(form, itemId);
        if (!item) return null;
        return (
          <Notice key={itemId} tone="watch">
            <p>
              <strong>{t('conflictTitle', { item: shortItemId(form.code, itemId) })}</strong> {f.text(item)}
            </p>
            <div className="au-conflict">
              <Button onClick={() => draft.decide(itemId, 'mine')}>
                {t('keepMine', { answer: words.answer(item, mine ?? undefined) })}
              </Button>
              <Button onClick={() => draft.decide(itemId, 'theirs')}>
                {t('takeTheirs', { answer: words.answer(item, draft.theirs(itemId) ?? undefined) })}
              </Button>
            </div>
          </Notice>
        );
      })}
      {draft.news.length > 0 && (
        <Notice>
          <p>{t('news', { count: draft.news.length })}</p>
          <div className="wh-row au-notice__actions">
            {draft.news.slice(0, 12).map((itemId) => (
              <Button key={itemId} variant="quiet" onClick={() => onJump(sectionOf(itemId) ?? '', itemId)}>
                {shortItemId(form.code, itemId)}
              </Button>
            ))}
            <Button onClick={draft.seenNews}>{t('newsSeen')}</Button>
          </div>
        </Notice>
      )}
    </>
  );
}
