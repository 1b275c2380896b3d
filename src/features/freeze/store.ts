import { type Collection, keptIn } from '../../kernel/collection.ts';
import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { AreaFreeze } from '../../programme/report/freeze.ts';

export type Freezes = Records<string, AreaFreeze> & {
  /** Those of these areas and of areas within them. */
  readonly within: (areas: readonly Scope[]) => Promise<readonly AreaFreeze[]>;
};

const collection: Collection<AreaFreeze> = {
  name: 'freezes',
  idOf: ({ id }) => id,
  inClear: ({ area: { kind: _kind, ...place } }) => place,
  indexes: [{ name: 'area', fields: ['province', 'district'] }],
};

/** Whether the reports of areas are frozen. */
export const freezes = keptIn(
  collection,
  ({ read, write, find }): Freezes => ({ read, write, within: (areas) => find({ within: areas }) }),
);
