import { z } from 'zod';
import type { Evidence } from './draft.ts';
import type { LeafStep } from './form.ts';
import type { Json } from './ids.ts';

/** What was sent in answer to a question: a photo, or a document with its name. */
export type Attached =
  | { readonly kind: 'photo'; readonly file: string }
  | { readonly kind: 'file'; readonly file: string; readonly name: string };

const photo = z.string();
const named = z.strictObject({ file: z.string(), name: z.string() });

/** The answer that something sent makes: a photo's id, or a document's with its name. */
export function answerOf(evidence: Evidence): Json | undefined {
  if (evidence.kind === 'photo') return evidence.file;
  if (evidence.kind !== 'file' || evidence.name === undefined) return undefined;
  return { file: evidence.file, name: evidence.name };
}

/** What an answer to a question for a photo stands for; nothing where it is no such answer. */
export function attachedIn(value: Json): Attached | undefined {
  const file = photo.safeParse(value).data;
  if (file !== undefined) return { kind: 'photo', file };
  const document = named.safeParse(value).data;
  return document && { kind: 'file', ...document };
}

/** Whether a question takes an answer: every one takes photos, some take documents. */
export function fits({ files }: Extract<LeafStep, { kind: 'photo' }>, value: Json): boolean {
  const attached = attachedIn(value);
  return attached?.kind === 'photo' || (attached?.kind === 'file' && files === true);
}
