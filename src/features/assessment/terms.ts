import type sentences from '../../../locales/th/assessment.json';
import type { Draft } from '../../engine/draft.ts';
import type { DraftId } from '../../engine/ids.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { CenterCorrection } from '../../programme/center/correction.ts';
import type { CaseId, CenterId, FiscalYear, Receipt } from '../../programme/ids.ts';
import type { CaseOutcome } from '../../programme/report/outcome.ts';
import type { Level, Score } from './rules/assessment.ts';
import type { AssessmentCase, AssessmentReport } from './rules/assessmentCase.ts';

declare module '../../programme/deadline/kind.ts' {
  interface DueKinds {
    readonly assessment: true;
  }
}

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The cases of the assessment of those centers, of a year and of the year before. */
    assessmentsIn(areas: readonly Scope[], year: FiscalYear): readonly AssessmentCase[];
    /** All years' cases of one center. */
    assessmentsOf(center: CenterId): readonly AssessmentCase[];
    /** Answered indicators, by draft, of the cases that somebody holds. */
    progressOf(cases: readonly AssessmentCase[]): ReadonlyMap<DraftId, number>;
  }
  interface Intents {
    readonly claim: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly takeOver: boolean;
      /** Of a report that is locked a new revision is begun. */
      readonly revises?: true;
    };
    readonly release: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly draft: DraftId;
    };
    readonly submit: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly draft: DraftId;
      readonly report: AssessmentReport;
      readonly corrections: readonly CenterCorrection[];
    };
  }
  interface Outcomes {
    readonly claim: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      /** The version of the form with which the draft is filled in. */
      readonly version: number;
      readonly result: CaseOutcome;
      /** What the colleague whose draft was taken over had answered. */
      readonly answers?: Pick<Draft, 'facts' | 'log'>;
    };
    readonly release: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CaseOutcome;
    };
    readonly submit: {
      readonly center: CenterId;
      readonly year: FiscalYear;
      readonly result: CaseOutcome;
      /** Of the report that was submitted. */
      readonly score?: Pick<Score, 'total' | 'of' | 'level' | 'percent'>;
    };
  }
  interface Notices {
    readonly assessmentSubmitted: {
      readonly center: CenterId;
      readonly province: string;
      readonly district: string;
      readonly centerName: string;
      readonly year: FiscalYear;
      readonly receipt: Receipt;
      readonly total: number;
      /** The highest total. */
      readonly of: number;
      readonly level: Level;
      readonly by: string;
      /** The report, where it waits for this person's signature. */
      readonly waits?: CaseId;
    };
    /** A colleague took a draft over; it is closed here. */
    readonly draftTakenOver: { readonly draft: DraftId; readonly centerName: string; readonly by: string };
  }
  interface FlowIds {
    readonly assess: true;
  }
  interface CommandNames {
    readonly assess: true;
    readonly newRevision: true;
  }
  interface AuditDeeds {
    readonly startedAssessment: true;
    readonly tookOver: true;
    readonly submittedAssessment: true;
  }
  interface TextFiles {
    readonly assessment: typeof sentences;
  }
}
