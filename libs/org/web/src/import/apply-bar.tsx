import type { ApplyImportBody, ImportCounts, OutletImportResponse } from '@wheelhouse/contracts';
import { Button, ButtonLink, ConfirmButton, Notice } from '@wheelhouse/ui';
import { api, FormProblem, useFormat, useSave, useT } from '@wheelhouse/web-core';
import { CancelImport } from './import-progress.js';
import { importTexts } from './texts.js';

/** What is done with a checked file: import it, with or without its wrong rows, or not. In the thumb's reach. */
export function ApplyBar({ one, counts }: { one: OutletImportResponse; counts: ImportCounts }) {
  const t = useT(importTexts);
  const f = useFormat();
  const apply = useSave((body: ApplyImportBody) => api.post(`/outlet-imports/${one.id}/apply`, body), {
    changes: ['/outlet-imports'],
    done: null,
    quiet: true,
  });
  const writes = counts.new + counts.changed;
  const counted = (count: number) => ({ count, n: f.number(count) });
  const isStale = apply.problem?.code === 'IMPORT.STALE';
  return (
    <>
      {isStale ? (
        <Notice tone="bad">
          <p>{apply.problem?.message}</p>
          <ul>
            {apply.problem?.fields.map(({ field, message }) => (
              <li key={field}>{message}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <FormProblem problem={apply.problem} />
      )}
      {writes === 0 && <Notice>{t(counts.wrong > 0 ? 'nothingRight' : 'nothingToDo')}</Notice>}
      <div className="imp-bar">
        {writes === 0 || isStale ? (
          <ButtonLink to="/network/import" variant="primary" icon="upload">
            {t('again')}
          </ButtonLink>
        ) : counts.wrong === 0 ? (
          <Button variant="primary" icon="check" busy={apply.isPending} onClick={() => apply.mutate({})}>
            {t('apply', counted(writes))}
          </Button>
        ) : (
          <ConfirmButton
            variant="primary"
            icon="check"
            busy={apply.isPending}
            question={t('skipQuestion', {
              writes: t('writes', counted(writes)),
              wrong: t('wrongRows', counted(counts.wrong)),
            })}
            detail={t('skipDetail')}
            confirm={t('applyWithout')}
            onConfirm={() => apply.mutateAsync({ skipWrong: true })}
          >
            {t('apply', counted(writes))}
          </ConfirmButton>
        )}
        <CancelImport one={one} />
      </div>
    </>
  );
}
