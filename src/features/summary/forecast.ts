import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { type Block, said, type Text, t } from '../../kernel/reply.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { IsoDate } from '../../programme/ids.ts';
import type { AreaForecast } from './found.ts';

/** Names in the list of whom to remind; the rest is counted. */
const namesShown = 8;

/** How many assessments will be there on the due date, the fewest people to remind, and where nobody can do them. */
export function forecastBlocks({
  area,
  total,
  done,
  likely,
  vacant,
  due,
  remind,
}: AreaForecast): readonly Block[] {
  if (done === total) return [];
  const shown = remind.filter(({ name }) => name !== '').slice(0, namesShown);
  const names = shown.map(({ name, open }) => t('summary:toRemind', { name: said(name), open }));
  const rest = remind.length - shown.length;
  return [
    ...(likely ? [{ kind: 'text', text: likelyText(likely, due, total) } as const] : []),
    ...(names.length > 0
      ? [
          {
            kind: 'text',
            text: rest > 0 ? t('summary:remindAndMore', { names, rest }) : t('summary:remind', { names }),
          } as const,
        ]
      : []),
    ...(vacant.length > 0 ? [vacantRow(area, vacant)] : []),
  ];
}

function likelyText(
  { expected, low, high }: NonNullable<AreaForecast['likely']>,
  due: IsoDate,
  total: number,
): Text {
  const figures = { due: { date: due }, expected: Math.round(expected), count: total };
  return low === high
    ? t('summary:forecast', figures)
    : t('summary:forecastBetween', { ...figures, low, high });
}

/** Where nobody can do what is open; a tap invites somebody. */
function vacantRow({ kind }: Scope, vacant: readonly Scope[]): Block {
  const names = vacant
    .slice(0, namesShown)
    .map((district) => (kind === 'nation' ? areaTitle(district) : said(areaName(district))));
  const rest = vacant.length - names.length;
  const invite = t('commands:invite');
  return {
    kind: 'row',
    text: rest > 0 ? t('summary:vacantAndMore', { names, count: rest }) : t('summary:vacant', { names }),
    note: invite,
    option: { label: invite, tap: { kind: 'say' } },
  };
}
