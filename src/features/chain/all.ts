import { withPrompt } from '../../kernel/ask/prompt.ts';
import { carried } from '../../kernel/ask/question.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, t } from '../../kernel/reply.ts';
import { hashOf, markOf } from '../../programme/report/hash.ts';
import { headingOf, reportText } from './card.ts';
import { listWaiting, nothingWaits } from './list.ts';
import { button, shownAs } from './show.ts';
import { signNow } from './sign.ts';
import type { WaitingReport } from './waiting.ts';

/** Reports on one card; what is not shown is not signed with it. */
const mostTogether = 30;

/** `รับรองทั้งหมด`: each report with its figures; the button of the card signs those that it shows. */
export function showAll(person: Person, waiting: readonly WaitingReport[], context: Context): Decision {
  const open = waiting.filter(({ freeze }) => !freeze);
  if (open.length === 0) return listWaiting(person, waiting, context);
  const shown = open.slice(0, mostTogether);
  const rest = open.length - shown.length;
  const sign = button(t('commands:certifyAll'), 'all', markOfAll(shown.map(shownAs)));
  const blocks: readonly Block[] = [
    // What is asked comes first, since long cards are cut where they are read aloud or in a list of chats.
    { kind: 'text', text: t('chain:askAll', { count: shown.length }), tone: 'strong' },
    ...shown.map(
      (one, at): Block => ({
        kind: 'text',
        text: t('choose:row', {
          n: at + 1,
          name: clauses([headingOf(one, context.features), reportText(one, context.year)]),
        }),
      }),
    ),
    ...(rest > 0
      ? [{ kind: 'text', text: t('chain:restLater', { count: rest }), tone: 'quiet' } as const]
      : []),
  ];
  return {
    person: withPrompt(person, 'chain', 'all', {
      shown: shown.map(shownAs).join(','),
      back: 'list',
    }),
    reply: {
      messages: [
        {
          kind: 'card',
          card: { heading: t('chain:allHeading', { count: shown.length }), blocks, buttons: [sign] },
        },
      ],
      options: [sign],
      asks: true,
    },
  };
}

/** The pairs of report and mark that the open card shows. */
export const shownTogether = ({ open }: Person): readonly string[] =>
  open.kind === 'prompt' && open.flow === 'chain' && open.act === 'all'
    ? (open.data.shown ?? '').split(',')
    : [];

/**
 * Signs what the card showed and still waits as it was shown; what changed since is left, and named with the outcome.
 * A button of an earlier card shows what waits now.
 */
export function signAll(
  person: Person,
  waiting: readonly WaitingReport[],
  tapped: string | undefined,
  context: Context,
): Decision {
  const pairs = shownTogether(person);
  if (pairs.length === 0 || (tapped !== undefined && tapped !== markOfAll(pairs)))
    return listWaiting(person, waiting, context, { notes: [t('chain:oldCard')] });
  const shown = pairs.flatMap((pair) => {
    const found = waiting.find((one) => pair.startsWith(carried(one.record.id, '')));
    return found ? [{ waiting: found, mark: pair.slice(found.record.id.length + 1) }] : [];
  });
  if (shown.length === 0) return nothingWaits(person, [t('chain:changedAll')]);
  return signNow(person, shown, context, pairs.length - shown.length);
}

/** What a button carries of all of them. */
const markOfAll = (pairs: readonly string[]): string => markOf(hashOf({ id: 'chain', version: 1 }, pairs));
