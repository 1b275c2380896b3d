import { createHash } from 'node:crypto';

/** The form that a report was made with; it is read for ever with that version. */
export type FormVersion = { readonly id: string; readonly version: number };

/** The SHA-256 of what a report says, with its form and version: 64 hexadecimal digits. It is what is signed. */
export const hashOf = ({ id, version }: FormVersion, says: unknown): string =>
  createHash('sha256')
    .update(canonical({ form: id, version, says }))
    .digest('hex');

/** How many digits of a hash a button carries. */
const markLength = 12;

/** The hash in short, for what is shown to a person and comes back with a tap. */
export const markOf = (hash: string): string => hash.slice(0, markLength);

/** Whether what was shown, by its hash or the mark of it, is what has this hash. */
export const isShown = (hash: string, shown: string): boolean =>
  shown.length >= markLength && hash.startsWith(shown);

/**
 * JSON with sorted keys: the same for the same content, however it was put together or stored. Dates are ISO
 * instants, an absent value is no value.
 * @throws where JSON would say the same of different contents: numbers that are not finite, sets, maps.
 */
function canonical(content: unknown): string {
  return JSON.stringify(content, (_key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number without a value');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new Error('content that is not plain data');
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
