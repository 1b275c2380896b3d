import { clean } from '../../engine/parse/clean.ts';
import { numberedSlots } from '../../engine/review.ts';
import { walk } from '../../engine/walk.ts';
import type { InboundEvent } from '../event.ts';
import type { Context, Decision } from '../flow.ts';
import { stepKey } from '../form/talk.ts';
import { standingText } from '../form/value.ts';
import { talkOf } from '../forms/index.ts';
import { type Person, stranger } from '../person.ts';
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
                t('people:count', { count: person.closed.filter(({ receipt }) => receipt).length }),
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

/** The answers of every draft, as text to keep. */
export function copyOfData(person: Person, _context: Context): Decision {
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
  const receipts = person.closed.flatMap(({ receipt }) => (receipt ? [said(receipt)] : []));
  return {
    person,
    reply: { messages: [{ kind: 'text', text: [t('people:copyHeading'), ...drafts, ...receipts] }] },
    audits: [{ did: 'sawOwnData', record: 'person' }],
  };
}

export function askName(person: Person): Decision {
  return {
    person: { ...person, open: { kind: 'prompt', flow: 'people', act: 'name', data: { free: 'yes' } } },
    reply: { messages: [{ kind: 'text', text: [t('people:askName')] }], asks: true },
  };
}

export function renameAnswer(person: Person, event: InboundEvent): Decision {
  const name = event.kind === 'text' ? clean(event.text) : '';
  if (name === '' || name.length > longestName) return askName(person);
  const renamed: Person = { ...person, name, open: { kind: 'nothing' } };
  return {
    person: renamed,
    reply: { messages: [{ kind: 'text', text: [t('people:renamed', { name: said(name) })] }] },
  };
}

export function askErase(person: Person): Decision {
  return {
    person: { ...person, open: { kind: 'prompt', flow: 'people', act: 'erase', data: {} } },
    reply: {
      messages: [{ kind: 'text', text: [t('people:askErase')] }],
      options: [
        { label: t('people:eraseYes'), tap: { kind: 'act', flow: 'people', act: 'eraseYes' } },
        { label: t('common:no'), tap: { kind: 'act', flow: 'people', act: 'stay' } },
      ],
      asks: true,
    },
  };
}

/** Everything about the person goes; submitted reports stay, as the office has to keep them. */
export function erase(person: Person): Decision {
  return {
    person: { ...stranger(person.id, person.lineUser), language: person.language },
    reply: { messages: [{ kind: 'text', text: [t('people:erased')] }] },
    audits: [{ did: 'erased', record: 'person' }],
  };
}
