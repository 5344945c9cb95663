import type { PlanResponse } from '@wheelhouse/contracts';
import { Definition, Figure, Figures } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { texts } from '../texts.js';

const MB = 1_000_000;
const TONE = { ofLimit: undefined, nearLimit: 'watch', atLimit: 'bad' } as const;

const nearness = (value: number, limit: number) =>
  value >= limit ? 'atLimit' : value >= 0.9 * limit ? 'nearLimit' : 'ofLimit';

/** What a tenant uses, beside what its plan covers; amber from nine tenths on, red at the limit, in words too. */
export function PlanUsage({ limits, usage }: Pick<PlanResponse, 'limits' | 'usage'>) {
  const t = useT(texts);
  const f = useFormat();
  const storage = usage.storageBytes === null ? null : usage.storageBytes / MB;
  const rows = [
    { key: 'outlets', value: usage.outlets, limit: limits.outlets },
    { key: 'storage', value: storage === null ? null : Math.round(storage * 10) / 10, limit: limits.storageMb },
    { key: 'requests', value: usage.peakRequestsPerMinute, limit: limits.requestsPerMinute },
  ] as const;
  return (
    <Figures>
      {rows.map(({ key, value, limit }) => (
        <Figure
          key={key}
          label={t(key)}
          value={f.number(value)}
          note={
            value === null
              ? t('notMeasured')
              : limit === null
                ? t('noLimit')
                : t(nearness(value, limit), { limit: f.number(limit) })
          }
          tone={limit === null || value === null ? undefined : TONE[nearness(value, limit)]}
          definition={<Definition what={t(`${key}What`)} />}
        />
      ))}
    </Figures>
  );
}
