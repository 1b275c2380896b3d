import { PDF } from '@libpdf/core';
import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { engine, fingerprintOf } from './certificate.ts';

/** What a PDF says of itself, judged by its signature before anything else in it. */
export type SignedPaper =
  /** No PDF, or none that was signed as ours are. */
  | { readonly kind: 'unsigned' }
  /** Not as it was when it was signed. */
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'intact';
      /** Of whoever signed it; it may be anybody. */
      readonly certificate: string;
      /** The record that it carries and its number; nothing where it carries none. */
      readonly record: string | undefined;
      readonly number: string | undefined;
    };

export async function checkSignature(pdf: Uint8Array): Promise<SignedPaper> {
  const bytes = Buffer.from(pdf);
  const signature = signatureIn(bytes);
  if (signature === 'none') return { kind: 'unsigned' };
  if (signature === 'broken') return { kind: 'changed' };
  const certificate = await signerOf(signature).catch(() => undefined);
  if (certificate === undefined) return { kind: 'changed' };
  return { kind: 'intact', certificate: fingerprintOf(certificate), ...(await recordIn(pdf)) };
}

type Found = { readonly cms: ArrayBuffer; readonly signed: Buffer };

/** The one signature of a file, which covers all of it but itself; what else stands in its place is a change. */
function signatureIn(bytes: Buffer): Found | 'none' | 'broken' {
  const text = bytes.toString('latin1');
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  const [range, ...others] = ranges;
  if (!range) return 'none';
  const [start, until = 0, from = 0, length = 0] = range.slice(1).map(Number);
  if (others.length > 0 || start !== 0 || from <= until || from + length !== bytes.length) return 'broken';
  const [, hex = ''] = /^<([0-9A-F]+)>$/.exec(text.slice(until, from)) ?? [];
  const padded = Buffer.from(hex, 'hex');
  const cms = padded.buffer.slice(padded.byteOffset, padded.byteOffset + padded.length);
  const { offset } = fromBER(cms);
  if (offset <= 0 || /[^0]/.test(hex.slice(offset * 2))) return 'broken';
  return {
    cms: cms.slice(0, offset),
    signed: Buffer.concat([bytes.subarray(0, until), bytes.subarray(from)]),
  };
}

/** The bytes of the certificate of whoever signed. @throws where the signature does not fit. */
async function signerOf({ cms, signed }: Found): Promise<Uint8Array | undefined> {
  const { content } = new ContentInfo({ schema: fromBER(cms).result });
  const signedData = new SignedData({ schema: content });
  const data = new Uint8Array(signed).buffer;
  const fits = await signedData.verify({ signer: 0, data, checkChain: false }, engine);
  const [certificate, ...others] = signedData.certificates ?? [];
  if (!fits || !certificate || others.length > 0) return undefined;
  return new Uint8Array(certificate.toSchema().toBER(false));
}

const nothing = { record: undefined, number: undefined };

/** The record that goes along, which says its number in what describes it. */
async function recordIn(
  pdf: Uint8Array,
): Promise<{ readonly record: string | undefined; readonly number: string | undefined }> {
  try {
    const { attachments } = await PDF.load(pdf);
    const attached = attachments.get('record.json');
    const { description } = attachments.list().get('record.json') ?? {};
    return attached ? { record: Buffer.from(attached).toString('utf8'), number: description } : nothing;
  } catch {
    return nothing;
  }
}
