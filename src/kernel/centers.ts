import type { Scope } from '../programme/area/areas.ts';
import type { Center } from '../programme/center/center.ts';
import type { CenterRecord, CenterRow } from '../programme/center/record.ts';
import type { CenterId } from '../programme/ids.ts';
import type { Records } from './store.ts';

declare module './terms.ts' {
  interface Stores {
    readonly centers: Centers;
  }
}

/** The centers, as everybody reads them who works on reports. */
export type Centers = Records<CenterId, CenterRecord> & {
  readonly within: (scopes: readonly Scope[]) => Promise<readonly Center[]>;
  /** The same with who confirmed their entries. */
  readonly records: (scopes: readonly Scope[]) => Promise<readonly CenterRecord[]>;
  /** What is in clear of the same. */
  readonly rows: (scopes: readonly Scope[]) => Promise<readonly CenterRow[]>;
};
