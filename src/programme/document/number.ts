import { makeNumber, type NumberKind, readNumber } from '../checkedNumber.ts';
import { bareCode } from '../crockford.ts';
import type { DocumentNumber, FiscalYear } from '../ids.ts';

const kind: NumberKind = { prefix: 'FD', of: 'document' };
const shape = /^(?:DOCUMENT)?[^0-9A-Z]*FD([0-9OIL]{2})([0-9A-Z]{8})([0-9A-Z])$/;

/** The number of a document that belongs to some entropy, such as `FD65-4QK7M2XA-9`. */
export const makeDocumentNumber = (year: FiscalYear, entropy: Uint8Array, attempt: number): DocumentNumber =>
  brand(makeNumber(kind, year, entropy, attempt));

/** Reads a document number as people type it; nothing where its check symbol does not fit. */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  const number = readNumber(kind, shape, text);
  return number === undefined ? undefined : brand(number);
}

/** Whether a text was meant as a document number, though its check symbol does not fit. */
export const isWrongDocumentNumber = (text: string): boolean =>
  readDocumentNumber(text) === undefined && shape.test(bareCode(text));

const brand = (text: string): DocumentNumber => text as DocumentNumber;
