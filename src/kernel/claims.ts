import type { Feature } from './feature.ts';

/** What each feature claims under a name; nothing may be claimed twice. */
export function claims<V>(
  features: readonly Feature[],
  what: string,
  of: (feature: Feature) => readonly (readonly [string, V])[],
): ReadonlyMap<string, V> {
  const all = new Map<string, { readonly value: V; readonly by: string }>();
  for (const feature of features)
    for (const [name, value] of of(feature)) {
      const other = all.get(name);
      if (other) throw new Error(`both ${other.by} and ${feature.id} claim the ${what} ${name}`);
      all.set(name, { value, by: feature.id });
    }
  return new Map([...all].map(([name, { value }]) => [name, value]));
}
