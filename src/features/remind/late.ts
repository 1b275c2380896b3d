import { areaTitle } from '../../kernel/area/text.ts';
import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf, type PromptData, withoutPrompt, withPrompt } from '../../kernel/ask/prompt.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Outcome } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { askedAgain, type Reach, reachBlocks, sendLabel } from '../../kernel/reach.ts';
import { type Block, type Option, type Text, t } from '../../kernel/reply.ts';
import { areasFor } from '../../programme/people/actor.ts';
import { remindOthers } from './deeds.ts';

/** `แจ้งเตือน`: who is late now in one's areas is counted first. */
export function countLate(person: Person): Decision {
  const areas = areasFor(person.bindings, remindOthers);
  if (areas.length === 0) return notAllowed(person, t('remind:who'));
  return { person: withoutPrompt(person), intent: { kind: 'countLate', areas } };
}

/** How many people are late and what it costs to remind them; asks once. */
export function lateShown(
  person: Person,
  { reach, heard = 0, areas, underWay }: Extract<Outcome, { of: 'countLate' }>,
  { now }: Pick<Context, 'now'>,
  notes: readonly Text[] = [],
): Decision {
  if (underWay) return tell(person, [underWayText(underWay, now)]);
  if (reach.people === 0)
    return tell(person, [
      ...notes,
      heard > 0 ? t('remind:allHeard', { count: heard }) : t('remind:nobodyLate'),
    ]);
  const data = asked(reach);
  const send = sendReminder(data);
  const blocks: readonly Block[] = [
    ...notes.map((text): Block => ({ kind: 'text', text, tone: 'strong' })),
    ...reachBlocks(reach),
    {
      kind: 'fact',
      label: t('reach:label.areas'),
      value: clauses(areas.map(areaTitle)),
    },
    ...(heard > 0
      ? [{ kind: 'text', text: t('remind:heard', { count: heard }), tone: 'quiet' } as const]
      : []),
    { kind: 'text', text: t('remind:what'), tone: 'quiet' },
    { kind: 'text', text: t('remind:ask'), tone: 'strong' },
  ];
  return {
    person: withPrompt(person, 'remind', 'send', { ...data, misses: '0' }),
    reply: {
      messages: [
        {
          kind: 'card',
          card: { heading: t('remind:heading', { count: reach.people }), blocks, buttons: [send] },
        },
      ],
      options: [...(reach.opensAt ? [] : [send]), no],
      asks: true,
    },
  };
}

type UnderWay = NonNullable<Extract<Outcome, { of: 'countLate' }>['underWay']>;

const underWayText = ({ at, counts }: UnderWay, now: Date): Text =>
  at > now ? t('remind:waits', { at: { instant: at } }) : t('remind:underWay', { sent: counts.sent });

const no: Option = { label: t('common:no'), tap: { kind: 'act', flow: 'remind', act: 'leave' } };

const sendReminder = ({ people = '', from }: PromptData): Option => ({
  label: sendLabel(from),
  tap: { kind: 'act', flow: 'remind', act: 'send', value: people },
});

const asked = ({ people, opensAt }: Reach) => ({
  people: String(people),
  from: opensAt?.toISOString() ?? '',
});

/** The card's button, while it is what is asked; an older one is counted anew. */
export function confirmReminder(person: Person): Decision {
  const { open } = person;
  if (open.kind !== 'prompt' || open.flow !== 'remind' || open.act !== 'send') return countLate(person);
  const { people = '', from = '' } = open.data;
  const at = from === '' ? undefined : new Date(from);
  return {
    person,
    intent: {
      kind: 'remindLate',
      areas: areasFor(person.bindings, remindOthers),
      shown: Number(people),
      ...(at && { from: at }),
    },
  };
}

export function readReminder(person: Person, { data, event }: Extract<Call, { kind: 'answer' }>): Decision {
  const answer = readOnce(person, event, missesOf(data), t('reach:choices'));
  if (answer.kind === 'yes') return confirmReminder(person);
  if (answer.kind === 'no') return leaveReminder(person);
  return {
    person: withPrompt(person, 'remind', 'send', { ...data, misses: String(answer.misses) }),
    reply: askedAgain(answer.notes, t('remind:ask'), [sendReminder(data), no]),
  };
}

export const leaveReminder = (person: Person): Decision => tell(person, [t('reach:notSent')]);

/** They are on their way, or it is to be asked again. */
export function remindOutcome(
  person: Person,
  outcome: Extract<Outcome, { of: 'remindLate' }>,
  context: Context,
): Decision {
  const { result, reach } = outcome;
  const counted = { ...outcome, of: 'countLate' as const };
  switch (result.kind) {
    case 'ordered': {
      const at = { instant: result.at };
      const text =
        result.at > context.now
          ? t('remind:orderedFor', { at, count: reach.people })
          : t('remind:ordered', { count: reach.people });
      return {
        ...tell(person, [text], [says('whySilent')]),
        audits: outcome.areas.map((scope) => ({ did: 'reminded', record: result.run, scope })),
      };
    }
    case 'audienceChanged':
      return lateShown(person, counted, context, [t('remind:lateChanged', { count: reach.people })]);
    case 'closed':
      return lateShown(person, counted, context, [t('reach:closedMeanwhile')]);
    default:
      return result satisfies never;
  }
}
