import type { AuditResponse } from '@wheelhouse/contracts';
import { csvOf } from '@wheelhouse/kernel';
import { Button } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { shortItemId, useItemWords } from '../shared/words.js';
import { formTexts } from './form.texts.js';
import type { AuditDraft } from './use-audit-draft.js';

/** Saves all answers as a table on this device: what cannot be sent can still be read and passed on. */
export function ExportAnswers({ audit, draft }: { audit: AuditResponse; draft: AuditDraft }) {
  const t = useT(formTexts);
  const f = useFormat();
  const words = useItemWords(audit.form);
  const save = () => {
    const rows = audit.form.sections.flatMap((section) =>
      section.items.map((item) => {
        const answer = draft.answers[item.id];
        return {
          section: f.text(section),
          id: shortItemId(audit.form.code, item.id),
          item: f.text(item),
          answer: answer ? words.answer(item, answer) : '',
          note: answer?.note ?? '',
        };
      }),
    );
    const table = csvOf(
      {
        [t('exportSection')]: (row: (typeof rows)[number]) => row.section,
        [t('exportId')]: (row) => row.id,
        [t('exportItem')]: (row) => row.item,
        [t('exportAnswer')]: (row) => row.answer,
        [t('note')]: (row) => row.note,
      },
      rows,
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([table], { type: 'text/csv' }));
    link.download = `${audit.outlet.code}-${draft.visitDate || audit.visitDate}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <Button icon="download" onClick={save}>
      {t('exportAnswers')}
    </Button>
  );
}
