import type { Edition } from './edition.types.js';

/**
 * Everything of an edition that is a figure, without the names that people may change: two editions of one week whose
 * figures are equal say the same, and the second is not made. In a fixed order, so that its text can be compared.
 */
export function editionFigures({ body, rows }: Edition): unknown[] {
  const { head, pareto, units, peerGroups, method } = body;
  return [
    head,
    pareto.map(({ itemId, count, outlets }) => [itemId, count, outlets]),
    units.map(({ name: _name, ...figures }) => figures),
    peerGroups.map(({ name: _name, ...figures }) => figures),
    method,
    ...rows.map(({ row, orgUnitIds, comparedWith }) => {
      const {
        name: _name,
        code: _code,
        orgUnitName: _unit,
        regionName: _region,
        peerGroupName: _peers,
        ...figures
      } = row;
      return [figures, orgUnitIds, comparedWith];
    }),
  ];
}
