import type { Scope } from '../../programme/area/areas.ts';
import type { DocumentNumber, FiscalYear } from '../../programme/ids.ts';
import type { Language } from '../person.ts';

declare module '../terms.ts' {
  interface Stores {
    readonly documents: IssuedDocuments;
  }
}

/** A paper that was given out under a number, and what it said. */
export type IssuedDocument = {
  readonly id: DocumentNumber;
  readonly rev: number;
  /** See `DocumentKind`. */
  readonly kind: string;
  readonly year: FiscalYear;
  readonly area: Scope;
  /** Whether households are named. */
  readonly names: boolean;
  readonly language: Language;
  /** What it said, as canonical JSON (RFC 8785). */
  readonly record: string;
  /** The SHA-256 of the record, kind, area and language in hexadecimal: the same paper keeps its number. */
  readonly hash: string;
  /** The SHA-256 of the certificate with which it is signed, in hexadecimal. */
  readonly certificate: string;
  readonly at: Date;
};

export type IssuedDocuments = {
  readonly read: (id: string) => Promise<IssuedDocument | undefined>;
  readonly ofHash: (hash: string) => Promise<IssuedDocument | undefined>;
  /** Of a number that is taken: lost. */
  readonly add: (document: IssuedDocument) => Promise<'committed' | 'lost'>;
};
