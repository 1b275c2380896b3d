import type { IncomingHttpHeaders } from 'node:http';
import { LINE_SIGNATURE_HTTP_HEADER_NAME, validateSignature } from '@line/bot-sdk';

/**
 * The one canonical base64 form of 32 bytes. Node decodes far more than that: other alphabets, missing
 * padding, junk behind, and unused last bits that differ.
 */
const base64Of32Bytes = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;

export type IsSigned = (body: Buffer, headers: IncomingHttpHeaders) => boolean;

/** Tells whether a raw body was signed with one of the channel's secrets; there are two while it is rotated. */
export function createIsSigned(secrets: readonly string[]): IsSigned {
  return (body, headers) => {
    const signature = headers[LINE_SIGNATURE_HTTP_HEADER_NAME];
    if (typeof signature !== 'string' || !base64Of32Bytes.test(signature)) return false;
    return secrets.some((secret) => validateSignature(body, secret, signature));
  };
}
