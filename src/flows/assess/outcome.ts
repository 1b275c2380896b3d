import type { ReportCase } from '../../domain/reportCase.ts';
import type { DraftId } from '../../engine/ids.ts';
import type { InboundEvent } from '../event.ts';
import type { Context, Decision } from '../flow.ts';
import { asking, withOpenDraft, withoutDraft } from '../form/openDraft.ts';
import { ask } from '../form/question.ts';
import type { Outcome } from '../intent.ts';
import { nameText } from '../people/roleText.ts';
import type { Person } from '../person.ts';
import { said, t } from '../reply.ts';
import { startDraft } from './subject.ts';
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
      return heldByOther(person, outcome, result.name);
    case 'alreadySubmitted':
      return already(person, outcome, result.receipt);
    default:
      return { person };
  }
}

function begun(
  person: Person,
  { center: id }: Settled,
  draft: DraftId,
  tookOver: boolean,
  context: Context,
): Decision {
  const kept = person.drafts[draft];
  const center = context.gathered.centers.find((one) => one.id === id);
  if (!kept && !center) return { person };
  const next =
    kept ?? (center && startDraft(draft, center, context.year, lastYears(id, context), context.now));
  if (!next) return { person };
  const notes = [t(tookOver ? 'assess:tookOver' : 'assess:begun', { about: assessmentTalk.about(next) })];
  return {
    person: withOpenDraft(person, next),
    reply: ask(assessmentTalk, next, notes, context),
    audits: [{ did: tookOver ? 'tookOver' : 'startedAssessment', record: id }],
  };
}

const lastYears = (id: Settled['center'], context: Context): ReportCase | undefined =>
  context.gathered.cases.find((one) => one.center === id && one.year === context.year - 1);

/** The draft of this person about a center of the present year. */
function draftAbout(person: Person, { center }: Settled) {
  return Object.values(person.drafts).find(
    (one) => one.form === assessmentTalk.form.id && one.subject.center === center,
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
            t('assess:receipt', { receipt }),
            t('assess:submitted', {
              center: name,
              total,
              level,
              percent: percent.toFixed(1),
              at: { instant: context.now },
            }),
            t('assess:whoIsTold'),
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

/** A colleague holds the case: nothing is lost, the draft stays readable, and can take the case back. */
function heldByOther(person: Person, outcome: Settled, name: string): Decision {
  const draft = draftAbout(person, outcome);
  const reply = {
    messages: [{ kind: 'text' as const, text: [t('assess:nowHeldBy', { name: nameText(name) })] }],
    options: [
      {
        label: t('assess:takeOver'),
        tap: { kind: 'act' as const, flow: 'assess' as const, act: 'takeOver', value: outcome.center },
      },
    ],
  };
  return draft
    ? asking({ person }, draft, reply)
    : { person: { ...person, open: { kind: 'nothing' } }, reply };
}

function already(person: Person, outcome: Settled, receipt: string): Decision {
  const draft = draftAbout(person, outcome);
  return {
    person: draft
      ? withoutDraft(person, draft.id, { draft: draft.id, what: 'locked', center: outcome.center })
      : person,
    reply: { messages: [{ kind: 'text', text: [t('assess:lockedBy', { receipt })] }] },
  };
}
