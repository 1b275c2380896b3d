import { createHash, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, Certificate, CryptoEngine } from 'pkijs';

/** A key and its certificate, both as PEM. */
export type Credentials = { readonly key: string; readonly certificate: string };

/** The curves and sizes of others are left to whoever gives a key of their own. */
export const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
export const engine = new CryptoEngine({ name: 'node', crypto: webcrypto });

const commonName = '2.5.4.3';
const years = 10;

/** A key with a certificate that it signed itself: nobody vouches for it but who made it. */
export async function selfMade(name: string, at: Date): Promise<Credentials> {
  const pair = await webcrypto.subtle.generateKey(
    { ...algorithm, modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const certificate = new Certificate();
  certificate.version = 2;
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array([1, ...randomBytes(15)]).buffer });
  const named = new AttributeTypeAndValue({ type: commonName, value: new Utf8String({ value: name }) });
  certificate.issuer.typesAndValues.push(named);
  certificate.subject.typesAndValues.push(named);
  certificate.notBefore.value = at;
  certificate.notAfter.value = new Date(Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth(), 1));
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey, engine);
  await certificate.sign(pair.privateKey, 'SHA-256', engine);
  const key = await webcrypto.subtle.exportKey('pkcs8', pair.privateKey);
  return {
    key: pem('PRIVATE KEY', key),
    certificate: pem('CERTIFICATE', certificate.toSchema(true).toBER(false)),
  };
}

const pem = (label: string, der: ArrayBuffer): string =>
  [
    `-----BEGIN ${label}-----`,
    ...(Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []),
    `-----END ${label}-----`,
    '',
  ].join('\n');

/** The certificate's own bytes. */
export const derOf = (certificate: string): Uint8Array =>
  new Uint8Array(new X509Certificate(certificate).raw);

/** The SHA-256 of a certificate's bytes, in hexadecimal. */
export const fingerprintOf = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');
