import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import { z } from 'zod';
import type { Store } from '../app/ports.ts';
import type { FileId } from '../programme/ids.ts';
import { sealed } from './db/document.ts';
import type { Sealer } from './seal/seal.ts';

const bucketName = 'files';
const stored = z.object({
  _id: z.instanceof(mongo.ObjectId),
  metadata: z.object({ type: z.string(), name: sealed.optional() }),
});

/**
 * Photos and files, sealed. A file is found by its name, our id: what a broken-off write leaves behind has no name
 * and is in nobody's way, and of two writes at once either serves.
 */
export function openFiles(
  db: mongo.Db,
  { seal, open, openBytes }: Pick<Sealer, 'seal' | 'open' | 'openBytes'>,
): Store['files'] {
  const bucket = new mongo.GridFSBucket(db, { bucketName });
  const find = async (id: FileId) => {
    const [found] = await bucket.find({ filename: id }).sort({ uploadDate: 1, _id: 1 }).limit(1).toArray();
    return found && stored.parse(found);
  };
  const placeOf = (id: FileId) => `files/${id}`;
  const placeOfName = (id: FileId) => `files/${id}/name`;

  return {
    async put(id, owner, { bytes, type, name }) {
      if (await find(id)) return;
      const content = seal(bytes, placeOf(id));
      const sealedName = name === undefined ? {} : { name: seal(name, placeOfName(id)) };
      await pipeline([content], bucket.openUploadStream(id, { metadata: { owner, type, ...sealedName } }));
    },

    async get(id) {
      const found = await find(id);
      if (!found) return undefined;
      const content = await buffer(bucket.openDownloadStream(found._id));
      const { type, name } = found.metadata;
      return {
        bytes: openBytes(content, placeOf(id)),
        type,
        ...(name && { name: String(open(name, placeOfName(id))) }),
      };
    },
  };
}
