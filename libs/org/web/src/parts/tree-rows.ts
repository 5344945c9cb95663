import type { OrgUnitResponse } from '@wheelhouse/contracts';

/** One visible row of the tree. */
export interface TreeRow {
  unit: OrgUnitResponse;
  /** 1 for a root, as ARIA counts. */
  level: number;
  /** Place among its siblings, from 1, and how many they are. */
  position: number;
  siblings: number;
  /** Null for a leaf. */
  open: boolean | null;
}

/** The tree as a list of what is visible, in reading order. A unit whose parent is out of sight counts as a root. */
export function treeRows(units: OrgUnitResponse[], isOpen: (unit: OrgUnitResponse) => boolean): TreeRow[] {
  const known = new Set(units.map(({ id }) => id));
  const below = new Map<string, OrgUnitResponse[]>();
  for (const unit of units) {
    const parent = unit.parentId && known.has(unit.parentId) ? unit.parentId : '';
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const walk = (siblings: OrgUnitResponse[], level: number): TreeRow[] =>
    siblings.flatMap((unit, i) => {
      const children = below.get(unit.id) ?? [];
      const open = children.length > 0 ? isOpen(unit) : null;
      const row = { unit, level, position: i + 1, siblings: siblings.length, open };
      return open ? [row, ...walk(children, level + 1)] : [row];
    });
  return walk(below.get('') ?? [], 1);
}

/** Ids from the root (as far as it is in sight) down to `id`. */
export function pathTo(units: OrgUnitResponse[], id: string | undefined): OrgUnitResponse[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: OrgUnitResponse[] = [];
  for (let at = byId.get(id ?? ''); at && !path.includes(at); at = byId.get(at.parentId ?? '')) path.unshift(at);
  return path;
}

/** Where a key leads in a tree: to another row, or to open or close the one it stands on. Null: the key means nothing. */
export function keyInTree(rows: TreeRow[], at: number, key: string): { to: number } | { toggle: true } | null {
  const row = rows[at];
  if (!row) return null;
  const last = rows.length - 1;
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(at + 1, last) };
    case 'ArrowUp':
      return { to: Math.max(at - 1, 0) };
    case 'Home':
      return { to: 0 };
    case 'End':
      return { to: last };
    case 'ArrowRight':
      if (row.open === null) return null;
      return row.open ? { to: Math.min(at + 1, last) } : { toggle: true };
    case 'ArrowLeft': {
      if (row.open) return { toggle: true };
      const parent = rows.findLastIndex((other, i) => i < at && other.level < row.level);
      return parent < 0 ? null : { to: parent };
    }
    default:
      return null;
  }
}
