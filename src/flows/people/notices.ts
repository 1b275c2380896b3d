import { isDeepStrictEqual } from 'node:util';
import { may } from '../../domain/actor.ts';
import type { Decision } from '../flow.ts';
import { withoutDraft } from '../form/openDraft.ts';
import type { Notice } from '../notice.ts';
import { draftOf, type Person } from '../person.ts';
import { type Reply, said, type Text, t } from '../reply.ts';
import { bindingText, nameText } from './roleText.ts';

/** Somebody's act that concerns this person; what is no longer in their scope is not said. */
export function noticed(person: Person, notice: Notice): Decision {
  switch (notice.kind) {
    case 'assessmentSubmitted': {
      const { province, district, center } = notice;
      if (!may(person.bindings, 'seeLevel', { kind: 'center', province, district, center }))
        return { person };
      const { centerName, year, receipt, total, level, by } = notice;
      const text = t('assess:notice.submitted', {
        by: nameText(by),
        center: said(centerName),
        year,
        total,
        level,
        receipt,
      });
      return { person, reply: plain(text) };
    }
    case 'draftTakenOver': {
      const { draft, by, centerName } = notice;
      const text = t('assess:notice.takenOver', { by: nameText(by), center: said(centerName) });
      return {
        person: draftOf(person, draft) ? withoutDraft(person, draft, { draft, what: 'moved' }) : person,
        reply: plain(text),
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
      return {
        person: { ...person, bindings },
        reply: plain(t('people:seatTaken', { who: bindingText(notice.binding) })),
        audits: [{ did: 'unseated', record: notice.binding.role, scope: notice.binding.scope }],
      };
    }
    default:
      return notice satisfies never;
  }
}

const plain = (text: Text): Reply => ({ messages: [{ kind: 'text', text: [text] }] });
