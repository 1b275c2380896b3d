import { fileTypeFromBuffer } from 'file-type';
import type { Prepare, Store } from '../app/ports.ts';
import type { FileId, PersonId } from '../domain/ids.ts';
import type { EventId } from '../engine/ids.ts';
import type { InboundEvent, What } from '../flows/event.ts';
import { type Content, mostBytes } from './content.ts';
import type { DecodeRow } from './decode.ts';
import type { Material } from './message.ts';
import { cleanPhoto } from './photo.ts';

export type MaterialParts = {
  readonly decodeRow: DecodeRow;
  readonly content: (message: string) => Promise<Content>;
  readonly files: Store['files'];
  /** Of people who have not agreed nothing is kept, so nothing is fetched. */
  readonly hasConsented: (person: PersonId) => Promise<boolean>;
};

type Stored = Extract<What, { kind: 'file' | 'unusableFile' | 'other' }>;

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** Makes events of inbox rows; what a message carries is kept before its event takes its turn. */
export function createPrepare({ decodeRow, ...parts }: MaterialParts): Prepare {
  return async (row) => {
    const decoded = decodeRow(row);
    if (decoded?.kind !== 'material') return decoded;
    const { kind: _, material, ...head } = decoded;
    return { ...head, ...(await store(head, material, parts)) };
  };
}

async function store(
  { id, who }: Pick<InboundEvent, 'id' | 'who'>,
  { media, message, size = 0 }: Material,
  { content, files, hasConsented }: Omit<MaterialParts, 'decodeRow'>,
): Promise<Stored> {
  if (!(await hasConsented(who))) return { kind: 'other', media: 'unknown' };
  const file = fileIdOf(id);
  const kept: Stored = { kind: 'file', media, file };
  // An event that is prepared again after a crash may find LINE's copy gone.
  if (await files.get(file)) return kept;
  if (size > mostBytes) return { kind: 'unusableFile', why: 'tooLarge' };
  const fetched = await content(message);
  if (fetched.kind !== 'content') return { kind: 'unusableFile', why: fetched.kind };
  const safe = await harmless(fetched.bytes, media);
  if (!safe) return { kind: 'unusableFile', why: 'notPicture' };
  await files.put(file, who, safe.bytes, safe.type);
  return kept;
}

/** What may be kept, judged by content whatever its name says. */
async function harmless(bytes: Buffer, media: Material['media']) {
  const type = (await fileTypeFromBuffer(bytes))?.mime ?? '';
  if (media === 'file' && type === 'application/pdf') return { bytes, type };
  if (!pictures.has(type)) return undefined;
  try {
    return { bytes: await cleanPhoto(bytes), type: 'image/jpeg' };
  } catch {
    return undefined;
  }
}

/** One event carries one file, so the same event stores it once. */
const fileIdOf = (event: EventId): FileId => event as string as FileId;
