import { pose } from '../../kernel/ask/question.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Outcome } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { type DeadlinePlace, type DeadlineRule, deadlineId } from '../../programme/deadline/deadline.ts';
import { whetherItStands } from './confirm.ts';
import { overridesText } from './overrides.ts';
import { audienceText, placeParams, problemText } from './text.ts';

/** What became of a new date: said with the old one and with who is told. */
export function outcomeOf(
  person: Person,
  { place, due, letter, result, told }: Extract<Outcome, { of: 'setDeadline' }>,
  context: Context,
): Turn {
  const params = { ...placeParams(place, context), due: { date: due } };
  switch (result.kind) {
    case 'set': {
      const { before } = result;
      const changed =
        before && before !== due
          ? t('deadline:changed', { ...params, before: { date: before } })
          : t('deadline:setFirst', params);
      const who = audienceText(place, context);
      const heard = told > 0 ? t('deadline:told', { who, count: told }) : t('deadline:toldNobody', { who });
      const { kind, area, ...period } = place;
      return ask({ rules: read('dueDates') }, ({ rules }) => ({
        ...tell(person, [changed, ...staying(rules, place), heard], [says('deadlines')]),
        audits: [{ did: 'setDeadline', record: deadlineId(kind, period, area), scope: area }],
      }));
    }
    case 'unchanged':
      return tell(person, [t('deadline:unchanged', params)], [says('deadlines')]);
    // Something else was changed since the question was asked.
    case 'asked':
      return ask({ rules: read('dueDates') }, ({ rules }) =>
        pose(person, whetherItStands(place, due, rules, context, { letter, warnings: result.warnings })),
      );
    case 'refused':
      return tell(person, [problemText(result.problem)], [says('deadlines')]);
    default:
      return result satisfies never;
  }
}

/** Where the nation's new date does not hold; a province's takes back those of its districts. */
function staying(rules: readonly DeadlineRule[], place: DeadlinePlace): readonly Text[] {
  const others = place.area.kind === 'nation' ? overridesText(rules, place) : undefined;
  return others ? [t('deadline:others.stay', { others })] : [];
}
