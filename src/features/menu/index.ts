import { ask, type Turn } from '../../kernel/asking.ts';
import { type CommandName, commandText } from '../../kernel/commands.ts';
import { type Feature, says } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import { aboutOf } from '../../kernel/form/about.ts';
import { draftOf, type Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Option, type Reply, type Text, t } from '../../kernel/reply.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import { capacities } from '../../programme/people/actor.ts';

/** `เมนู`: what this person can do now, with what is open first. */
export const menuFlow: Flow = {
  id: 'menu',
  decide: (person, _call, _event, context) => showMenu({ ...person, open: { kind: 'nothing' } }, context),
};

/** The menu, which begins with what the person owes; said after a first sentence where there is one. */
export const showMenu = (person: Person, context: Context, first?: Text): Turn =>
  ask({ duties: read('dutiesOf', person) }, ({ duties }) => ({
    person,
    reply: menuReply(person, duties, context, first),
  }));

function menuReply(person: Person, duties: readonly Duty[], context: Context, first?: Text): Reply {
  const open = draftRow(person, context);
  const row = (command: CommandName): Block => ({
    kind: 'row',
    text: commandText(command),
    note: t(`offers:${command}`),
    option: { label: commandText(command), tap: { kind: 'say' } },
  });
  const live = context.features.menu.filter(
    ({ deed, serves }) =>
      deed === undefined ||
      capacities(person.bindings, deed).length > 0 ||
      duties.some((one) => serves?.(one)),
  );
  const options: readonly Option[] = live
    .filter(({ deed }) => deed !== undefined)
    .map(({ command }) => ({ label: commandText(command), tap: { kind: 'say' as const } }));
  return {
    messages: [
      ...(first ? [{ kind: 'text' as const, text: [first] }] : []),
      {
        kind: 'card',
        card: {
          heading: t('menu:heading', { year: context.year }),
          blocks: [
            ...open,
            ...live.map(({ command }) =>
              command === 'tasks' && duties.length > 0
                ? { ...row(command), note: t('menu:owed', { count: duties.length }) }
                : row(command),
            ),
            ...(person.bindings.length === 0 ? [{ kind: 'text' as const, text: t('menu:noRole') }] : []),
          ],
        },
      },
    ],
    options: [
      ...(open.length > 0 ? [says('continue')] : []),
      ...options,
      { label: commandText('help'), tap: { kind: 'say' } },
    ],
  };
}

/** The way back to the last draft, where there is one. */
export function draftRow(person: Person, context: Context): readonly Block[] {
  const draft = draftOf(person, person.lastDraft);
  if (!draft) return [];
  const note = t('menu:openWork', { about: aboutOf(context.features.talkOf(draft), draft, context) });
  return [{ kind: 'row', text: commandText('continue'), note, option: says('continue') }];
}

export const menu: Feature = {
  id: 'menu',
  flow: menuFlow,
  commands: { menu: { navigates: true } },
};
