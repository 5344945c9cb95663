import { describe, expect, it } from 'vitest';
import { trailChanges } from './trail-changes.js';

const unit = '01890000-0000-7000-8000-000000000001';

describe('trailChanges', () => {
  it('says fields, values and names in both languages', () => {
    const entry = {
      before: { status: 'draft', orgUnitId: null, same: 1 },
      after: { status: 'published', orgUnitId: unit, same: 1, rankPartial: true, unheardOf: 7 },
      names: { [unit]: { en: 'East', zh: '华东' } },
    };
    expect(trailChanges(entry, 'en')).toEqual([
      { field: 'Status', before: 'Draft', after: 'Published' },
      { field: 'Org unit', before: '—', after: 'East' },
      { field: 'Ranks with gaps', before: '—', after: 'Yes' },
      { field: 'unheardOf', before: '—', after: '7' },
    ]);
    expect(trailChanges(entry, 'zh-CN').slice(0, 2)).toEqual([
      { field: '状态', before: '草稿', after: '已发布' },
      { field: '组织单元', before: '—', after: '华东' },
    ]);
  });

  it('goes into lists and counts as people do', () => {
    const after = {
      grants: [{ role: 'supervisor', scopeKind: 'org_unit', scopeId: unit }],
      name: { en: 'A', zh: '甲' },
    };
    expect(trailChanges({ before: null, after, names: {} }, 'en')).toEqual([
      { field: 'Role 1 · Role', before: '—', after: 'Supervisor' },
      { field: 'Role 1 · Reach', before: '—', after: 'An org unit' },
      { field: 'Role 1 · Where', before: '—', after: unit },
      { field: 'Name', before: '—', after: 'A' },
    ]);
  });
});
