import sharp from 'sharp';

/** The longest side of a kept photo, in px, so that a signed sheet of paper can still be read. */
const keptSide = 2048;
/** LINE's limits of a preview and of a picture in a card: px of a side and bytes. */
const smallSide = 1024;
const smallBytes = 1_000_000;
/** A small file may unfold into gigabytes of pixels. */
const mostPixels = 60_000_000;
const qualities = [82, 60, 40];

/**
 * A photo written anew as JPEG: upright, without place, device and everything else that a camera notes.
 * Throws where the bytes are no picture.
 */
export function cleanPhoto(bytes: Uint8Array): Promise<Buffer> {
  return jpeg(bytes, keptSide, qualities[0]);
}

/** A photo as LINE takes previews: at most 1024 px and 1 MB. */
export async function smallPhoto(bytes: Uint8Array): Promise<Buffer> {
  for (const quality of qualities) {
    const small = await jpeg(bytes, smallSide, quality);
    if (small.length <= smallBytes) return small;
  }
  return jpeg(bytes, smallSide / 2, qualities.at(-1));
}

function jpeg(bytes: Uint8Array, side: number, quality = 80): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .jpeg({ quality })
    .toBuffer();
}
