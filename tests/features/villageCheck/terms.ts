import type { Scope } from '../../../src/programme/area/areas.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import type { VillageCase, VillageReport } from './kind.ts';
import type { texts } from './texts.ts';

/** What this feature adds to the common words. */
declare module '../../../src/kernel/terms.ts' {
  interface FlowIds {
    readonly villageCheck: true;
  }
  interface CommandNames {
    readonly villageCheck: true;
  }
  interface Reads {
    /** The checks of the villages of these areas, of the present year. */
    villageChecksIn(areas: readonly Scope[]): readonly VillageCase[];
  }
  interface Intents {
    readonly villageCheck: CheckedVillage & {
      readonly want:
        | { readonly kind: 'claim' }
        | { readonly kind: 'release'; readonly draft: string }
        | { readonly kind: 'submit'; readonly draft: string; readonly content: VillageReport }
        | { readonly kind: 'sign'; readonly step: string; readonly shown: string };
    };
  }
  interface Outcomes {
    readonly villageCheck: CheckedVillage & { readonly result: CaseOutcome };
  }
  interface TextFiles {
    readonly villageCheck: typeof texts.th;
  }
}

declare module '../../../src/programme/deadline/kind.ts' {
  interface DueKinds {
    readonly villageCheck: true;
  }
}

/** A village and the quarter that a check is about. */
export type CheckedVillage = {
  readonly village: string;
  readonly year: FiscalYear;
  readonly quarter: number;
};
