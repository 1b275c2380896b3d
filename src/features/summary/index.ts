import { chooseReply } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { settled } from '../../kernel/ask/prompt.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Flow } from '../../kernel/flow.ts';
import { t } from '../../kernel/reply.ts';
import { capacities } from '../../programme/people/actor.ts';
import { areaMeant, stepBefore } from './area.ts';
import { summaryList } from './card.ts';
import { sawSummary } from './saw.ts';

/** `สรุป`: the figures of an area from its standings, who is not done, and the areas below to look into. */
export const summaryFlow: Flow = {
  id: 'summary',
  needs: (person, call, { wordings, today }) => {
    const meant = areaMeant(person, call, wordings);
    if (meant.kind !== 'area') return {};
    const areas = [meant.area];
    const named = meant.area.kind === 'district' ? { centersIn: areas, debtReportsIn: areas } : {};
    return {
      standings: [meant.area],
      forecasts: { areas: areas, today },
      late: { areas: areas, today },
      ...named,
    };
  },
  decide: (
    person,
    call,
    _event,
    { wordings, year, today, isOpen, gathered: { standings, centers, debtReports, forecasts, late } },
  ) => {
    if (capacities(person.bindings, 'seeSummary').length === 0) return notAllowed(person, t('summary:who'));
    const meant = areaMeant(person, call, wordings);
    switch (meant.kind) {
      case 'several': {
        const { rows, misses } = meant;
        return chooseReply(person, {
          flow: 'summary',
          act: 'area',
          heading: t('summary:which'),
          rows,
          misses,
        });
      }
      case 'unknown':
        return {
          person: settled(person),
          reply: { messages: [{ kind: 'text', text: [t('summary:notFound')] }], options: [toMenu] },
        };
      case 'area': {
        const { area, page, misses } = meant;
        const list = summaryList({
          ...{ area, year, today, standings, centers, debtReports, forecasts, late },
          isOpen: isOpen(year),
        });
        const back = stepBefore(person, area);
        const keep = { ...list.keep, ...(back && { back }) };
        return {
          ...chooseReply(person, { ...list, keep, page, misses }),
          audits: [sawSummary(area, year)],
        };
      }
      default:
        return meant satisfies never;
    }
  },
};
