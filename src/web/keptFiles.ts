import { createHmac, timingSafeEqual } from 'node:crypto';
import { type RequestHandler, type Response, Router } from 'express';
import type { Store } from '../app/ports.ts';
import type { FileId } from '../programme/ids.ts';

const day = 24 * 3600 * 1000;
/** How long LINE, and whoever it shows a photo on a card to, can fetch it, in milliseconds. */
const cardLife = day;
/** How long people can open what was announced, in milliseconds. */
const announcedLife = 30 * day;

/**
 * Where kept photos and documents can be fetched for a while, by whoever has the address; it is the same all day, so
 * that pictures are cached.
 */
export type FileLinks = {
  readonly photoUrl: (file: string, size: 'full' | 'small', where: 'onCard' | 'announced') => string;
  readonly fileUrl: (file: string) => string;
  readonly accepts: (link: SignedLink) => boolean;
};

/** What a link gives, and until when. */
type Link =
  | { readonly of: 'photo'; readonly file: string; readonly size: string; readonly until: string }
  | { readonly of: 'file'; readonly file: string; readonly until: string };
export type SignedLink = Link & { readonly signature: string };

export function createFileLinks(secret: string, baseUrl: string, now: () => Date): FileLinks {
  const sign = (link: Link) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([link.of, link.file, link.of === 'photo' ? link.size : '', link.until]))
      .digest('base64url');
  const untilAfter = (life: number) => String(Math.ceil((now().getTime() + life) / day) * day);
  const pathOf = (file: string) => encodeURIComponent(file);
  return {
    photoUrl: (file, size, where) => {
      const until = untilAfter(where === 'announced' ? announcedLife : cardLife);
      const signature = sign({ of: 'photo', file, size, until });
      return `${baseUrl}/photos/${pathOf(file)}/${size}/${until}/${signature}`;
    },
    fileUrl: (file) => {
      const until = untilAfter(announcedLife);
      return `${baseUrl}/files/${pathOf(file)}/${until}/${sign({ of: 'file', file, until })}`;
    },
    accepts: ({ signature, ...link }) =>
      isSame(sign(link), signature) && Number(link.until) > now().getTime(),
  };
}

function isSame(expected: string, given: string): boolean {
  const [wanted, found] = [Buffer.from(expected), Buffer.from(given)];
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

export type FilePagesParts = {
  readonly files: Store['files'];
  readonly links: Pick<FileLinks, 'accepts'>;
  readonly shrink: (bytes: Uint8Array) => Promise<Uint8Array>;
};

/** Serves kept photos and documents by signed link; anything else is not found. */
export function createFilePages({ files, links, shrink }: FilePagesParts): RequestHandler {
  const router = Router();
  router.get('/photos/:file/:size/:until/:signature', async ({ params }, response, next) => {
    if (!links.accepts({ of: 'photo', ...params })) return next();
    const found = await files.get(toFileId(params.file));
    if (found?.type !== 'image/jpeg') return next();
    const bytes = params.size === 'small' ? await shrink(found.bytes) : found.bytes;
    // LINE and the trial page show it on pages of their own.
    response.set('cross-origin-resource-policy', 'cross-origin').type('image/jpeg');
    give(response, bytes);
  });
  router.get('/files/:file/:until/:signature', async ({ params }, response, next) => {
    if (!links.accepts({ of: 'file', ...params })) return next();
    const found = await files.get(toFileId(params.file));
    // Only documents have a name.
    if (found?.name === undefined) return next();
    // Saved and opened by the phone, never shown as a page of ours; the type comes last, since the name suggests one.
    response.attachment(found.name).type(found.type);
    give(response, found.bytes);
  });
  return router;
}

const give = (response: Response, bytes: Uint8Array) =>
  response.set('cache-control', `private, max-age=${day / 1000}`).send(Buffer.from(bytes));

/** The signature covers the id, so it is one that we made. */
const toFileId = (file: string): FileId => file as FileId;
