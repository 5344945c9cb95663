import type { OrgUnitKind } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { OrgTree } from './tree.js';

export interface SnapshotUnit {
  id: string;
  parentId: string | null;
  kind: OrgUnitKind;
  code: string;
  name: LocalizedText;
  /** 0 for the root. */
  depth: number;
}

export interface SnapshotOutlet {
  id: string;
  code: string;
  name: LocalizedText;
  orgUnitId: string;
  /** From the root to the unit that holds it. */
  orgUnitPath: string[];
  peerGroupId: string | null;
  peerGroupName: LocalizedText | null;
}

/** The network as it was on one day: places of that day, names and peer groups of today. */
export interface NetworkSnapshot {
  /** Parents before their children. */
  units: SnapshotUnit[];
  /** Those open on the day, by code. */
  outlets: SnapshotOutlet[];
  peerGroups: { id: string; name: LocalizedText }[];
}

/** A unit with its parent on the day; `recorded` is false when its recorded history begins later. */
export type UnitOnDay = Omit<SnapshotUnit, 'depth'> & { recorded: boolean };
export type OutletOnDay = Omit<SnapshotOutlet, 'orgUnitPath' | 'peerGroupName'>;

/**
 * Puts a day's rows together. A unit that came later than the day is left out, unless an outlet that was open then is
 * filed under it (an outlet entered after the fact).
 */
export function buildSnapshot(
  units: UnitOnDay[],
  outlets: OutletOnDay[],
  peerGroups: { id: string; name: LocalizedText }[],
): NetworkSnapshot {
  const tree = new OrgTree(units);
  const names = new Map(peerGroups.map((group) => [group.id, group.name]));
  const used = new Set<string>();
  const placed = outlets.map((outlet) => {
    const orgUnitPath = tree.path(outlet.orgUnitId);
    for (const id of orgUnitPath) used.add(id);
    return {
      ...outlet,
      orgUnitPath,
      peerGroupName: outlet.peerGroupId ? (names.get(outlet.peerGroupId) ?? null) : null,
    };
  });
  const existing = new Set(
    units.filter((unit) => unit.recorded || used.has(unit.id)).flatMap((unit) => tree.path(unit.id)),
  );
  return {
    units: tree
      .ordered()
      .filter((unit) => existing.has(unit.id))
      .map(({ recorded: _, ...unit }) => ({ ...unit, depth: tree.depth(unit.id) })),
    outlets: placed,
    peerGroups,
  };
}
