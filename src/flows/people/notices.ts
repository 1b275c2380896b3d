import { isDeepStrictEqual } from 'node:util';
import { may } from '../../domain/actor.ts';
import { concernedAs } from '../../domain/deadline/people.ts';
import { told } from '../announce/told.ts';
import { placeParams } from '../deadline/text.ts';
import type { Decision } from '../flow.ts';
import { withoutDraft } from '../form/openDraft.ts';
import type { Notice } from '../notice.ts';
import { draftOf, type Person } from '../person.ts';
import { remindersTold } from '../remind/told.ts';
import { type Reply, said, type Text, t } from '../reply.ts';
import { bindingText, nameText, officerName } from './roleText.ts';

/** Somebody's act that concerns this person; what is no longer in their scope is not said. */
export function noticed(person: Person, notice: Notice): Decision {
  switch (notice.kind) {
    case 'assessmentSubmitted': {
      const { province, district, center } = notice;
      if (!may(person.bindings, 'seeLevel', { kind: 'center', province, district, center }))
        return { person };
      const { centerName, year, receipt, total, level, by } = notice;
      const text = t('assess:notice.submitted', {
        by: officerName(by, district),
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
      const text = t('assess:notice.takenOver', {
        by: nameText(by, t('people:roles.officer')),
        center: said(centerName),
      });
      return {
        person: draftOf(person, draft) ? withoutDraft(person, draft, { draft, what: 'moved' }) : person,
        reply: plain(text),
      };
    }
    case 'roundSubmitted': {
      const { province, district, center } = notice;
      if (!may(person.bindings, 'seeSummary', { kind: 'center', province, district, center }))
        return { person };
      const { centerName, year, round, receipt, households, flags, by } = notice;
      const params = {
        by: officerName(by, district),
        center: said(centerName),
        year,
        round,
        households,
        receipt,
      };
      return { person, reply: plain(t('people:roundSubmitted', params), ...remarks(flags)) };
    }
    case 'deadlineChanged': {
      const { place, due, before, by } = notice;
      if (concernedAs(person.bindings, place).length === 0) return { person };
      const office = t(place.area.kind === 'nation' ? 'people:departmentOffice' : 'people:office');
      const params = { ...placeParams(place), by: nameText(by, office), due: { date: due } };
      const text = before
        ? t('deadline:notice.changed', { ...params, before: { date: before } })
        : t('deadline:notice.setFirst', params);
      return { person, reply: plain(text) };
    }
    case 'areaTakenOver': {
      const { intent, binding, by } = notice;
      const { handedOver: { [intent]: _gone, ...others } = {}, ...rest } = person;
      return {
        person: { ...rest, ...(Object.keys(others).length > 0 ? { handedOver: others } : {}) },
        reply: plain(
          t('people:areaTakenOver', { who: bindingText(binding), by: nameText(by, t('people:successor')) }),
        ),
        audits: [{ did: 'unseated', record: binding.role, scope: binding.scope }],
      };
    }
    case 'alert': {
      const isAdmin = person.bindings.some(({ role }) => role === 'admin');
      const { alert, about } = notice;
      return isAdmin ? { person, reply: plain(t(`clock:alert.${alert}`, { about })) } : { person };
    }
    case 'announced':
    case 'announcementOver':
      return told(person, notice);
    case 'remindersOver':
      return remindersTold(person, notice);
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

const plain = (...text: readonly Text[]): Reply => ({ messages: [{ kind: 'text', text }] });

const remarks = (flags: number): readonly Text[] =>
  flags > 0 ? [t('people:roundFlags', { count: flags })] : [];
