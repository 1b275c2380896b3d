import { tell } from '../../kernel/ask/tell.ts';
import type { Decision } from '../../kernel/decision.ts';
import { says } from '../../kernel/feature.ts';
import type { OutcomeOf } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { t } from '../../kernel/reply.ts';
import { nameText } from '../../kernel/roleText.ts';
import { seatText } from './questions.ts';

/** Who signs for the seat now, or why nobody was named. */
export function namedOutcome(person: Person, { seat, result }: OutcomeOf<'nameDeputy'>): Decision {
  if (result.kind !== 'named') return tell(person, [t(`deputy:refused.${result.kind}`)], [says('tasks')]);
  const { name, term } = result.deputy;
  const params = { name: nameText(name), seat: seatText(seat) };
  const text =
    term.kind === 'until'
      ? t('deputy:namedUntil', { ...params, until: { date: term.until } })
      : t('deputy:namedThese', { ...params, count: term.reports.length });
  return {
    ...tell(person, [text], [says('tasks')]),
    audits: [{ did: 'namedDeputy', record: 'seat', scope: seat.scope }],
  };
}
