import type { CycleSummary, OutletResponse, Page, StandardSummary } from '@wheelhouse/contracts';
import { useApi, useDebounced, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { Command } from 'cmdk';
import type { ComponentType } from 'react';
import { deskTexts } from './desk.texts.js';
import type { RowProps } from './palette.js';

/** Outlets (searched on the server), standards and cycles that go by what is typed, as far as one may see them. */
export function Found({
  typed,
  go,
  Row,
}: {
  typed: string;
  go: (to: string) => () => void;
  Row: ComponentType<RowProps>;
}) {
  const t = useT(deskTexts);
  const f = useFormat();
  const { can, tenant } = useSession();
  const q = useDebounced(typed, 150);
  const looks = tenant !== null && q !== '';
  const on = (allowed: boolean) => ({ enabled: looks && allowed, keep: true });
  const outlets = useApi<Page<OutletResponse>>('/outlets', { q, limit: 6 }, on(can('org.read')));
  const standards = useApi<Page<StandardSummary>>('/standards', { limit: 100 }, on(can('standard.read')));
  const cycles = useApi<Page<CycleSummary>>('/cycles', { limit: 100 }, on(can('cycle.read')));
  if (!looks) return null;
  return (
    <>
      {outlets.isLoading && <Command.Loading>{t('searching')}</Command.Loading>}
      <Command.Group heading={t('outlets')}>
        {outlets.data?.items.map((outlet) => (
          <Row
            key={outlet.id}
            id={`outlet ${outlet.id}`}
            // The server has found it by what was typed, so it is never filtered again.
            words={[typed, outlet.name.en, outlet.name.zh]}
            label={f.text(outlet.name)}
            sub={[outlet.code, f.text(outlet.orgUnitName)].join(' · ')}
            icon="shop"
            onSelect={go(`/outlets/${outlet.id}`)}
          />
        ))}
      </Command.Group>
      <Command.Group heading={t('standards')}>
        {standards.data?.items.map((standard) => {
          const current = standard.versions.find(({ status }) => status === 'published') ?? standard.versions[0];
          return (
            <Row
              key={standard.id}
              id={`standard ${standard.id}`}
              words={[standard.code, standard.name.en, standard.name.zh]}
              label={f.text(standard.name)}
              sub={[standard.code, current?.version].filter(Boolean).join(' · ')}
              icon="book"
              onSelect={go(current ? `/standards/versions/${current.id}` : '/standards')}
            />
          );
        })}
      </Command.Group>
      <Command.Group heading={t('cycles')}>
        {cycles.data?.items.map((cycle) => (
          <Row
            key={cycle.id}
            id={`cycle ${cycle.id}`}
            words={[cycle.name.en, cycle.name.zh]}
            label={f.text(cycle.name)}
            sub={f.text(cycle.scope.name)}
            icon="wheel"
            onSelect={go(`/cycles/${cycle.id}`)}
          />
        ))}
      </Command.Group>
    </>
  );
}
