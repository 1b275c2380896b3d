import type { Receipt } from '../../domain/ids.ts';
import { clean } from '../../engine/parse/clean.ts';
import { numberedSlots } from '../../engine/review.ts';
import { walk } from '../../engine/walk.ts';
import { readOnce } from '../asksOnce.ts';
import type { InboundEvent } from '../event.ts';
import type { Decision } from '../flow.ts';
import { stepKey } from '../form/talk.ts';
import { standingText } from '../form/value.ts';
import { talkOf } from '../forms/index.ts';
import { type Person, stranger } from '../person.ts';
import { asking, helpAfter, missesOf, type PromptData } from '../prompt.ts';
import { type Block, type Option, said, type Text, t } from '../reply.ts';
import { bindingText } from './roleText.ts';

/** Names longer than this do not fit on a form's signature line. */
const longestName = 120;

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
              fact(
                t('people:dataReports'),
                t('people:count', { count: submittedBy(person).length }),
              ),
              { kind: 'text', text: t('people:whatElse'), tone: 'quiet' },
            ],
            buttons: [
              button('rename', t('people:rename')),
              button('copy', t('people:copy')),
              button('erase', t('people:erase')),
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
export function copyOfData(person: Person): Decision {
  const drafts = Object.values(person.drafts).flatMap((draft) => {
    const talk = talkOf(draft);
    const { slots } = walk(talk.form, draft, talk.derived);
    const lines = numberedSlots(talk.form, slots)
      .filter(({ slot }) => slot.entry)
      .map(({ number, slot }) =>
        t('people:copyLine', {
          number,
          title: t(stepKey(talk.form, slot.step, 'title'), talk.titleParams?.(draft, slot) ?? {}),
          value: standingText(talk.form, slot),
        }),
      );
    return [talk.about(draft), ...lines];
  });
  const receipts = submittedBy(person).map((receipt) => t('people:copyReceipt', { receipt }));
  return {
    person,
    reply: {
      messages: [{ kind: 'text', text: [t('people:copyHeading'), ...aboutPerson(person), ...drafts, ...receipts] }],
    },
    audits: [{ did: 'sawOwnData', record: 'person' }],
  };
}

/** Who the person is, a line each. */
function aboutPerson({ name, bindings, consentedAt }: Person): readonly Text[] {
  const line = (label: Text, value: Text): Text => t('people:copyFact', { label, value });
  return [
    line(t('people:dataName'), name ? said(name) : t('people:noName')),
    ...(consentedAt ? [line(t('people:dataConsent'), t('people:instant', { at: { instant: consentedAt } }))] : []),
    ...bindings.map((binding) => line(t('people:dataRole'), bindingText(binding))),
  ];
}

export function askName(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'name', { free: 'yes', misses: String(misses) }),
    reply: { messages: [{ kind: 'text', text: [...notes, t('people:askName')] }], asks: true },
  };
}

export function renameAnswer(person: Person, event: InboundEvent, data: PromptData): Decision {
  const name = event.kind === 'text' ? clean(event.text) : '';
  if (name === '' || name.length > longestName) {
    const misses = missesOf(data) + 1;
    const problem =
      name === ''
        ? t('problems:unreadable.text')
        : t('problems:tooLong', { length: name.length, max: longestName });
    return askName(person, [problem, ...helpAfter(misses)], misses);
  }
  const renamed: Person = { ...person, name, open: { kind: 'nothing' } };
  return {
    person: renamed,
    reply: { messages: [{ kind: 'text', text: [t('people:renamed', { name: said(name) })] }] },
  };
}

export function askErase(person: Person, notes: readonly Text[] = [], misses = 0): Decision {
  return {
    person: asking(person, 'people', 'erase', { misses: String(misses) }),
    reply: {
      messages: [{ kind: 'text', text: [...notes, t('people:askErase')] }],
      options: [
        { label: t('people:eraseYes'), tap: { kind: 'act', flow: 'people', act: 'eraseYes' } },
        { label: t('common:no'), tap: { kind: 'act', flow: 'people', act: 'stay' } },
      ],
      asks: true,
    },
  };
}

/** Nothing where the answer is no. */
export function eraseAnswer(person: Person, event: InboundEvent, data: PromptData): Decision | undefined {
  const answer = readOnce(person, event, missesOf(data));
  if (answer.kind === 'again') return askErase(person, answer.notes, answer.misses);
  return answer.kind === 'yes' ? erase(person) : undefined;
}

/** Everything about the person goes; submitted reports stay, as the office has to keep them. */
export function erase(person: Person): Decision {
  return {
    person: { ...stranger(person.id, person.lineUser), language: person.language },
    reply: { messages: [{ kind: 'text', text: [t('people:erased')] }] },
    audits: [{ did: 'erased', record: 'person' }],
  };
}
