import { describe, expect, it } from 'vitest';
import { buildSnapshot, type UnitOnDay } from './network-snapshot.js';

const text = (name: string) => ({ en: name, zh: name });
const unit = (id: string, parentId: string | null, recorded = true): UnitOnDay => ({
  id,
  parentId,
  kind: parentId ? 'region' : 'hq',
  code: id,
  name: text(id),
  recorded,
});
const outlet = (id: string, orgUnitId: string, peerGroupId: string | null = null) => ({
  id,
  code: id,
  name: text(id),
  orgUnitId,
  peerGroupId,
});
const PEERS = [{ id: 'p', name: text('Peers') }];

describe('the network of a day', () => {
  it('gives depths, paths and names', () => {
    const network = buildSnapshot(
      [unit('south', 'east'), unit('hq', null), unit('east', 'hq')],
      [outlet('o1', 'south', 'p')],
      PEERS,
    );
    expect(network.units.map(({ id, depth }) => [id, depth])).toEqual([
      ['hq', 0],
      ['east', 1],
      ['south', 2],
    ]);
    expect(network.outlets[0]).toMatchObject({ orgUnitPath: ['hq', 'east', 'south'], peerGroupName: text('Peers') });
    expect(network.units[0]).not.toHaveProperty('recorded');
  });

  it('leaves out a unit that came later, unless an outlet of that day is filed under it', () => {
    const units = [unit('hq', null), unit('late', 'hq', false), unit('later', 'late', false)];
    expect(buildSnapshot(units, [], []).units.map((u) => u.id)).toEqual(['hq']);
    expect(buildSnapshot(units, [outlet('o1', 'later')], []).units.map((u) => u.id)).toEqual(['hq', 'late', 'later']);
  });
});
