import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Recorded = { readonly endpoint: string; readonly body: unknown };

/** Where a test run leaves what went between bot and platform, for `npm run check:openapi`. */
export const recordedFolder = join(import.meta.dirname, '../../.recorded');

const begun = new Set<string>();

/** The recording of one test file, for all its tests together; that of an earlier run is replaced. */
export function recorder(fileName: string, folder = recordedFolder): (call: Recorded) => void {
  const file = join(folder, `${fileName}.jsonl`);
  mkdirSync(folder, { recursive: true });
  if (!begun.has(file)) writeFileSync(file, '');
  begun.add(file);
  return ({ endpoint, body }) => appendFileSync(file, `${JSON.stringify({ endpoint, body })}\n`);
}
