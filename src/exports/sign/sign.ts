import { createPrivateKey, webcrypto } from 'node:crypto';
import { CryptoKeySigner, PDF } from '@libpdf/core';
import { algorithm, type Credentials, derOf, fingerprintOf } from './certificate.ts';

export type Signer = {
  /** The SHA-256 of its certificate, in hexadecimal. */
  readonly fingerprint: string;
  /** The PDF with a signature over all of it (PAdES). */
  readonly sign: (pdf: Uint8Array, at: Date) => Promise<Uint8Array>;
};

/** @throws where the key is no RSA key, or does not belong to the certificate. */
export async function createSigner({ key, certificate }: Credentials): Promise<Signer> {
  const der = derOf(certificate);
  const pkcs8 = createPrivateKey(key).export({ type: 'pkcs8', format: 'der' });
  const imported = await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']);
  const signer = new CryptoKeySigner(imported, der, 'RSA', algorithm.name);
  return {
    fingerprint: fingerprintOf(der),
    sign: async (pdf, at) => {
      const document = await PDF.load(pdf);
      const { bytes } = await document.sign({ signer, signingTime: at });
      return bytes;
    },
  };
}
