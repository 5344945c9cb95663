import type { OrgUnitResponse, OutletResponse, PlacementResponse } from '@wheelhouse/contracts';
import { Facts, Section } from '@wheelhouse/ui';
import { useApi, useFormat, useT } from '@wheelhouse/web-core';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { outletTexts } from '../outlet.texts.js';
import { texts } from '../texts.js';
import { pathTo } from './tree-rows.js';
import { useKinds } from './use-kinds.js';

/** The units above the outlet, as far as the reader sees the tree, each a link to its outlets. */
export function OutletPath({ outlet }: { outlet: OutletResponse }) {
  const f = useFormat();
  const units = useApi<OrgUnitResponse[]>('/org-units');
  const path = pathTo(units.data ?? [], outlet.orgUnitId);
  if (path.length === 0) return f.text(outlet.orgUnitName);
  return path.map((unit, i) => (
    <Fragment key={unit.id}>
      {i > 0 && ' › '}
      <Link to={`/network?unit=${unit.id}`}>{f.text(unit.name)}</Link>
    </Fragment>
  ));
}

/** What the outlet says of itself. */
export function OutletFacts({ outlet }: { outlet: OutletResponse }) {
  const t = useT(texts);
  const tl = useT(outletTexts);
  const f = useFormat();
  const { nameOf } = useKinds();
  const facts = [
    { label: t('outlet.kind'), value: nameOf(outlet.kind) },
    { label: tl('path'), value: <OutletPath outlet={outlet} /> },
    { label: t('outlet.peerGroup'), value: f.text(outlet.peerGroupName) || '—' },
    { label: t('outlet.tier'), value: outlet.cityTier ? t(`tiers.${outlet.cityTier}`) : '—' },
    { label: t('outlet.openedOn'), value: f.date(outlet.openedOn) },
    ...(outlet.closedOn ? [{ label: t('outlet.closedOn'), value: f.date(outlet.closedOn) }] : []),
    { label: t('outlet.timeZone'), value: outlet.timeZone },
  ];
  if (outlet.latitude !== null && outlet.longitude !== null) {
    const at = `${outlet.latitude},${outlet.longitude}`;
    facts.push({
      label: tl('map'),
      value: (
        <a href={`geo:${at}?q=${at}`} title={tl('mapOpen')}>
          {f.number(outlet.latitude, 4)}, {f.number(outlet.longitude, 4)}
        </a>
      ),
    });
  }
  for (const [label, value] of Object.entries(outlet.attributes)) facts.push({ label, value: String(value) });
  return (
    <Section title={t('outlet.facts')}>
      <Facts facts={facts} />
    </Section>
  );
}

/** Where it hung, newest first. */
export function OutletPlacements({ outletId }: { outletId: string }) {
  const t = useT(texts);
  const f = useFormat();
  const history = useApi<PlacementResponse[]>(`/outlets/${outletId}/placements`);
  return (
    <Section title={t('outlet.history')} lead={t('outlet.historyLead')}>
      <ol className="org-history">
        {[...(history.data ?? [])]
          .sort((a, b) => b.from.localeCompare(a.from))
          .map((stay) => (
            <li key={stay.from}>
              <div>{f.text(stay.orgUnitName)}</div>
              <div className="wh-small wh-muted">
                {stay.until
                  ? t('outlet.fromTo', { from: f.date(stay.from), until: f.date(stay.until) })
                  : t('outlet.since', { from: f.date(stay.from) })}
              </div>
            </li>
          ))}
      </ol>
    </Section>
  );
}
