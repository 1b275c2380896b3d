import type sentences from '../../../../locales/th/plan.json';
import type { CenterId, FiscalYear } from '../../../programme/ids.ts';
import type { CaseOutcome } from '../../../programme/report/outcome.ts';
import type { PlanOutcome } from '../rules/carryPlan.ts';
import type { PlanState } from '../rules/planState.ts';
import type { LineWords } from '../rules/sameLine.ts';

/** What this feature adds to the common words. */
declare module '../../../kernel/terms.ts' {
  interface Intents {
    readonly carryPlan: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly line: number;
      /** What the line says; absent in what an earlier release kept. */
      readonly of?: LineWords;
      readonly state: PlanState;
    };
  }
  interface Outcomes {
    readonly carryPlan: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CaseOutcome | PlanOutcome;
    };
  }
  interface FlowIds {
    readonly plan: true;
  }
  interface CommandNames {
    readonly plan: true;
  }
  interface AuditDeeds {
    readonly sawPlan: true;
    readonly carriedPlan: true;
  }
  interface TextFiles {
    readonly plan: typeof sentences;
  }
}
