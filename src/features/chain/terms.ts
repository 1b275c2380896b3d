import type sentences from '../../../locales/th/chain.json';
import type { FiledReport } from '../../kernel/report/filed.ts';
import type { CaseId, FileId, PersonId, Receipt } from '../../programme/ids.ts';
import type { CaseOutcome } from '../../programme/report/outcome.ts';
import type { Period } from '../../programme/report/period.ts';
import type { Capacity } from '../../programme/report/revision.ts';
import type { Unit } from '../../programme/report/unit.ts';

/** A report that somebody is told about. */
type About = Period & {
  readonly report: CaseId;
  /** The kind of report. */
  readonly of: string;
  readonly unit: Unit;
  /** What the unit is called. */
  readonly name: string;
  /** Who acted. */
  readonly by: string;
  /** What the units of others are called that were signed together with it. */
  readonly also?: readonly string[];
};

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The reports with a chain, of the open years, where this person signs or was named for a step. */
    reportsInChain(): readonly FiledReport[];
    /** One of them that this person may see, with the one of the period before. */
    filedReport(report: CaseId): FiledReport | undefined;
  }
  interface Intents {
    readonly signReports: {
      readonly reports: readonly {
        readonly report: CaseId;
        readonly step: string;
        /** The mark of what was shown. */
        readonly shown: string;
        readonly position: string;
        /** None of a deputy. */
        readonly capacity?: Capacity;
      }[];
      /** How many that were shown together with them do not wait any more. */
      readonly gone: number;
    };
    readonly returnReport: {
      readonly report: CaseId;
      readonly shown: string;
      readonly reason: string;
      readonly photos: readonly FileId[];
      readonly capacity?: Capacity;
    };
  }
  interface Intents {
    /** By the officer who sent it; or a signer's own newest signature. */
    readonly recallReport: { readonly report: CaseId; readonly how: 'recall' | 'takeBack' };
    readonly recordOnPaper: {
      readonly report: CaseId;
      readonly step: string;
      readonly shown: string;
      readonly signer: { readonly name: string; readonly position: string };
      readonly photos: readonly FileId[];
    };
  }
  interface Outcomes {
    readonly recallReport: { readonly report: CaseId; readonly result: CaseOutcome };
    readonly recordOnPaper: { readonly report: CaseId; readonly result: CaseOutcome };
    readonly signReports: {
      readonly results: readonly { readonly report: CaseId; readonly result: CaseOutcome }[];
      readonly gone: number;
    };
    readonly returnReport: { readonly report: CaseId; readonly result: CaseOutcome };
  }
  interface Notices {
    /** Somebody signed a report, and now it waits for this person. */
    readonly reportWaits: About;
    /** A report waits for a seat that nobody has, and this person names who signs. */
    readonly seatVacant: About & { readonly step: string };
    /** A report waits for somebody who left LINE; the level above names who signs, the officer asks them back. */
    readonly signerAway: About & { readonly step: string; readonly tells: 'above' | 'officer' };
    /** A step of a report that this person sent or signed was taken; without `next` it was the last one. */
    readonly reportSigned: About & {
      readonly step: string;
      readonly next?: string;
      readonly receipt: Receipt;
    };
    /** A report that waited for this person was recalled, or a signature under it taken back. */
    readonly reportRecalled: About & { readonly how: 'recall' | 'takeBack' };
    /** A report that this person sent or signed, or that waited for this person, goes back to the officer. */
    readonly reportReturned: About & {
      readonly step: string;
      readonly reason: string;
      readonly photos: readonly FileId[];
      /** It waited for who is told, who has nothing to sign now. */
      readonly waited?: true;
      /** Who changes it now. */
      readonly to: PersonId;
    };
  }
  interface FlowIds {
    readonly chain: true;
  }
  interface CommandNames {
    readonly acknowledge: true;
    /** The bare word, which may be courtesy. */
    readonly acknowledged: true;
    readonly certify: true;
    readonly certifyAll: true;
    readonly returnReport: true;
    readonly recall: true;
    readonly onPaper: true;
  }
  interface AuditDeeds {
    readonly sawReport: true;
    readonly signedReport: true;
    readonly returnedReport: true;
    readonly recalledReport: true;
    readonly recordedOnPaper: true;
  }
  interface TextFiles {
    readonly chain: typeof sentences;
  }
}
