import type { UnitScore } from '@wheelhouse/contracts';
import { rankOutlets } from '@wheelhouse/scoring-domain';
import { audienceScore, difference } from './audience-score.js';
import type { EditionNetwork, EditionRow } from './edition.types.js';
import { compareText } from './period-rows.js';

/**
 * The org units directly below `parentId`, each with the mean of its outlets' scores and its place among them (1, 2, 2,
 * 4 by displayed score), best first. Units without outlets are left out: there is nothing to say of them.
 */
export function unitScores(
  parentId: string,
  network: Pick<EditionNetwork, 'units'>,
  rows: readonly EditionRow[],
  previous: readonly Pick<UnitScore, 'orgUnitId' | 'score'>[] = [],
): UnitScore[] {
  const before = new Map(previous.map((unit) => [unit.orgUnitId, unit.score]));
  const members = new Map<string, EditionRow[]>();
  for (const row of rows) {
    for (const id of row.orgUnitIds) {
      const list = members.get(id);
      if (list) list.push(row);
      else members.set(id, [row]);
    }
  }
  const units = network.units.flatMap((unit): Omit<UnitScore, 'place'>[] => {
    const own = members.get(unit.id)?.map(({ row }) => row);
    if (unit.parentId !== parentId || !own) return [];
    const { score } = audienceScore(own);
    return [
      {
        orgUnitId: unit.id,
        name: unit.name,
        score,
        change: difference(score, before.get(unit.id)),
        outlets: own.length,
        ranked: own.filter(({ listing }) => listing === 'ranked').length,
      },
    ];
  });
  const places = rankOutlets(units.map(({ orgUnitId: id, score }) => ({ id, score }))).rows;
  return units
    .map((unit, i): UnitScore => ({ ...unit, place: places[i]?.rank ?? null }))
    .sort(
      (a, b) => (a.place ?? units.length + 1) - (b.place ?? units.length + 1) || compareText(a.orgUnitId, b.orgUnitId),
    );
}
