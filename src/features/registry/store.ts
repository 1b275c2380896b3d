import type { Records } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { Center } from '../../programme/center/center.ts';
import type { CenterRecord, CenterRow } from '../../programme/center/record.ts';
import type { CenterId } from '../../programme/ids.ts';

export type Centers = Records<CenterId, CenterRecord> & {
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Center[]>;
  /** The same with who confirmed their entries. */
  readonly records: (scopes: readonly Scope[]) => Promise<readonly CenterRecord[]>;
  /** What is in clear of the same. */
  readonly rows: (scopes: readonly Scope[]) => Promise<readonly CenterRow[]>;
};
