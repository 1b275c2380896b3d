import { chooseReply } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { callInYear, carriedYear } from '../../kernel/callInYear.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Context, Flow } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { t } from '../../kernel/reply.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { type AreaMeant, areaMeant, stepBefore } from './area.ts';
import { summaryList } from './card.ts';
import { seeSummary } from './deeds.ts';
import { summaryDocument } from './document.ts';
import { forecastReaders } from './reads/forecasts.ts';
import { openWorkReaders } from './reads/openWork.ts';
import { standingReaders } from './reads/standings.ts';
import { sawSummary } from './saw.ts';
import { districtsOf, openWorkOf, summaryReads } from './summaryReads.ts';

/** `สรุป`: the figures of an area from its standings, who is not done, and the areas below to look into. */
export const summaryFlow: Flow = {
  id: 'summary',
  decide: (person, given, _event, context) => {
    if (capacities(person.bindings, seeSummary).length === 0) return notAllowed(person, t('summary:who'));
    const { call, year } =
      given.kind === 'event' ? { call: given, year: context.year } : callInYear(given, context.year);
    const of = carriedYear(year, context);
    const meant = areaMeant(person, call, context.wordings);
    switch (meant.kind) {
      case 'several': {
        const { rows, misses } = meant;
        return chooseReply(person, {
          flow: 'summary',
          act: 'area',
          heading: t('summary:which'),
          rows,
          misses,
          ...(of && { of, keep: { of } }),
        });
      }
      case 'unknown':
        return tell(person, [t('summary:notFound')]);
      case 'area':
        return showArea(person, meant, year, context, call.kind === 'act' && call.act === 'whole');
      default:
        return meant satisfies never;
    }
  },
};

function showArea(
  person: Person,
  { area, page, misses }: Extract<AreaMeant, { kind: 'area' }>,
  year: FiscalYear,
  context: Context,
  isWhole: boolean,
): Turn {
  const {
    today,
    isOpen,
    features: { summaryOf },
  } = context;
  const of = carriedYear(year, context);
  const wants = {
    ...summaryReads([area], year, today),
    debtReports: read('debtReportsIn', districtsOf([area]), year),
  };
  return ask(wants, (found) => {
    const view = {
      ...found,
      ...openWorkOf(found, year, context.year),
      area,
      year,
      today,
      summaryOf,
      isOpen: isOpen(year),
      isWhole,
    };
    const list = summaryList(view, of);
    const back = stepBefore(person, area, of);
    const keep = { ...list.keep, ...(of && { of }), ...(back && { back }) };
    return {
      ...chooseReply(person, { ...list, ...(of && { of }), keep, page, misses }),
      audits: [sawSummary(area, year)],
    };
  });
}

export {
  type AreaProgress,
  barOf,
  barsOf,
  figureBlocks,
  nameBlocks,
  notDone,
  wholeOf,
} from './card.ts';
export { districtsOf, openWorkOf, type SummaryFound, summaryReads } from './summaryReads.ts';
export { sawSummary, seeSummary };

export const summary: Feature = {
  id: 'summary',
  documents: [summaryDocument],
  flow: summaryFlow,
  deeds: [seeSummary],
  commands: { summary: { takesRest: 'name' } },
  menu: [{ command: 'summary', place: 50, deed: seeSummary }],
  startedBy: 'summary',
  open: ({ store, dues, forms }) => ({
    readers: {
      ...standingReaders(store),
      ...forecastReaders({ store, forms }),
      ...openWorkReaders({ store, dues }),
    },
  }),
};
