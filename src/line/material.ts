import { fileTypeFromBuffer } from 'file-type';
import type { Prepare, Store } from '../app/ports.ts';
import type { EventId } from '../engine/ids.ts';
import type { InboundEvent, What, WhyUnusable } from '../kernel/event.ts';
import type { KeptFile } from '../kernel/store.ts';
import type { FileId, PersonId } from '../programme/ids.ts';
import { type Content, mostBytes } from './content.ts';
import type { DecodeRow } from './decode.ts';
import { cleanFileName } from './fileName.ts';
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
/** Documents without macros, and how their names end. */
const documents: ReadonlyMap<string, string> = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);
/** All of these begin so; nothing else is handed to readers of formats that nobody sends. */
const beginnings = ['%PDF', 'PK', '\xff\xd8', '\x89PNG', 'RIFF'].map((text) => Buffer.from(text, 'latin1'));
/** Pictures of the kind that the fifth to the eighth byte call `ftyp`; what else is called so is a film or a sound. */
const heic = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);

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
  { media, message, size: stated, name = '' }: Material,
  { content, files, hasConsented }: Omit<MaterialParts, 'decodeRow'>,
): Promise<Stored> {
  if (!(await hasConsented(who))) return { kind: 'other', media: 'unknown' };
  const file = fileIdOf(id);
  // An event that is prepared again after a crash may find LINE's copy gone.
  const known = await files.get(file);
  if (known) return asSent(file, known);
  if (stated !== undefined && stated > mostBytes) return { kind: 'unusableFile', why: 'tooLarge' };
  const fetched = await content(message);
  if (fetched.kind === 'unavailable' && stated === 0) return { kind: 'unusableFile', why: 'empty' };
  if (fetched.kind !== 'content') return { kind: 'unusableFile', why: fetched.kind };
  const judged = await harmless(fetched.bytes, media, name);
  if (judged.kind !== 'safe') return judged;
  await files.put(file, who, judged.file);
  return asSent(file, judged.file);
}

/** Only documents have a name; a picture is a photo, also when it was sent as a file. */
const asSent = (file: FileId, { name }: Pick<KeptFile, 'name'>): Stored =>
  name === undefined ? { kind: 'file', media: 'photo', file } : { kind: 'file', media: 'file', file, name };

/** The part of a Word or Excel file that holds its macros, by the name that stands in the archive as it is. */
const macros = 'vbaProject.bin';

type Judged = { readonly kind: 'safe'; readonly file: KeptFile } | Exclude<Stored, { kind: 'file' }>;

const unusable = (why: WhyUnusable): Judged => ({ kind: 'unusableFile', why });

/** What may be kept, judged by content whatever its name says: a computer sends films and photos as files. */
async function harmless(bytes: Buffer, media: Material['media'], name: string): Promise<Judged> {
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return recorded(bytes.toString('latin1', 8, 12));
  if (!beginnings.some((beginning) => bytes.subarray(0, beginning.length).equals(beginning)))
    return unusable('notTaken');
  const type = (await typeOf(bytes)) ?? '';
  if (type.startsWith('video/')) return { kind: 'other', media: 'video' };
  if (/macroenabled/i.test(type) || (documents.has(type) && bytes.includes(macros)))
    return unusable('macros');
  const ending = documents.get(type);
  if (media === 'file' && ending)
    return { kind: 'safe', file: { bytes, type, name: cleanFileName(name, ending) } };
  if (!pictures.has(type)) return unusable('notTaken');
  try {
    return { kind: 'safe', file: { bytes: await cleanPhoto(bytes), type: 'image/jpeg' } };
  } catch {
    return unusable('damaged');
  }
}

/** What a film, a sound or a picture is by the four letters that say how it was recorded. */
function recorded(brand: string): Judged {
  if (heic.has(brand)) return unusable('heic');
  return { kind: 'other', media: brand.startsWith('M4A') ? 'audio' : 'video' };
}

/** Nothing where the bytes are cut or spoilt. */
async function typeOf(bytes: Buffer): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return undefined;
  }
}

/** One event carries one file, so the same event stores it once. */
const fileIdOf = (event: EventId): FileId => event as string as FileId;
