import { createHash } from 'node:crypto';
import { DomainError } from '@wheelhouse/kernel';
import sharp from 'sharp';

/** Largest upload, in bytes. */
export const MAX_UPLOAD = 1024 * 1024;
/** What is kept fits into this, in pixels: three times the size that it is shown at. */
export const MAX_WIDTH = 512;
export const MAX_HEIGHT = 160;
/** Largest picture that is decoded, in millions of pixels: a small file can unpack to gigabytes. */
const MAX_MEGAPIXELS = 16;

export interface LogoPicture {
  /** SHA-256 of `content`, in hex. */
  hash: string;
  content: Buffer;
  width: number;
  height: number;
}

/** What a file is by its first bytes, whatever its name and content type claim; null for everything that is not taken. */
export function kindOfPicture(bytes: Buffer): 'png' | 'jpeg' | 'webp' | null {
  const hex = bytes.toString('hex', 0, 8);
  if (hex === '89504e470d0a1a0a') return 'png';
  if (hex.startsWith('ffd8ff')) return 'jpeg';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}

/**
 * Draws an uploaded picture anew as a PNG of at most 512 × 160: upright, sRGB, without the metadata of whoever made it.
 * Only the first frame of a moving picture is kept. Throws `REQUEST.TOO_LARGE`, `LOGO.TYPE`, `LOGO.UNREADABLE`.
 */
export async function drawLogo(upload: unknown): Promise<LogoPicture> {
  if (!Buffer.isBuffer(upload)) throw new DomainError('LOGO.TYPE');
  if (upload.length > MAX_UPLOAD) throw new DomainError('REQUEST.TOO_LARGE', { limit: MAX_UPLOAD / 1024 });
  if (kindOfPicture(upload) === null) throw new DomainError('LOGO.TYPE');
  try {
    const { data, info } = await sharp(upload, { limitInputPixels: MAX_MEGAPIXELS * 1e6, failOn: 'error' })
      .autoOrient()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { hash, content: data, width: info.width, height: info.height };
  } catch {
    throw new DomainError('LOGO.UNREADABLE', { limit: MAX_MEGAPIXELS });
  }
}
