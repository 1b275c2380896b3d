import type { Decision } from '../../kernel/decision.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Notice } from '../../kernel/notice.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import { dueKindOf } from '../../programme/deadline/kind.ts';
import { concernedAs } from '../../programme/deadline/people.ts';
import { placeParams } from './text.ts';

type DeadlineNotice = Extract<Notice, { kind: 'deadlineChanged' }>;

/** What one reports has another date now. */
export function deadlineNoticed(
  person: Person,
  { place, due, before, by, as }: DeadlineNotice,
  _rides: boolean,
  context: Context,
): Decision {
  const kind = dueKindOf(context.features.dues, place.kind);
  if (concernedAs(person.bindings, kind, place.area).length === 0) return { person };
  const office = t(place.area.kind === 'nation' ? 'people:departmentOffice' : 'people:office');
  const setter = as && by !== '' ? t('deadline:notice.by', { by, as: bindingText(as) }) : office;
  const params = { ...placeParams(place, context), by: setter, due: { date: due } };
  const text = before
    ? t('deadline:notice.changed', { ...params, before: { date: before } })
    : t('deadline:notice.setFirst', params);
  return { person, reply: { messages: [{ kind: 'text', text: [text, t('deadline:notice.hint')] }] } };
}
