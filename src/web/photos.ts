import { createHmac, timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { Store } from '../app/ports.ts';
import type { FileId } from '../domain/ids.ts';

/** How long LINE, and whoever it shows a photo to, can fetch it: one day, in milliseconds. */
const linkLife = 24 * 3600 * 1000;

export type PhotoLinks = {
  /** Where LINE can fetch a stored photo for a day; the same address all day, so that pictures are cached. */
  readonly urlOf: (file: string, size: 'full' | 'small') => string;
  readonly accepts: (file: string, size: string, until: string, signature: string) => boolean;
};

export function createPhotoLinks(secret: string, baseUrl: string, now: () => Date): PhotoLinks {
  const sign = (file: string, size: string, until: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['photo', file, size, until]))
      .digest('base64url');
  return {
    urlOf: (file, size) => {
      const until = String(Math.ceil(now().getTime() / linkLife + 1) * linkLife);
      return `${baseUrl}/photos/${encodeURIComponent(file)}/${size}/${until}/${sign(file, size, until)}`;
    },
    accepts: (file, size, until, signature) => {
      const expected = Buffer.from(sign(file, size, until));
      const given = Buffer.from(signature);
      return (
        expected.length === given.length &&
        timingSafeEqual(expected, given) &&
        Number(until) > now().getTime()
      );
    },
  };
}

/** Serves stored photos by signed link; anything else is not found. */
export function createPhotoPages(
  files: Store['files'],
  links: PhotoLinks,
  shrink: (bytes: Uint8Array) => Promise<Uint8Array>,
): Router {
  const router = Router();
  router.get('/photos/:file/:size/:until/:signature', async ({ params }, response, next) => {
    const { file, size, until, signature } = params;
    if (!links.accepts(file, size, until, signature)) return next();
    const found = await files.get(toFileId(file));
    if (found?.type !== 'image/jpeg') return next();
    const bytes = size === 'small' ? await shrink(found.bytes) : found.bytes;
    response
      // LINE and the trial page show it on pages of their own.
      .set('cross-origin-resource-policy', 'cross-origin')
      .set('cache-control', 'private, max-age=86400')
      .type('image/jpeg')
      .send(Buffer.from(bytes));
  });
  return router;
}

/** The signature covers the id, so it is one that we made. */
const toFileId = (file: string): FileId => file as FileId;
