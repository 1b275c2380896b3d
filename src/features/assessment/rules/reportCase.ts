import type { CaseId, CenterId, FiscalYear, IntentId, PersonId, Receipt } from '../../../programme/ids.ts';
import { remember, type Shared } from '../../../programme/sharedRecord.ts';
import type { Level, PlanLine, Points14 } from './assessment.ts';
import type { PlanState } from './planState.ts';

/**
 * The case of one report: who holds its draft, and what was submitted. Several people meet here,
 * so the case itself decides.
 */
export type ReportCase = Shared<CaseOutcome> & {
  readonly id: CaseId;
  readonly center: CenterId;
  readonly province: string;
  readonly district: string;
  readonly year: FiscalYear;
  readonly form: string;
  readonly version: number;
  /** Who fills the draft in at present. */
  readonly holder?: Holder;
  readonly revisions: readonly Revision[];
  /** How the development plan of the newest revision is carried out, by line from 1; a line told of by nobody is absent. */
  readonly planStates: { readonly [line: number]: PlanState };
};

export type Holder = { readonly person: PersonId; readonly name: string; readonly draft: string };

/** A submitted report; read for ever with the form version that it was made with. */
export type Revision = {
  readonly no: number;
  readonly receipt: Receipt;
  readonly submittedAt: Date;
  readonly by: PersonId;
  readonly byName: string;
  readonly draft: string;
  readonly report: AssessmentReport;
};

export type AssessmentReport = {
  readonly points: Points14;
  readonly total: number;
  readonly level: Level;
  readonly percent: number;
  /** The raw answers by step id; evidence as file ids by step id. */
  readonly answers: { readonly [step: string]: unknown };
  readonly evidence: { readonly [step: string]: readonly unknown[] };
  readonly plan: readonly PlanLine[];
};

export type CaseIntent = {
  readonly id: IntentId;
  readonly by: PersonId;
  readonly name: string;
  readonly at: Date;
} & (
  | { readonly kind: 'claim'; readonly draft: string; readonly takeOver: boolean }
  | { readonly kind: 'release'; readonly draft: string }
  | {
      readonly kind: 'submit';
      readonly draft: string;
      readonly receipt: Receipt;
      readonly report: AssessmentReport;
    }
  | { readonly kind: 'carryPlan'; readonly line: number; readonly state: PlanState }
);

export type CaseOutcome =
  | { readonly kind: 'claimed'; readonly draft: string; readonly from?: Holder }
  | { readonly kind: 'heldByOther'; readonly name: string }
  | { readonly kind: 'alreadySubmitted'; readonly receipt: Receipt }
  | { readonly kind: 'released' }
  | {
      readonly kind: 'submitted';
      readonly receipt: Receipt;
      readonly total: number;
      readonly level: Level;
      readonly percent: number;
    }
  | { readonly kind: 'noted'; readonly line: number; readonly state: PlanState }
  | { readonly kind: 'noSuchLine' };

/** Decides an intent against the present case; an intent seen before changes nothing. */
export function decideCase(
  present: ReportCase,
  intent: CaseIntent,
): { case: ReportCase; outcome: CaseOutcome } {
  const known = present.outcomes[intent.id];
  if (known) return { case: present, outcome: known };
  const { change, outcome } = settle(present, intent);
  const { holder, ...rest } = { ...present, ...change };
  return {
    outcome,
    case: {
      ...rest,
      ...(holder ? { holder } : {}),
      rev: present.rev + 1,
      outcomes: remember(present.outcomes, intent.id, outcome),
    },
  };
}

type Change = Partial<Pick<ReportCase, 'revisions' | 'planStates'>> & {
  readonly holder?: Holder | undefined;
};
type Settled = { readonly change: Change; readonly outcome: CaseOutcome };

const unchanged = (outcome: CaseOutcome): Settled => ({ change: {}, outcome });

function settle(present: ReportCase, intent: CaseIntent): Settled {
  switch (intent.kind) {
    case 'claim':
      return claim(present, intent);
    case 'release':
      return present.holder?.draft === intent.draft
        ? { change: { holder: undefined }, outcome: { kind: 'released' } }
        : unchanged({ kind: 'released' });
    case 'submit':
      return submit(present, intent);
    case 'carryPlan':
      return carryPlan(present, intent);
    default:
      return intent satisfies never;
  }
}

type Of<K extends CaseIntent['kind']> = Extract<CaseIntent, { readonly kind: K }>;

function claim(present: ReportCase, intent: Of<'claim'>): Settled {
  const last = present.revisions.at(-1);
  if (last) return unchanged({ kind: 'alreadySubmitted', receipt: last.receipt });
  const from = present.holder;
  if (from && from.person !== intent.by && !intent.takeOver) {
    return unchanged({ kind: 'heldByOther', name: from.name });
  }
  const mine = from?.person === intent.by ? from.draft : intent.draft;
  const holder = { person: intent.by, name: intent.name, draft: mine };
  const taken = from && from.person !== intent.by ? { from } : {};
  return { change: { holder }, outcome: { kind: 'claimed', draft: mine, ...taken } };
}

function submit(present: ReportCase, intent: Of<'submit'>): Settled {
  const last = present.revisions.at(-1);
  if (last) return unchanged({ kind: 'alreadySubmitted', receipt: last.receipt });
  if (present.holder && present.holder.draft !== intent.draft) {
    return unchanged({ kind: 'heldByOther', name: present.holder.name });
  }
  const { receipt, report } = intent;
  const revision: Revision = {
    no: present.revisions.length + 1,
    receipt,
    submittedAt: intent.at,
    by: intent.by,
    byName: intent.name,
    draft: intent.draft,
    report,
  };
  const { total, level, percent } = report;
  return {
    change: { holder: undefined, revisions: [...present.revisions, revision], planStates: {} },
    outcome: { kind: 'submitted', receipt, total, level, percent },
  };
}

/** The latest word on a line stands; its evidence adds up. */
function carryPlan(present: ReportCase, { line, state }: Of<'carryPlan'>): Settled {
  const lines = present.revisions.at(-1)?.report.plan.length ?? 0;
  if (!Number.isInteger(line) || line < 1 || line > lines) return unchanged({ kind: 'noSuchLine' });
  const before = present.planStates[line];
  const evidence = [...(before?.evidence ?? []), ...state.evidence];
  const documents = [...(before?.documents ?? []), ...(state.documents ?? [])];
  const noted = { ...state, evidence, ...(documents.length > 0 && { documents }) };
  return {
    change: { planStates: { ...present.planStates, [line]: noted } },
    outcome: { kind: 'noted', line, state: noted },
  };
}
