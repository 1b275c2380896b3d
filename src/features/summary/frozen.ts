import { areaTitle } from '../../kernel/area/text.ts';
import { type Block, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { type AreaFreeze, isFrozenOn } from '../../programme/report/freeze.ts';

/** Areas with a line of their own; the rest is counted. */
const linesShown = 6;

/** What is frozen of an area today, or around it: why and until when. */
export function frozenBlocks(area: Scope, freezes: readonly AreaFreeze[], today: IsoDate): readonly Block[] {
  const lines = freezes.flatMap(({ area: frozen, freeze }): readonly Text[] =>
    freeze && isFrozenOn(freeze, today) && (covers(area, frozen) || covers(frozen, area))
      ? [t('summary:frozen', { area: areaTitle(frozen), why: frozenText(freeze) })]
      : [],
  );
  const rest = lines.length - linesShown;
  return [
    ...lines.slice(0, linesShown).map(warning),
    ...(rest > 0 ? [warning(t('summary:frozenMore', { count: rest }))] : []),
  ];
}

const warning = (text: Text): Block => ({ kind: 'text', text, tone: 'warning' });
