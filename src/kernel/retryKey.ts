import { createHash } from 'node:crypto';

/** The retry key of a push: the same for every attempt by any process. A UUID of version 8. */
export function retryKeyOf(outgoing: string): string {
  const hash = createHash('sha256').update('push ').update(outgoing).digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  const groups = [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(18, 20)}`,
    hash.slice(20, 32),
  ];
  return groups.join('-');
}
