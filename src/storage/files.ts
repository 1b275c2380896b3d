import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import { z } from 'zod';
import type { Store } from '../app/ports.ts';
import type { FileId } from '../domain/ids.ts';
import type { Sealer } from './seal/seal.ts';

const bucketName = 'files';
const stored = z.object({ _id: z.instanceof(mongo.ObjectId), metadata: z.object({ type: z.string() }) });

/**
 * Photos and files, sealed. A file is found by its name, our id: what a broken-off write leaves behind has no name
 * and is in nobody's way, and of two writes at once either serves.
 */
export function openFiles(
  db: mongo.Db,
  { seal, openBytes }: Pick<Sealer, 'seal' | 'openBytes'>,
): Store['files'] {
  const bucket = new mongo.GridFSBucket(db, { bucketName });
  const find = async (id: FileId) => {
    const [found] = await bucket.find({ filename: id }).sort({ uploadDate: 1, _id: 1 }).limit(1).toArray();
    return found && stored.parse(found);
  };
  const placeOf = (id: FileId) => `files/${id}`;

  return {
    async put(id, owner, bytes, type) {
      if (await find(id)) return;
      const content = seal(bytes, placeOf(id));
      await pipeline([content], bucket.openUploadStream(id, { metadata: { owner, type } }));
    },

    async get(id) {
      const found = await find(id);
      if (!found) return undefined;
      const content = await buffer(bucket.openDownloadStream(found._id));
      return { bytes: openBytes(content, placeOf(id)), type: found.metadata.type };
    },
  };
}
