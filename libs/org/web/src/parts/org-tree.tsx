import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';

/** The tree as nested lists: a press chooses a unit, the arrow opens it. The way to the chosen unit is always open. */
export function OrgTree({
  units,
  selected,
  onSelect,
}: {
  units: OrgUnitResponse[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const onWay = new Set<string>();
  for (let at = byId.get(selected); at; at = at.parentId ? byId.get(at.parentId) : undefined) onWay.add(at.id);
  const roots = units.filter((unit) => !unit.parentId || !byId.has(unit.parentId));
  const isOpen = (unit: OrgUnitResponse) => toggled[unit.id] ?? (unit.depth === 0 || onWay.has(unit.id));
  return (
    <Branch
      units={roots}
      childrenOf={(id) => units.filter((unit) => unit.parentId === id)}
      isOpen={isOpen}
      onToggle={(unit) => setToggled({ ...toggled, [unit.id]: !isOpen(unit) })}
      selected={selected}
      onSelect={onSelect}
      level={0}
    />
  );
}

interface BranchProps {
  units: OrgUnitResponse[];
  childrenOf: (id: string) => OrgUnitResponse[];
  isOpen: (unit: OrgUnitResponse) => boolean;
  onToggle: (unit: OrgUnitResponse) => void;
  selected: string;
  onSelect: (id: string) => void;
  level: number;
}

function Branch({ units, ...rest }: BranchProps) {
  const t = useT(texts);
  const f = useFormat();
  return (
    <ul>
      {units.map((unit) => {
        const below = rest.childrenOf(unit.id);
        const open = rest.isOpen(unit);
        const name = f.text(unit.name);
        return (
          <li key={unit.id}>
            <div className="org-tree__row" style={{ paddingLeft: rest.level * 14 }}>
              {below.length > 0 ? (
                <button
                  type="button"
                  className="org-tree__toggle"
                  aria-expanded={open}
                  aria-label={t(open ? 'network.collapse' : 'network.expand', { name })}
                  onClick={() => rest.onToggle(unit)}
                >
                  <Icon name={open ? 'down' : 'right'} size={14} />
                </button>
              ) : (
                <span style={{ width: 28 }} />
              )}
              <button
                type="button"
                className="org-tree__name"
                aria-current={unit.id === rest.selected}
                onClick={() => rest.onSelect(unit.id)}
              >
                <span>{name}</span>
                <span className="wh-small wh-muted">{f.number(unit.outlets)}</span>
              </button>
            </div>
            {open && below.length > 0 && <Branch {...rest} units={below} level={rest.level + 1} />}
          </li>
        );
      })}
    </ul>
  );
}
