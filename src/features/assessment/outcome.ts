import type { Draft } from '../../engine/draft.ts';
import type { DraftId } from '../../engine/ids.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import type { Decision } from '../../kernel/decision.ts';
import { nextAfterReport } from '../../kernel/duty/next.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import type { Outcome } from '../../kernel/intent.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { waitingText } from '../../kernel/report/where.ts';
import { nameText, officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { CenterId, FiscalYear, Receipt } from '../../programme/ids.ts';
import type { CaseOutcome, Frozen } from '../../programme/report/outcome.ts';
import type { Revision } from '../../programme/report/revision.ts';
import { withCases, withCenter } from './centers.ts';
import { heldBy, takeOver } from './held.ts';
import { openForm } from './openForm.ts';
import { refilled } from './refill.ts';
import { type AssessmentReport, assessmentRules } from './rules/assessmentCase.ts';
import { caseOf, officialReport } from './rules/newestReport.ts';
import { startDraft, subjectIs } from './subject.ts';
import { scoredForm } from './versions.ts';

type Settled = Extract<Outcome, { of: 'claim' | 'submit' }>;
type Claimed = Extract<Outcome, { of: 'claim' }>;
type Submitted = Extract<Outcome, { of: 'submit' }>;
type Sent = Extract<CaseOutcome, { kind: 'submitted' }>;

/** What the case decided: the draft begins, or the receipt, or why not. */
export function outcomeOf(person: Person, event: InboundEvent, context: Context): Turn {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  if (outcome?.of !== 'claim' && outcome?.of !== 'submit') return { person };
  const { result } = outcome;
  switch (result.kind) {
    case 'claimed':
      return outcome.of === 'claim'
        ? begun(person, outcome, result.draft as DraftId, result.from !== undefined, context)
        : { person };
    case 'submitted':
      return outcome.of === 'submit' ? submitted(person, outcome, result, context) : { person };
    case 'heldByOther':
      return withCenter(person, outcome.center, (center) =>
        heldByOther(person, outcome, result.name, center),
      );
    case 'alreadySubmitted':
      return withCenter(person, outcome.center, (center) => already(person, outcome, result.receipt, center));
    case 'frozen':
      return frozen(person, outcome, result);
    default:
      return { person };
  }
}

/** A draft that the person has already goes on; a new one is begun. */
function begun(person: Person, outcome: Claimed, draft: DraftId, tookOver: boolean, context: Context): Turn {
  const { center: id, year, version, answers } = outcome;
  const kept = draftOf(person, draft);
  if (kept) return opened(person, id, kept, tookOver, context);
  return withCases(person, year, ({ centers, cases }) => {
    const center = centers.find((one) => one.id === id);
    if (!center) return { person };
    const lastYears = officialReport(cases, id, (year - 1) as FiscalYear);
    const fresh = startDraft(draft, center, { year, version }, lastYears, context.now);
    const last = caseOf(cases, id, year)?.revisions.at(-1);
    if (answers || !last) return opened(person, id, { ...fresh, ...answers }, tookOver, context);
    const form = scoredForm(context.features, { id: fresh.form, version });
    return amended(person, center, refilled(fresh, form, last.content), last, context);
  });
}

/** The report as it was sent is there to be changed, with why it went back. */
function amended(
  person: Person,
  { id }: Center,
  draft: Draft,
  { ended }: Revision<AssessmentReport>,
  context: Context,
): Decision {
  const why =
    ended?.kind === 'returned'
      ? [t('assessment:whyReturned', { by: nameText(ended.byName), reason: said(ended.reason) })]
      : [];
  return {
    ...openForm(person, draft, ended ? 'assessment:toAmend' : 'assessment:revising', context, why),
    audits: [{ did: 'startedAssessment', record: id }],
  };
}

function opened(
  person: Person,
  center: CenterId,
  draft: Draft,
  tookOver: boolean,
  context: Context,
): Decision {
  return {
    ...openForm(person, draft, tookOver ? 'assessment:tookOver' : 'assessment:begun', context),
    audits: [{ did: tookOver ? 'tookOver' : 'startedAssessment', record: center }],
  };
}

/** The draft of this person about a center and year. */
function draftAbout(person: Person, { center, year }: Settled) {
  return Object.values(person.drafts).find(
    (one) => one.form === assessmentRules.form && subjectIs(one, center, year),
  );
}

/** The receipt, and the next center that is to be assessed. */
function submitted(person: Person, outcome: Submitted, result: Sent, context: Context): Turn {
  const { score } = outcome;
  if (!score) return { person };
  return ask({ duties: read('dutiesOf', person) }, ({ duties }) =>
    receiptOf(person, { ...outcome, score }, result, duties, context),
  );
}

function receiptOf(
  person: Person,
  outcome: Submitted & { readonly score: NonNullable<Submitted['score']> },
  { receipt, next, kept }: Sent,
  duties: readonly Duty[],
  context: Context,
): Decision {
  const { score, center, year } = outcome;
  const draft = draftAbout(person, outcome);
  const { total, of, level, percent } = score;
  const name = said(draft ? String(draft.facts.name ?? '') : '');
  const step = assessmentRules.chain.find(({ id }) => id === next);
  return {
    person: draft
      ? withoutDraft(person, draft.id, { draft: draft.id, what: 'submitted', center, receipt })
      : person,
    reply: {
      messages: [
        {
          kind: 'text',
          text: [
            t('assessment:receipt', { receipt }),
            t('assessment:submitted', {
              center: name,
              total,
              of,
              level,
              percent: percent.toFixed(1),
              at: { instant: context.now },
            }),
            kept.length > 0 && step
              ? t('assessment:signaturesKept', { step: waitingText(step) })
              : t('assessment:whoIsTold'),
          ],
        },
      ],
      options: [
        ...nextAfterReport(duties, { kind: assessmentRules.id, year, of: center }, context),
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: center } },
        says('tasks'),
      ],
      receipt: true,
    },
    audits: [{ did: 'submittedAssessment', record: center }],
  };
}

/** A colleague holds the case, since a moment ago: nothing was sent, and it can be taken back. */
function heldByOther(person: Person, outcome: Settled, name: string, center: Center | undefined): Decision {
  if (outcome.of === 'claim' && center) return heldBy(person, center, name, outcome.year);
  const who = center ? officerName(name, center.district) : nameText(name, t('people:roles.officer'));
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('assessment:nowHeldBy', { name: who })] }],
      options: [takeOver(outcome.center, outcome.year)],
    },
  };
}

/** Nothing was begun or sent; what was filled in stays as it is. */
function frozen(person: Person, outcome: Settled, freeze: Frozen): Decision {
  const kept = draftAbout(person, outcome) ? [t('report:draftFrozen')] : [];
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [frozenText(freeze), ...kept] }],
      options: [says('tasks'), toMenu],
    },
  };
}

/** Somebody submitted the center before. */
function already(person: Person, outcome: Settled, receipt: Receipt, found: Center | undefined): Decision {
  const draft = draftAbout(person, outcome);
  const { center } = outcome;
  const name = said(found?.name ?? '');
  return {
    person: draft
      ? withoutDraft(person, draft.id, { draft: draft.id, what: 'locked', center, receipt })
      : { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('assessment:lockedBy', { center: name, receipt })] }],
      options: [
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: center } },
        says('tasks'),
      ],
    },
  };
}
