import type { Json } from '../../engine/ids.ts';
import type { IssuedDocument } from '../../kernel/document/issued.ts';
import type { DocumentKind, DocumentSource } from '../../kernel/document/kind.ts';
import { differences, type Finding, revisionsIn } from './compare.ts';

/** How what a paper says stands to the record as it is now; the paper is the one that was given out, or a file of it. */
export async function findingOf(
  kinds: ReadonlyMap<string, DocumentKind>,
  source: DocumentSource,
  { kind, year, area, names, record }: IssuedDocument,
  said: string = record,
): Promise<Finding> {
  const paper: Json = JSON.parse(said);
  const revisions = revisionsIn(paper);
  const now = await kinds.get(kind)?.read(source, { year, area, names, revisions });
  if (!now) return { kind: 'gone' };
  const newer = Object.entries(now.newest ?? {}).flatMap(([id, no]) => {
    const own = revisions[id];
    return own !== undefined && no > own ? [no] : [];
  });
  const superseded = newer.length > 0 ? { superseded: Math.max(...newer) } : {};
  const fields = differences(paper, now.record);
  return fields.length === 0 ? { kind: 'equal', ...superseded } : { kind: 'differs', fields, ...superseded };
}
