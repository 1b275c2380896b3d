import { isDeepStrictEqual } from 'node:util';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { type Reply, type Text, t } from '../../kernel/reply.ts';
import { bindingText, nameText } from '../../kernel/roleText.ts';

type Unseating = Extract<Notice, { kind: 'areaTakenOver' | 'seatTaken' }>;

/** Somebody else does what this person did; what `rides` along only says so, having been done when it came. */
export function unseated(person: Person, notice: Unseating, rides: boolean): Decision {
  switch (notice.kind) {
    case 'areaTakenOver': {
      const { intent, binding, by } = notice;
      const params = { who: bindingText(binding), by: nameText(by, t('people:successor')) };
      const reply = withMenu(t('people:areaTakenOver', params));
      if (rides) return { person, reply };
      const { handedOver: { [intent]: _gone, ...others } = {}, ...rest } = person;
      return {
        person: { ...rest, ...(Object.keys(others).length > 0 ? { handedOver: others } : {}) },
        reply,
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
      const reply = withMenu(t('people:seatTaken', { who: bindingText(notice.binding) }));
      if (rides) return { person, reply };
      if (bindings.length === person.bindings.length) return { person };
      return {
        person: { ...person, bindings },
        reply,
        audits: [{ did: 'unseated', record: notice.binding.role, scope: notice.binding.scope }],
      };
    }
    default:
      return notice satisfies never;
  }
}

/** What is left to do stands in the menu. */
const withMenu = (text: Text): Reply => noticeReply([text], [toMenu]);
