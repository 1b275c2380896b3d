import { capacities } from '../../domain/actor.ts';
import type { Center } from '../../domain/center.ts';
import type { FiscalYear } from '../../domain/ids.ts';
import type { ReportCase } from '../../domain/reportCase.ts';
import type { DraftId } from '../../engine/ids.ts';
import { chooseReply, matching, readChosen } from '../choose.ts';
import type { InboundEvent } from '../event.ts';
import type { Call, Context, Decision, Flow } from '../flow.ts';
import { withOpenDraft } from '../form/openDraft.ts';
import { ask } from '../form/question.ts';
import { nameText } from '../people/roleText.ts';
import type { Person } from '../person.ts';
import { type Text, t } from '../reply.ts';
import { centersToAssess } from './centers.ts';
import { outcomeOf } from './outcome.ts';
import { assessmentTalk } from './talk.ts';

/** `ประเมิน`: choose a center, claim its case, then the form; and what became of submitting it. */
export const assessFlow: Flow = {
  id: 'assess',
  needs: (person) => {
    const scopes = capacities(person.bindings, 'assess').map(({ scope }) => scope);
    return { centersIn: scopes, casesIn: scopes, progress: true };
  },
  decide: (person, call, event, context) => {
    if (capacities(person.bindings, 'assess').length === 0) return notAllowed(person);
    switch (call.kind) {
      case 'command':
        return command(person, call.rest, context);
      case 'act':
        return act(person, call, context);
      case 'answer':
        return answer(person, call, event, context);
      case 'event':
        return outcomeOf(person, event, context);
      default:
        return call satisfies never;
    }
  },
};

function notAllowed(person: Person): Decision {
  return {
    person,
    reply: {
      messages: [{ kind: 'text', text: [t('common:notAllowed', { who: t('people:roles.officer') })] }],
    },
  };
}

function command(person: Person, rest: string, context: Context): Decision {
  const rows = centersToAssess(person, context);
  const [only] = rest === '' ? rows : matching(rest, rows, context.wordings);
  const count = rest === '' ? rows.length : matching(rest, rows, context.wordings).length;
  if (only && count === 1) return choose(person, only.id, context);
  if (rows.length === 0)
    return { person, reply: { messages: [{ kind: 'text', text: [t('assess:noCenters')] }] } };
  const lead = rest !== '' && count === 0 ? [t('common:centerNotFound')] : [];
  return list(person, context, 0, lead);
}

function list(person: Person, context: Context, page: number, lead: readonly Text[], misses = 0): Decision {
  const rows = centersToAssess(person, context);
  return chooseReply(person, {
    flow: 'assess',
    act: 'choose',
    heading: t('assess:chooseCenter', { year: context.year }),
    rows,
    lead,
    page,
    misses,
  });
}

function act(person: Person, call: Extract<Call, { kind: 'act' }>, context: Context): Decision {
  if (call.act === 'more') return list(person, context, Number(call.value), []);
  if (call.act === 'takeOver') return claim(person, call.value, context, true);
  return choose(person, call.value, context);
}

function answer(
  person: Person,
  call: Extract<Call, { kind: 'answer' }>,
  event: InboundEvent,
  context: Context,
): Decision {
  const text = event.kind === 'text' ? event.text : '';
  const chosen = readChosen(text, call.data, centersToAssess(person, context), context.wordings);
  if (chosen.kind === 'one') return choose(person, chosen.id, context);
  return list(person, context, 0, [], Number(call.data.misses ?? 0) + 1);
}

/** A center was chosen: its own draft goes on, a submitted one is said, a colleague's is offered. */
function choose(person: Person, id: string | undefined, context: Context): Decision {
  const center = context.gathered.centers.find((one) => one.id === id);
  if (!center) return refused(person);
  const present = caseOf(center, context.year, context);
  const submitted = present?.revisions.at(-1);
  if (submitted) return alreadySubmitted(person, center, submitted.receipt, submitted.report.level);
  const mine =
    present?.holder?.person === person.id ? person.drafts[present.holder.draft as DraftId] : undefined;
  if (mine) {
    const notes = [t('common:resumed', { about: assessmentTalk.about(mine) })];
    return { person: withOpenDraft(person, mine), reply: ask(assessmentTalk, mine, notes, context) };
  }
  if (present?.holder && present.holder.person !== person.id)
    return heldByColleague(person, center, present.holder.name);
  return claim(person, center.id, context, false);
}

function claim(person: Person, id: string | undefined, context: Context, takeOver: boolean): Decision {
  const center = context.gathered.centers.find((one) => one.id === id);
  if (!center) return refused(person);
  return {
    person: { ...person, open: { kind: 'nothing' } },
    intent: { kind: 'claim', center: center.id, year: context.year, takeOver },
  };
}

export function caseOf(
  center: Pick<Center, 'id'>,
  year: FiscalYear,
  context: Context,
): ReportCase | undefined {
  return context.gathered.cases.find((one) => one.center === center.id && one.year === year);
}

function heldByColleague(person: Person, center: Center, name: string): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [{ kind: 'text', text: [t('assess:heldBy', { center: center.name, name: nameText(name) })] }],
      options: [
        {
          label: t('assess:takeOver'),
          tap: { kind: 'act', flow: 'assess', act: 'takeOver', value: center.id },
        },
        { label: t('commands:assess'), tap: { kind: 'say' } },
      ],
    },
  };
}

export function alreadySubmitted(
  person: Person,
  center: Pick<Center, 'name' | 'id'>,
  receipt: string,
  level: number,
): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        { kind: 'text', text: [t('assess:alreadySubmitted', { center: center.name, receipt, level })] },
      ],
      options: [
        { label: t('commands:level'), tap: { kind: 'act', flow: 'level', act: 'show', value: center.id } },
      ],
    },
  };
}

/** A center outside one's area does not exist. */
function refused(person: Person): Decision {
  return {
    person,
    reply: { messages: [{ kind: 'text', text: [t('common:refusedTap')] }] },
    audits: [{ did: 'refusedTap', record: 'center' }],
  };
}
