import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Notice } from '../../kernel/notice.ts';
import { noticeReply } from '../../kernel/noticeReply.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import { dueKindOf } from '../../programme/deadline/kind.ts';
import { concernedAs } from '../../programme/deadline/people.ts';
import { areaDue } from './overrides.ts';
import type { DateBefore } from './terms.ts';
import { placeParams } from './text.ts';

type DeadlineNotice = Extract<Notice, { kind: 'deadlineChanged' }>;

/** What one reports has another date now. */
export function deadlineNoticed(
  person: Person,
  { place, due, before, beforeIn, by, as }: DeadlineNotice,
  _rides: boolean,
  context: Context,
): Decision {
  const kind = dueKindOf(context.features.dues, place.kind);
  if (concernedAs(person.bindings, kind, place.area).length === 0) return { person };
  const office = t(place.area.kind === 'nation' ? 'people:departmentOffice' : 'people:office');
  const setter = as && by !== '' ? t('deadline:notice.by', { by, as: bindingText(as) }) : office;
  const params = { ...placeParams(place, context), by: setter, due: { date: due } };
  const first = before
    ? t('deadline:notice.changed', { ...params, before: { date: before } })
    : t('deadline:notice.setFirst', params);
  const text = beforeIn ? t('deadline:notice.changedIn', { ...params, before: beforeText(beforeIn) }) : first;
  return { person, reply: noticeReply([text], [says('deadlines'), says('tasks')]) };
}

const beforeText = (areas: readonly DateBefore[]): Text =>
  t('common:list', { items: areas.map(({ area, before: due }) => areaDue({ area, due })) });
