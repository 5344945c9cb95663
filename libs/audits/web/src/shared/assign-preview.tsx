import { useQuery } from '@tanstack/react-query';
import type { AssignManyBody, AssignManyResponse } from '@wheelhouse/contracts';
import { Notice } from '@wheelhouse/ui';
import { api, useDebounced, useExplain, useFormat, useLocale, useT } from '@wheelhouse/web-core';
import { manyTexts } from '../assignments-many.texts.js';

const SKIPS_SHOWN = 5;

/** What the server would do with this body, asked again as it changes; null asks nothing. */
export function useAssignPreview(body: AssignManyBody | null) {
  const locale = useLocale();
  const asked = useDebounced(body ? JSON.stringify(body) : '', 250);
  return useQuery({
    queryKey: ['/assignments', 'preview', asked, locale],
    queryFn: ({ signal }) =>
      api.post<AssignManyResponse>(
        '/assignments/many',
        { ...(JSON.parse(asked) as AssignManyBody), dryRun: true },
        { signal },
      ),
    enabled: asked !== '',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** How many outlets get the assignment, and which do not and why. */
export function AssignPreview({ preview }: { preview: ReturnType<typeof useAssignPreview> }) {
  const t = useT(manyTexts);
  const f = useFormat();
  const explain = useExplain();
  if (preview.error) return <Notice tone="bad">{explain(preview.error).text}</Notice>;
  if (!preview.data) return preview.isFetching ? <p className="wh-muted">{t('looking')}</p> : null;
  const { assigned, skipped } = preview.data;
  return (
    <Notice tone={assigned === 0 ? 'bad' : skipped.length > 0 ? 'watch' : 'good'}>
      <span role="status">{assigned === 0 ? t('willNone') : t('willAssign', { count: assigned })}</span>
      {assigned === 0 && skipped.length === 0 && ` ${t('noneThere')}`}
      {skipped.length > 0 && (
        <>
          {' '}
          {t('willSkip', { count: skipped.length })}
          <ul className="au-skips">
            {skipped.slice(0, SKIPS_SHOWN).map(({ outlet, reason }) => (
              <li key={outlet.id}>
                {t('skipped', { name: `${f.text(outlet.name)} ${outlet.code}`, why: t(`why.${reason}`) })}
              </li>
            ))}
            {skipped.length > SKIPS_SHOWN && <li>{t('andMore', { count: skipped.length - SKIPS_SHOWN })}</li>}
          </ul>
        </>
      )}
    </Notice>
  );
}
