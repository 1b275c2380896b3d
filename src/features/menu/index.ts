import { type CommandName, commandText } from '../../kernel/commands.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { type Block, type Option, type Reply, type Text, t } from '../../kernel/reply.ts';
import { capacities, type Deed } from '../../programme/people/actor.ts';
import { talkOf } from '../forms.ts';

/** What each command is for, and who may use it; in the order of the menu. */
const offers = [
  { command: 'tasks', deed: 'seeDeadlines' },
  { command: 'assess', deed: 'assess' },
  { command: 'debt', deed: 'seeHouseholds' },
  { command: 'level', deed: 'seeLevel' },
  { command: 'summary', deed: 'seeSummary' },
  { command: 'deadlines', deed: 'seeDeadlines' },
  { command: 'plan', deed: 'seePlan' },
  { command: 'registry', deed: 'confirmRegistry' },
  { command: 'remind', deed: 'remind' },
  { command: 'announce', deed: 'announce' },
  { command: 'whySilent', deed: 'seeReminders' },
  { command: 'invite', deed: 'invite' },
  { command: 'myData' },
  { command: 'language' },
  { command: 'help' },
] as const satisfies readonly { readonly command: CommandName; readonly deed?: Deed }[];
type Offered = (typeof offers)[number]['command'];

/** `เมนู`: what this person can do now, with what is open first. */
export const menuFlow: Flow = {
  id: 'menu',
  needs: (person) => ({ duties: person }),
  decide: (person, _call, _event, context) => ({
    person: { ...person, open: { kind: 'nothing' } },
    reply: menuReply(person, context),
  }),
};

/** The menu; said after a first sentence where there is one. */
export function menuReply(person: Person, context: Context, first?: Text): Reply {
  const draft = draftOf(person, person.lastDraft);
  const owed = context.gathered.duties.length;
  const row = (command: Offered): Block => ({
    kind: 'row',
    text: commandText(command),
    note: t(`menu:what.${command}`),
    option: { label: commandText(command), tap: { kind: 'say' } },
  });
  const live = offers.filter(
    (offer) => !('deed' in offer) || capacities(person.bindings, offer.deed).length > 0,
  );
  const options: readonly Option[] = live
    .filter((offer) => 'deed' in offer)
    .map(({ command }) => ({ label: commandText(command), tap: { kind: 'say' as const } }));
  const more: Option = { label: t('commands:continue'), tap: { kind: 'say' } };
  return {
    messages: [
      ...(first ? [{ kind: 'text' as const, text: [first] }] : []),
      {
        kind: 'card',
        card: {
          heading: t('menu:heading', { year: context.year }),
          blocks: [
            ...(draft ? openWork(talkOf(draft).about(draft), more) : []),
            ...live.map(({ command }) =>
              command === 'tasks' && owed > 0
                ? { ...row(command), note: t('menu:owed', { count: owed }) }
                : row(command),
            ),
            ...(person.bindings.length === 0 ? [{ kind: 'text' as const, text: t('menu:noRole') }] : []),
          ],
        },
      },
    ],
    options: [...(draft ? [more] : []), ...options, { label: commandText('help'), tap: { kind: 'say' } }],
  };
}

function openWork(about: Text, option: Option): readonly Block[] {
  return [{ kind: 'row', text: commandText('continue'), note: t('menu:openWork', { about }), option }];
}
