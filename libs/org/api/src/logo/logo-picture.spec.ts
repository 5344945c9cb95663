import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { drawLogo, kindOfPicture } from './logo-picture.js';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: { r: 10, g: 90, b: 80, alpha: 0.5 } } });
const refusal = (upload: unknown) =>
  drawLogo(upload).then(
    () => 'taken',
    (error: { code: string }) => error.code,
  );

describe('an uploaded logo', () => {
  it('is known by its first bytes', async () => {
    expect(kindOfPicture(await picture(4, 4).png().toBuffer())).toBe('png');
    expect(kindOfPicture(await picture(4, 4).jpeg().toBuffer())).toBe('jpeg');
    expect(kindOfPicture(await picture(4, 4).webp().toBuffer())).toBe('webp');
    expect(kindOfPicture(await picture(4, 4).gif().toBuffer())).toBeNull();
    expect(kindOfPicture(Buffer.alloc(0))).toBeNull();
  });

  it('becomes a PNG of at most 512 × 160 that keeps its shape and its transparency', async () => {
    const drawn = await drawLogo(await picture(2000, 1000).webp().toBuffer());
    expect(drawn).toMatchObject({ width: 320, height: 160 });
    const meta = await sharp(drawn.content).metadata();
    expect(meta).toMatchObject({ format: 'png', width: 320, height: 160, hasAlpha: true });
    expect(await drawLogo(await picture(30, 20).png().toBuffer())).toMatchObject({ width: 30, height: 20 });
    expect(await drawLogo(await picture(3000, 30).png().toBuffer())).toMatchObject({ width: 512, height: 5 });
  });

  it('loses what its maker wrote into it', async () => {
    const secret = await picture(40, 40)
      .jpeg()
      .withExif({ IFD0: { Artist: 'a private name' } })
      .toBuffer();
    expect(secret.toString('latin1')).toContain('a private name');
    expect((await drawLogo(secret)).content.toString('latin1')).not.toContain('a private name');
  });

  it('is refused with the reason when it is something else, broken or boundless', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    const whole = await picture(300, 100).png().toBuffer();
    expect(await refusal(svg)).toBe('LOGO.TYPE');
    expect(await refusal({ not: 'a file' })).toBe('LOGO.TYPE');
    expect(await refusal(whole.subarray(0, whole.length - 60))).toBe('LOGO.UNREADABLE');
    expect(await refusal(await picture(5000, 4000).png().toBuffer())).toBe('LOGO.UNREADABLE');
    expect(await refusal(Buffer.concat([whole, Buffer.alloc(1024 * 1024)]))).toBe('REQUEST.TOO_LARGE');
  });
});
