import type { StoreMakers } from './collection.ts';
import type { Feature } from './feature.ts';

/** What all features keep. Throws where two claim one store or one collection. */
export function storesOf(features: readonly Feature[]): StoreMakers {
  const owners = new Map<string, string>();
  const claim = (what: string, by: string): void => {
    const other = owners.get(what);
    if (other !== undefined) throw new Error(`both ${other} and ${by} claim the ${what}`);
    owners.set(what, by);
  };
  for (const { id, stores = {} } of features)
    for (const [store, { name }] of Object.entries(stores)) {
      claim(`store ${store}`, id);
      claim(`collection ${name}`, id);
    }
  return Object.assign({}, ...features.map(({ stores = {} }) => stores));
}
