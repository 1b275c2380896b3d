import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import { toMenu } from '../../../kernel/ask/toMenu.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { Context } from '../../../kernel/flow.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Block, type Message, type Option, said, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';
import { unitId } from '../../../programme/report/unit.ts';
import { highestTotal } from '../rules/assessment.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { officialReport } from '../rules/newestReport.ts';
import { scoredForm } from '../versions.ts';

/**
 * A center's levels over the years, newest first. Where only this year and the last were read, because the center
 * was not known before, a button shows the rest.
 */
export function showHistory(
  person: Person,
  center: Center,
  { cases, complete }: { readonly cases: readonly AssessmentCase[]; readonly complete: boolean },
  { features }: Pick<Context, 'features'>,
): Decision {
  const years = reportsOf(center, cases, features);
  const rest: Option = {
    label: t('common:more'),
    tap: { kind: 'act', flow: 'level', act: 'history', value: center.id },
  };
  const message: Message =
    years.length === 0
      ? { kind: 'text', text: [t('level:noHistory', { center: said(center.name) })] }
      : {
          kind: 'card',
          card: { heading: t('level:historyHeading', { center: said(center.name) }), blocks: years },
        };
  return {
    person: withoutPrompt(person),
    reply: { messages: [message], options: [...(complete ? [] : [rest]), toMenu] },
    audits: [{ did: 'sawLevel', record: center.id, scope: scopeOfCenter(center) }],
  };
}

function reportsOf(
  { id }: Center,
  cases: readonly AssessmentCase[],
  features: Context['features'],
): readonly Block[] {
  return cases
    .filter(({ unit }) => unitId(unit) === id)
    .toSorted((a, b) => b.period.year - a.period.year)
    .flatMap(({ period: { year }, form }): Block | [] => {
      const report = officialReport(cases, id, year);
      if (!report) return [];
      const { total, level, percent } = report.revision.content;
      const of = highestTotal(scoredForm(features, form).scoring);
      return {
        kind: 'fact',
        label: t('level:historyYear', { year }),
        value: t('level:historyValue', { total, of, level, percent: percent.toFixed(1) }),
      };
    });
}
