import type { mongo } from 'mongoose';
import type { Records } from '../app/ports.ts';
import type { Invite } from '../domain/people/invite.ts';
import type { Box } from './box.ts';
import { lostIfDuplicate, type RecordDocument, sealedRecords } from './records.ts';
import { areaFilter } from './scopes.ts';
import type { Sealer } from './seal.ts';

/** A code opens an account's way to an area, so it is kept only as a keyed hash. */
export function openInvites(db: mongo.Db, box: Box, { hash }: Pick<Sealer, 'hash'>): Records<string, Invite> {
  const idOf = (code: string) => hash('invitation code', code);
  const records = sealedRecords<Invite>(db.collection<RecordDocument>('invites'), box, {
    idOf: ({ code }) => idOf(code),
    inClear: ({ role, scope, expiresAt, usedBy }) => ({
      role,
      ...areaFilter(scope),
      expiresAt,
      ...(usedBy && { usedBy }),
    }),
  });
  return {
    read: (code) => records.read(idOf(code)),
    write: async (invite, expected) => lostIfDuplicate(await records.write(invite, expected)),
  };
}
