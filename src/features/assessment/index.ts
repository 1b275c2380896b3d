import { type ChoiceList, chooseReply, matching, readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf, settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Call, Context, Decision, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import { withOpenDraft } from '../../kernel/form/openDraft.ts';
import { ask } from '../../kernel/form/question.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { centersToAssess } from './centers.ts';
import { heldBy } from './held.ts';
import { outcomeOf } from './outcome.ts';
import type { ReportCase } from './rules/reportCase.ts';
import { assessmentTalk } from './talk.ts';

/** `ประเมิน`: choose a center, claim its case, then the form; and what became of submitting it. */
export const assessFlow: Flow = {
  id: 'assess',
  needs: (person) => {
    const scopes = capacities(person.bindings, 'assess').map(({ scope }) => scope);
    return { centersIn: scopes, casesIn: scopes, progress: true };
  },
  decide: (person, call, event, context) => {
    // What was decided is told also to who may not begin another any more.
    if (call.kind === 'event') return outcomeOf(person, event, context);
    if (capacities(person.bindings, 'assess').length === 0) return notAllowed(person, t('common:officers'));
    if (!context.isOpen(context.year)) return yearClosed(person, context);
    switch (call.kind) {
      case 'command':
        return command(person, call.rest, context);
      case 'act':
        return act(person, call, context);
      case 'answer':
        return answer(person, call, context);
      default:
        return call satisfies never;
    }
  },
};

function yearClosed(person: Person, { year }: Context): Decision {
  return {
    person: settled(person),
    reply: { messages: [{ kind: 'text', text: [t('common:yearClosed', { year })] }], options: [toMenu] },
  };
}

function command(person: Person, rest: string, context: Context): Decision {
  const all = centersToAssess(person, context);
  const meant = rest === '' ? all : matching(rest, all, context.wordings);
  const [only, ...others] = meant;
  if (only && others.length === 0) return choose(person, only.id, context);
  if (all.length === 0)
    return {
      person: settled(person),
      reply: { messages: [{ kind: 'text', text: [t('assessment:noCenters')] }], options: [toMenu] },
    };
  return only
    ? list(person, context, { rows: meant })
    : list(person, context, { rows: all, lead: [t('common:centerNotFound')] });
}

type Listed = Pick<ChoiceList, 'rows' | 'lead' | 'page' | 'misses'>;

function list(person: Person, { year }: Context, listed: Listed): Decision {
  const heading = t('assessment:chooseCenter', { year });
  return chooseReply(person, { flow: 'assess', act: 'choose', heading, ...listed });
}

function act(person: Person, call: Extract<Call, { kind: 'act' }>, context: Context): Decision {
  if (call.act === 'more') {
    const rows = centersToAssess(person, context);
    return list(person, context, { rows, page: Number(call.value) });
  }
  if (call.act === 'takeOver') return claim(person, call.value, context, true);
  return choose(person, call.value, context);
}

function answer(person: Person, call: Extract<Call, { kind: 'answer' }>, context: Context): Decision {
  const { event, data } = call;
  if (event.kind !== 'text')
    return { person, reply: askAgain(person, [t('common:fileNoQuestion')], context) };
  const all = centersToAssess(person, context);
  const chosen = readChosen(event.text, data, all, context.wordings);
  switch (chosen.kind) {
    case 'one':
      return choose(person, chosen.id, context);
    case 'several':
      return list(person, context, { rows: all.filter(({ id }) => chosen.ids.includes(id)) });
    case 'unclear':
      return list(person, context, { rows: all, misses: missesOf(data) + 1 });
    default:
      return chosen satisfies never;
  }
}

/** A center was chosen: its own draft goes on, a submitted one is said, a colleague's is offered. */
function choose(person: Person, id: string | undefined, context: Context): Decision {
  const center = context.gathered.centers.find((one) => one.id === id);
  if (!center) return refused(person);
  const present = caseOf(center, context.year, context);
  const submitted = present?.revisions.at(-1);
  if (submitted) return alreadySubmitted(person, center, submitted.receipt, submitted.report.level);
  const mine = present?.holder?.person === person.id ? draftOf(person, present.holder.draft) : undefined;
  if (mine) {
    const notes = [t('common:resumed', { about: assessmentTalk.about(mine) })];
    return { person: withOpenDraft(person, mine), reply: ask(assessmentTalk, mine, notes, context) };
  }
  if (present?.holder && present.holder.person !== person.id)
    return heldBy(person, center, present.holder.name);
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

function caseOf({ id }: Center, year: FiscalYear, { gathered }: Context): ReportCase | undefined {
  return gathered.cases.find((one) => one.center === id && one.year === year);
}

function alreadySubmitted(
  person: Person,
  center: Pick<Center, 'name' | 'id'>,
  receipt: string,
  level: number,
): Decision {
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        { kind: 'text', text: [t('assessment:alreadySubmitted', { center: center.name, receipt, level })] },
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
