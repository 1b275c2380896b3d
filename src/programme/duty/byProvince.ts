import type { Duty } from './duty.ts';
import type { Owing } from './ofPerson.ts';

/** Finds what is about a person's provinces among what is about the whole nation. */
export function byProvince<T>(
  all: readonly T[],
  dutyOf: (one: T) => Duty,
): (person: Pick<Owing, 'bindings'>) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const { province } = dutyOf(one).about;
    const known = found.get(province);
    if (known) known.push(one);
    else found.set(province, [one]);
  }
  return ({ bindings }) => {
    const provinces = bindings.flatMap(({ scope }) => ('province' in scope ? [scope.province] : []));
    return [...new Set(provinces)].flatMap((province) => found.get(province) ?? []);
  };
}
