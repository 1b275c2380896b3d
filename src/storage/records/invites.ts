import type { mongo } from 'mongoose';
import type { Stores } from '../../kernel/terms.ts';
import type { Invite } from '../../programme/people/invite.ts';
import type { Box } from '../seal/box.ts';
import type { Sealer } from '../seal/seal.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './index.ts';
import { areaFilter, areasFilter } from './scopes.ts';

/** A code opens an account's way to an area, so it is kept only as a keyed hash. */
export function openInvites(db: mongo.Db, box: Box, { hash }: Pick<Sealer, 'hash'>): Stores['invites'] {
  const idOf = (code: string) => hash('invitation code', code);
  const records = sealedRecords<Invite>(db.collection<RecordDocument>('invites'), box, {
    idOf: ({ code }) => idOf(code),
    inClear: ({ role, scope, expiresAt, usedBy, issuedBy, withdrawnBy }) => ({
      role,
      ...areaFilter(scope),
      expiresAt,
      ...(usedBy && { usedBy }),
      ...(issuedBy && { issuedBy }),
      ...(withdrawnBy && { withdrawnBy }),
    }),
  });
  return {
    read: (code) => records.read(idOf(code)),
    open: (areas, by, at) =>
      records.find({
        ...{ usedBy: { $exists: false }, withdrawnBy: { $exists: false }, expiresAt: { $gt: at } },
        $or: [areasFilter(areas), { issuedBy: by }],
      }),
    write: async (invite, expected) => lostIfDuplicate(await records.write(invite, expected)),
  };
}
