import { areaTitle } from '../../kernel/area/text.ts';
import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../kernel/ask/prompt.ts';
import type { Turn } from '../../kernel/asking.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Call } from '../../kernel/flow.ts';
import { attachedBlock } from '../../kernel/form/attachedBlock.ts';
import type { Person } from '../../kernel/person.ts';
import { askedAgain, type Reach, reachBlocks, sendLabel } from '../../kernel/reach.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Wanted } from './content.ts';

/** An announcement as it would go out. */
export type Planned = {
  readonly announcement: string;
  readonly draft: string;
  readonly wanted: Wanted;
  readonly reach: Reach;
};

/** Shows what would be sent, to how many, at what cost; asks once. With nobody to send it to there is nothing to ask. */
export function preview(person: Person, planned: Planned, notes: readonly Text[] = []): Decision {
  const { announcement, draft, reach } = planned;
  const from = reach.opensAt?.toISOString() ?? '';
  const asked = { of: announcement, draft, people: String(reach.people), from };
  const data = { ...asked, misses: '0', back: `write ${draft}` };
  const buttons = reach.people > 0 ? [sendButton(data)] : [];
  return {
    person: withPrompt(
      { ...person, lastDraft: draft as NonNullable<Person['lastDraft']> },
      'announce',
      'send',
      data,
    ),
    reply: {
      messages: [{ kind: 'card', card: { ...cardOf(planned, notes), buttons } }],
      // With its time the label is too long for a quick reply.
      options: [...(reach.opensAt ? [] : buttons), ...change],
      asks: true,
    },
  };
}

const change: readonly Option[] = [
  { label: t('commands:edit'), tap: { kind: 'say' } },
  { label: t('commands:cancel'), tap: { kind: 'say' } },
];

const sendButton = ({ of = '', from }: PromptData): Option => ({
  label: sendLabel(from),
  tap: { kind: 'act', flow: 'announce', act: 'send', value: of },
});

function cardOf({ wanted, reach }: Planned, notes: readonly Text[]): Card {
  const { audience, text, attachment } = wanted;
  const roles = audience.roles.map((role) => t(`people:roles.${role}`));
  const blocks: readonly Block[] = [
    ...notes.map((note): Block => ({ kind: 'text', text: note, tone: 'strong' })),
    ...reachBlocks(reach),
    { kind: 'fact', label: t('announce:label.roles'), value: t('common:list', { items: roles }) },
    {
      kind: 'fact',
      label: t('reach:label.areas'),
      value: clauses(audience.areas.map(areaTitle)),
    },
    ...(audience.late ? [{ kind: 'text', text: t('announce:lateOnly') } as const] : []),
    { kind: 'line' },
    { kind: 'text', text: said(text) },
    ...(attachment ? [attachedBlock(attachment)] : []),
    { kind: 'line' },
    { kind: 'text', text: t(reach.people > 0 ? 'announce:ask' : 'announce:nobody'), tone: 'strong' },
  ];
  return { heading: t('announce:preview', { count: reach.people }), blocks };
}

/** The answer to the preview: any yes word sends, a no leads back to what was written. */
export function readPreview(
  person: Person,
  { data, event }: Extract<Call, { kind: 'answer' }>,
  then: { readonly send: () => Turn; readonly leave: () => Decision },
): Turn {
  const answer = readOnce(person, event, missesOf(data), t('reach:choices'));
  if (answer.kind === 'yes') return then.send();
  if (answer.kind === 'no') return then.leave();
  return {
    person: withPrompt(person, 'announce', 'send', { ...data, misses: String(answer.misses) }),
    reply: askedAgain(answer.notes, t('announce:ask'), [sendButton(data), ...change]),
  };
}
