import type sentences from '../../../locales/th/freeze.json';
import type { IsoDate } from '../../programme/ids.ts';
import type { AreaFreeze, FreezableArea, Freeze, FreezeOutcome } from '../../programme/report/freeze.ts';
import type { Freezes } from './store.ts';

/** What an area decided about its freeze. */
type Settled = {
  readonly area: FreezableArea;
  readonly result: FreezeOutcome;
  /** How many people hear of it. */
  readonly told: number;
};

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Stores {
    readonly freezes: Freezes;
  }
  interface Reads {
    /** The freezes of the provinces in which this person works, also those of their districts. */
    freezes(): readonly AreaFreeze[];
    /** How many reports of an area are begun, of the open years. */
    reportsBegun(area: FreezableArea): number;
  }
  interface Intents {
    readonly freezeReports: {
      readonly area: FreezableArea;
      readonly from: IsoDate;
      readonly until: IsoDate;
      readonly reason: string;
    };
    readonly liftFreeze: { readonly area: FreezableArea };
  }
  interface Outcomes {
    readonly freezeReports: Settled;
    readonly liftFreeze: Settled;
  }
  interface Notices {
    readonly reportsFrozen: { readonly area: FreezableArea; readonly freeze: Freeze };
    readonly freezeLifted: { readonly area: FreezableArea; readonly by: string };
  }
  interface FlowIds {
    readonly freeze: true;
  }
  interface CommandNames {
    readonly freeze: true;
  }
  interface AuditDeeds {
    readonly frozeReports: true;
    readonly liftedFreeze: true;
  }
  interface TextFiles {
    readonly freeze: typeof sentences;
  }
}
