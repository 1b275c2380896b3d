import type { DraftId } from '../../engine/ids.ts';
import type { InboundEvent } from '../../kernel/event.ts';
import type { Context, Decision } from '../../kernel/flow.ts';
import { withOpenDraft, withoutDraft } from '../../kernel/form/openDraft.ts';
import { ask } from '../../kernel/form/question.ts';
import type { Outcome } from '../../kernel/intent.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { nameText, officerName } from '../../kernel/roleText.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear, Receipt } from '../../programme/ids.ts';
import { heldBy, takeOver } from './held.ts';
import type { ReportCase } from './rules/reportCase.ts';
import { startDraft, subjectIs } from './subject.ts';
import { assessmentTalk } from './talk.ts';

type Settled = Extract<Outcome, { of: 'claim' | 'release' | 'submit' }>;

/** What the case decided: the draft begins, or the receipt, or why not. */
export function outcomeOf(person: Person, event: InboundEvent, context: Context): Decision {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  if (outcome?.of !== 'claim' && outcome?.of !== 'submit') return { person };
  const { result } = outcome;
  switch (result.kind) {
    case 'claimed':
      return begun(person, outcome, result.draft as DraftId, result.from !== undefined, context);
    case 'submitted':
      return submitted(person, outcome, context);
    case 'heldByOther':
      return heldByOther(person, outcome, result.name, context);
    case 'alreadySubmitted':
      return already(person, outcome, result.receipt, context);
    default:
      return { person };
  }
}

function begun(
  person: Person,
  { center: id, year, answers }: Settled,
  draft: DraftId,
  tookOver: boolean,
  context: Context,
): Decision {
  const kept = draftOf(person, draft);
  const center = centerOf(id, context);
  const fresh = center && startDraft(draft, center, year, lastYears(id, year, context), context.now);
  const next = kept ?? (fresh && { ...fresh, ...answers });
  if (!next) return { person };
  const notes = [
    t(tookOver ? 'assessment:tookOver' : 'assessment:begun', { about: assessmentTalk.about(next) }),
  ];
  return {
    person: withOpenDraft(person, next),
    reply: ask(assessmentTalk, next, notes, context),
    audits: [{ did: tookOver ? 'tookOver' : 'startedAssessment', record: id }],
  };
}

const centerOf = (id: Settled['center'], { gathered }: Context): Center | undefined =>
  gathered.centers.find((one) => one.id === id);

const lastYears = (id: Settled['center'], year: FiscalYear, { gathered }: Context): ReportCase | undefined =>
  gathered.cases.find((one) => one.center === id && one.year === year - 1);

/** The draft of this person about a center and year. */
function draftAbout(person: Person, { center, year }: Settled) {
  return Object.values(person.drafts).find(
    (one) => one.form === assessmentTalk.form.id && subjectIs(one, center, year),
  );
}

function submitted(person: Person, outcome: Settled, context: Context): Decision {
  const { result, center } = outcome;
  if (result.kind !== 'submitted') return { person };
  const draft = draftAbout(person, outcome);
  const { receipt, total, level, percent } = result;
  const name = said(draft ? String(draft.facts.name ?? '') : '');
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
              level,
              percent: percent.toFixed(1),
              at: { instant: context.now },
            }),
            t('assessment:whoIsTold'),
          ],
        },
      ],
      options: [
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: center } },
        { label: t('commands:tasks'), tap: { kind: 'say' } },
      ],
      receipt: true,
    },
    audits: [{ did: 'submittedAssessment', record: center }],
  };
}

/** A colleague holds the case, since a moment ago: nothing was sent, and it can be taken back. */
function heldByOther(person: Person, outcome: Settled, name: string, context: Context): Decision {
  const center = centerOf(outcome.center, context);
  if (outcome.of === 'claim' && center) return heldBy(person, center, name);
  const who = center ? officerName(name, center.district) : nameText(name, t('people:roles.officer'));
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('assessment:nowHeldBy', { name: who })] }],
      options: [takeOver(outcome.center)],
    },
  };
}

/** Somebody submitted the center before. */
function already(person: Person, outcome: Settled, receipt: Receipt, context: Context): Decision {
  const draft = draftAbout(person, outcome);
  const { center } = outcome;
  const name = said(centerOf(center, context)?.name ?? '');
  return {
    person: draft
      ? withoutDraft(person, draft.id, { draft: draft.id, what: 'locked', center, receipt })
      : { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('assessment:lockedBy', { center: name, receipt })] }],
      options: [
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: center } },
      ],
    },
  };
}
