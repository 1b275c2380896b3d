import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../flow.ts';
import type { Notice } from '../notice.ts';
import type { Person } from '../person.ts';
import { t } from '../reply.ts';
import { bindingText, nameText } from '../roleText.ts';

type Unseating = Extract<Notice, { kind: 'areaTakenOver' | 'seatTaken' }>;

/** Somebody else does what this person did. */
export function unseated(person: Person, notice: Unseating): Decision {
  switch (notice.kind) {
    case 'areaTakenOver': {
      const { intent, binding, by } = notice;
      const { handedOver: { [intent]: _gone, ...others } = {}, ...rest } = person;
      const params = { who: bindingText(binding), by: nameText(by, t('people:successor')) };
      return {
        person: { ...rest, ...(Object.keys(others).length > 0 ? { handedOver: others } : {}) },
        reply: { messages: [{ kind: 'text', text: [t('people:areaTakenOver', params)] }] },
        audits: [{ did: 'unseated', record: binding.role, scope: binding.scope }],
      };
    }
    case 'seatTaken': {
      const bindings = person.bindings.filter(
        ({ role, scope, since }) =>
          role !== notice.binding.role ||
          !isDeepStrictEqual(scope, notice.binding.scope) ||
          since > notice.binding.since,
      );
      if (bindings.length === person.bindings.length) return { person };
      const text = t('people:seatTaken', { who: bindingText(notice.binding) });
      return {
        person: { ...person, bindings },
        reply: { messages: [{ kind: 'text', text: [text] }] },
        audits: [{ did: 'unseated', record: notice.binding.role, scope: notice.binding.scope }],
      };
    }
    default:
      return notice satisfies never;
  }
}
