import { type Block, said, t } from '../../kernel/reply.ts';
import type { AreaForecast } from './found.ts';

/** Names in the list of whom to remind; the rest is counted. */
const namesShown = 8;

/** How many assessments will be there on the due date, and the fewest people to remind so that all are. */
export function forecastBlocks({
  total,
  done,
  expected,
  low,
  high,
  due,
  remind,
}: AreaForecast): readonly Block[] {
  if (done === total) return [];
  const shown = remind.filter(({ name }) => name !== '').slice(0, namesShown);
  const names = shown.map(({ name, open }) => t('summary:toRemind', { name: said(name), open }));
  const rest = remind.length - shown.length;
  const figures = { due: { date: due }, expected: Math.round(expected), total };
  return [
    {
      kind: 'text',
      text:
        low === high
          ? t('summary:forecast', figures)
          : t('summary:forecastBetween', { ...figures, low, high }),
    },
    ...(names.length > 0
      ? [
          {
            kind: 'text',
            text: rest > 0 ? t('summary:remindAndMore', { names, rest }) : t('summary:remind', { names }),
          } as const,
        ]
      : []),
  ];
}
