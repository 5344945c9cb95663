import { describe, expect, it } from 'vitest';
import { FrozenVersions } from './frozen-versions.js';
import { smallBody } from './testing/small-body.js';

describe('frozen versions', () => {
  it('keeps the ones used last', () => {
    const versions = new FrozenVersions(2);
    const first = versions.keep('a', smallBody({ code: 'A' }));
    versions.keep('b', smallBody({ code: 'B' }));
    expect(versions.get('a')).toBe(first);
    versions.keep('c', smallBody({ code: 'C' }));
    expect(versions.get('a')).toBe(first);
    expect(versions.get('b')).toBeUndefined();
    expect(versions.get('c')?.body.code).toBe('C');
  });

  it('lets nobody write to what all share', () => {
    const { body } = new FrozenVersions(1).keep('a', smallBody());
    expect(Object.isFrozen(body.sections[0]?.items[0]?.evidence.kind)).toBe(true);
  });
});
