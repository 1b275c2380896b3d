import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { IssuedDocument, IssuedDocuments } from '../../kernel/document/issued.ts';
import type { DocumentAsked, DocumentContent } from '../../kernel/document/kind.ts';
import type { Language } from '../../kernel/person.ts';
import { scopeKey } from '../../programme/area/areas.ts';
import { makeDocumentNumber } from '../../programme/document/number.ts';

export type ToIssue = {
  readonly kind: string;
  readonly asked: DocumentAsked;
  readonly content: DocumentContent;
  readonly language: Language;
  /** The SHA-256 of the certificate with which it will be signed. */
  readonly certificate: string;
  readonly at: Date;
  /** Unguessable. */
  readonly entropy: Uint8Array;
};

/** What a paper says, as it goes along with it (RFC 8785). */
export function canonicalRecord({ record }: Pick<DocumentContent, 'record'>): string {
  const text = canonicalize(record);
  if (text === undefined) throw new Error('a record that is no JSON');
  return text;
}

/** Gives a paper its number; a paper that says the same, for the same area and in the same language, has one already. */
export async function issueDocument(documents: IssuedDocuments, toIssue: ToIssue): Promise<IssuedDocument> {
  const { kind, asked, content, language, certificate, at, entropy } = toIssue;
  const { year, area, names } = asked;
  const record = canonicalRecord(content);
  const hash = createHash('sha256')
    .update(JSON.stringify([kind, scopeKey(area), names, language, certificate, record]))
    .digest('hex');
  const known = await documents.ofHash(hash);
  if (known) return known;
  for (let attempt = 0; ; attempt += 1) {
    const id = makeDocumentNumber(year, entropy, attempt);
    const issued = { id, rev: 1, kind, year, area, names, language, record, hash, certificate, at };
    if ((await documents.add(issued)) === 'committed') return issued;
  }
}
