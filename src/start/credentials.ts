import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigProblem } from '../config.ts';
import { type Credentials, selfMade } from '../exports/sign/certificate.ts';
import { keptOnce } from '../storage/index.ts';

/** The key that signs official documents: the one of the settings, else one made once in DATA_DIR. */
export async function loadCredentials({
  signing,
  dataDir,
}: Pick<Config, 'signing' | 'dataDir'>): Promise<Credentials & { readonly selfMade: boolean }> {
  if (signing) {
    const [key, certificate] = await Promise.all([
      readPem('SIGNING_KEY', signing.key),
      readPem('SIGNING_CERTIFICATE', signing.certificate),
    ]);
    if (!belongTogether(key, certificate))
      throw new ConfigProblem([
        {
          setting: 'SIGNING_CERTIFICATE',
          cure: 'give the certificate of the RSA key in SIGNING_KEY, both as PEM',
        },
      ]);
    return { key, certificate, selfMade: false };
  }
  const kept = await keptOnce(join(dataDir, 'signing.pem'), async () => {
    const made = await selfMade('Fundline', new Date());
    return `${made.key}${made.certificate}`.trim();
  });
  const from = kept.indexOf('-----BEGIN CERTIFICATE-----');
  return { key: kept.slice(0, from), certificate: kept.slice(from), selfMade: true };
}

async function readPem(setting: string, file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new ConfigProblem([
      { setting, cure: `${file} cannot be read (${error.code}); give the path of a PEM file` },
    ]);
  });
}

function belongTogether(key: string, certificate: string): boolean {
  try {
    const privateKey = createPrivateKey(key);
    return (
      privateKey.asymmetricKeyType === 'rsa' && new X509Certificate(certificate).checkPrivateKey(privateKey)
    );
  } catch {
    return false;
  }
}
