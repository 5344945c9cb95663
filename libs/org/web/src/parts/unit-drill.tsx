import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { Icon, List, ListRow } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { networkTexts } from '../network.texts.js';
import { pathTo } from './tree-rows.js';

/** The tree on a phone: one step up, and the units right below. */
export function UnitDrill({
  units,
  unit,
  onSelect,
}: {
  units: OrgUnitResponse[];
  unit: OrgUnitResponse;
  onSelect: (id: string) => void;
}) {
  const t = useT(networkTexts);
  const f = useFormat();
  const above = pathTo(units, unit.id).at(-2);
  const below = units.filter(({ parentId }) => parentId === unit.id);
  if (!above && below.length === 0) return null;
  return (
    <div className="org-drill wh-card">
      {above && (
        <button type="button" className="org-drill__up" onClick={() => onSelect(above.id)}>
          <Icon name="left" size={16} />
          <span>{t('up', { name: f.text(above.name) })}</span>
        </button>
      )}
      {below.length > 0 && (
        <List label={t('below', { name: f.text(unit.name) })}>
          {below.map((child) => (
            <ListRow
              key={child.id}
              title={f.text(child.name)}
              end={<span className="wh-muted">{f.number(child.outlets)}</span>}
              onPress={() => onSelect(child.id)}
            />
          ))}
        </List>
      )}
    </div>
  );
}
