import { describe, expect, it } from 'vitest';
import { drawnAccent } from './accent.js';

describe('an accent colour', () => {
  it.each(['#ffff00', '#000000', '#ffffff', '#0b5d57', '#ff0000', '#808080'])(
    '%s is readable in both themes',
    (hex) => {
      for (const drawn of Object.values(drawnAccent(hex))) {
        expect(drawn.linkContrast).toBeGreaterThanOrEqual(4.5);
        expect(drawn.buttonContrast).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('stays as it is where it can be read, and says where it was changed', () => {
    expect(drawnAccent('#0b5d57').light).toMatchObject({ fill: '#0b5d57', changed: false });
    expect(drawnAccent('#0b5d57').dark.changed).toBe(true);
    expect(drawnAccent('#ffff00').light.changed).toBe(true);
    expect(drawnAccent('#ffff00').dark).toMatchObject({ fill: '#ffff00', changed: false });
  });
});
