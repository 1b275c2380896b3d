import type { DocumentKind } from './kind.ts';

/** The kinds of documents that features hand over, by their ids. @throws where two claim one. */
export function documentKinds(
  features: readonly { readonly documents?: readonly DocumentKind[] }[],
): ReadonlyMap<string, DocumentKind> {
  const kinds = features.flatMap(({ documents = [] }) => documents);
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  if (byId.size < kinds.length) throw new Error('two features claim one kind of document');
  return byId;
}
