import { byName } from '../../kernel/ask/byName.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { says } from '../../kernel/feature.ts';
import { commandOfYear } from '../../kernel/ofYear.ts';
import type { Person } from '../../kernel/person.ts';
import { type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { Center } from '../../programme/center/center.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { type Confirmed, isInTurn } from './confirmed.ts';

/** What comes next after something about entries: what still waits for this person, and the buttons that lead there. */
export function nextEntries(
  person: Person,
  centers: readonly Center[],
  confirmed: Confirmed,
  newest: FiscalYear,
): { readonly text: readonly Text[]; readonly options: readonly Option[] } {
  const { year } = confirmed;
  const waiting = centers.filter((center) => isInTurn(person, center, confirmed)).toSorted(byName);
  const [next] = waiting;
  const list: Option = { label: commandOfYear('registry', year, newest), tap: { kind: 'say' } };
  const others = [list, says('tasks'), toMenu];
  if (!next) return { text: [t('registry:noneLeft')], options: others };
  const name = said(next.name);
  return {
    text: [t('registry:left', { count: waiting.length, next: name })],
    options: [
      {
        label: t('duty:next', { name }),
        tap: { kind: 'act', flow: 'registry', act: 'choose', value: `${year} ${next.id}` },
      },
      ...others,
    ],
  };
}
