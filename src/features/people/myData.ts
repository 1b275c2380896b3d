import { numberedSlots } from '../../engine/review.ts';
import { walk } from '../../engine/walk.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import { aboutOf } from '../../kernel/form/about.ts';
import { nameOf } from '../../kernel/form/talk.ts';
import { standingText } from '../../kernel/form/value.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Option, said, type Text, t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import type { Receipt } from '../../programme/ids.ts';

/** `ข้อมูลของฉัน`: everything that is kept about the person, by kind; with a copy and its erasure as buttons. */
export function myData(person: Person): Decision {
  const fact = (label: Text, value: Text): Block => ({ kind: 'fact', label, value });
  const button = (act: string, label: Text): Option => ({ label, tap: { kind: 'act', flow: 'people', act } });
  const drafts = Object.values(person.drafts);
  return {
    person: { ...person, open: { kind: 'nothing' } },
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading: t('people:myData'),
            blocks: [
              fact(t('people:dataName'), person.name ? said(person.name) : t('people:noName')),
              fact(
                t('people:dataConsent'),
                t('people:instant', { at: { instant: person.consentedAt ?? new Date(0) } }),
              ),
              ...person.bindings.map((binding) => fact(t('people:dataRole'), bindingText(binding))),
              fact(t('people:dataDrafts'), t('people:count', { count: drafts.length })),
              fact(t('people:dataReports'), t('people:count', { count: submittedBy(person).length })),
              { kind: 'text', text: t('people:whatElse'), tone: 'quiet' },
            ],
            buttons: [
              button('rename', t('commands:rename')),
              button('copy', t('commands:copyData')),
              button('erase', t('commands:eraseData')),
            ],
          },
        },
      ],
      asks: true,
    },
    audits: [{ did: 'sawOwnData', record: 'person' }],
  };
}

/** The receipts of what this person submitted. */
const submittedBy = ({ closed }: Person): readonly Receipt[] =>
  closed.flatMap(({ what, receipt }) => (what === 'submitted' && receipt ? [receipt] : []));

/** The answers of every draft, as text to keep. */
export function copyOfData(person: Person, context: Context): Decision {
  const { talkOf } = context.features;
  const drafts = Object.values(person.drafts).flatMap((draft) => {
    const talk = talkOf(draft);
    const { slots } = walk(talk.form, draft, talk.derived);
    const lines = numberedSlots(talk.form, slots)
      .filter(({ slot }) => slot.entry)
      .map(({ number, slot }) =>
        t('people:copyLine', {
          number,
          title: nameOf(talk, draft, slot),
          value: standingText(talk, draft, slot),
        }),
      );
    return [aboutOf(talk, draft, context), ...lines];
  });
  const receipts = submittedBy(person).map((receipt) => t('people:copyReceipt', { receipt }));
  return {
    person,
    reply: {
      messages: [
        { kind: 'text', text: [t('people:copyHeading'), ...aboutPerson(person), ...drafts, ...receipts] },
      ],
      options: [says('myData'), toMenu],
    },
    audits: [{ did: 'sawOwnData', record: 'person' }],
  };
}

/** Who the person is, a line each. */
function aboutPerson({ name, bindings, consentedAt }: Person): readonly Text[] {
  const line = (label: Text, value: Text): Text => t('people:copyFact', { label, value });
  return [
    line(t('people:dataName'), name ? said(name) : t('people:noName')),
    ...(consentedAt
      ? [line(t('people:dataConsent'), t('people:instant', { at: { instant: consentedAt } }))]
      : []),
    ...bindings.map((binding) => line(t('people:dataRole'), bindingText(binding))),
  ];
}
