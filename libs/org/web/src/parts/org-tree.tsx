import type { OrgUnitResponse } from '@wheelhouse/contracts';
import { Icon } from '@wheelhouse/ui';
import { useFormat } from '@wheelhouse/web-core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { keyInTree, pathTo, treeRows } from './tree-rows.js';

/**
 * The org tree (ARIA tree): one stop for Tab; arrows move, open and close, Enter chooses, letters jump. A press on a row
 * chooses it, on its arrow opens it. The way to the chosen unit is open from the beginning.
 */
export function OrgTree({
  label,
  units,
  selected,
  onSelect,
}: {
  label: string;
  units: OrgUnitResponse[];
  selected: string;
  onSelect: (id: string) => void;
}) {
  const f = useFormat();
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [focused, setFocused] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const onWay = new Set(
    pathTo(units, selected)
      .slice(0, -1)
      .map(({ id }) => id),
  );
  const isOpen = (unit: OrgUnitResponse) => toggled[unit.id] ?? (unit.depth === 0 || onWay.has(unit.id));
  const toggle = (unit: OrgUnitResponse) => setToggled({ ...toggled, [unit.id]: !isOpen(unit) });
  const rows = treeRows(units, isOpen);
  const stop = rows.some(({ unit }) => unit.id === focused) ? focused : selected;
  const stopAt = Math.max(
    0,
    rows.findIndex(({ unit }) => unit.id === stop),
  );
  const goTo = (index: number) => {
    const id = rows[index]?.unit.id;
    if (!id) return;
    setFocused(id);
    list.current?.querySelector<HTMLElement>(`[data-unit="${id}"]`)?.focus();
  };
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const row = rows[index];
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(row.unit.id);
      return;
    }
    const move = keyInTree(rows, index, event.key);
    if (move) {
      event.preventDefault();
      if ('toggle' in move) toggle(row.unit);
      else goTo(move.to);
      return;
    }
    if (event.key.length !== 1) return;
    const begins = ({ unit }: (typeof rows)[number]) =>
      f.text(unit.name).toLocaleLowerCase().startsWith(event.key.toLocaleLowerCase());
    const next = [...rows.keys()].map((i) => (index + 1 + i) % rows.length).find((i) => begins(rows[i] ?? row));
    if (next !== undefined) goTo(next);
  };

  return (
    <ul ref={list} role="tree" aria-label={label}>
      {rows.map(({ unit, level, position, siblings, open }, index) => (
        <li
          key={unit.id}
          role="treeitem"
          data-unit={unit.id}
          aria-level={level}
          aria-posinset={position}
          aria-setsize={siblings}
          aria-expanded={open ?? undefined}
          aria-selected={unit.id === selected}
          tabIndex={index === stopAt ? 0 : -1}
          className="org-tree__row"
          style={{ paddingLeft: (level - 1) * 14 }}
          title={f.text(unit.name)}
          onFocus={() => setFocused(unit.id)}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => onSelect(unit.id)}
        >
          <span
            className="org-tree__toggle"
            aria-hidden="true"
            onClick={(event) => {
              if (open === null) return;
              event.stopPropagation();
              toggle(unit);
            }}
          >
            {open !== null && <Icon name={open ? 'down' : 'right'} size={14} />}
          </span>
          <span className="org-tree__name">{f.text(unit.name)}</span>
          <span className="org-tree__count">{f.number(unit.outlets)}</span>
        </li>
      ))}
    </ul>
  );
}
