import { areaTitle } from '../../kernel/area/text.ts';
import { tell } from '../../kernel/ask/tell.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { OutcomeOf } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';

type Settled = OutcomeOf<'freezeReports' | 'liftFreeze'>;

/** What became of a freeze, or of the wish to end one. */
export function freezeOutcome(person: Person, settled: Settled): Decision {
  const { area, result } = settled;
  const said = tell(person, [wordsOf(settled)], [says('freeze')]);
  if (result.kind !== 'set' && result.kind !== 'lifted') return said;
  const did = result.kind === 'set' ? 'frozeReports' : 'liftedFreeze';
  return { ...said, audits: [{ did, record: 'freeze', scope: area }] };
}

function wordsOf({ area, result, told: count }: Settled): Text {
  switch (result.kind) {
    case 'set': {
      const { from, until } = result.freeze;
      const dates = { from: { date: from }, until: { date: until } };
      return t('freeze:set', { area: areaTitle(area), ...dates, count });
    }
    case 'lifted':
      return t('freeze:lifted', { area: areaTitle(area), count });
    case 'frozen':
      return frozenText(result);
    case 'notEntitled':
    case 'reasonMissing':
    case 'datesAreWrong':
    case 'notFrozen':
      return t(`freeze:refused.${result.kind}`);
    default:
      return result satisfies never;
  }
}
