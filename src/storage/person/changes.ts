import type { Part } from './parts.ts';

type Parts = ReadonlyMap<string, Part>;
type Fields = Record<string, unknown>;
type Changes = { readonly $set: Fields; readonly $unset?: Fields };

/**
 * The changes that lead from one document to the next. A part that is made of the same as before is neither sealed
 * nor written again. Where the document before is not known, every part is written and all others go.
 */
export function changes(rev: number, next: Parts, before?: Parts): Changes {
  const written = before
    ? made([...next].filter(([path, { of }]) => !isSame(of, before.get(path)?.of)))
    : { ...made([...next].filter(([path]) => !path.includes('.'))), ...groups(next) };
  const gone = [...(before?.keys() ?? optional)].filter((path) => !next.has(path));
  return {
    $set: { rev, ...written },
    ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map((path) => [path, ''])) }),
  };
}

/** Parts that some documents have and others have not. */
const optional = ['unsettledSince', 'away'];

/** The parts of which there are several, each kind as one object, so that what is not in it goes. */
function groups(parts: Parts): Fields {
  const group = (name: string) =>
    made(
      [...parts]
        .filter(([path]) => path.startsWith(`${name}.`))
        .map(([path, part]) => [path.slice(name.length + 1), part]),
    );
  return { drafts: group('drafts'), progress: group('progress') };
}

const made = (parts: readonly (readonly [string, Part])[]): Fields =>
  Object.fromEntries(parts.map(([path, { make }]) => [path, make()]));

/** Whether two values are the same object, or plain objects with the same values in their fields. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
  );
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
