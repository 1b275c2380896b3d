import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { withoutPrompt } from '../../../kernel/ask/prompt.ts';
import { toMenu } from '../../../kernel/ask/toMenu.ts';
import type { Decision } from '../../../kernel/decision.ts';
import type { Context } from '../../../kernel/flow.ts';
import type { Person } from '../../../kernel/person.ts';
import { type Block, type Message, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import type { Center } from '../../../programme/center/center.ts';
import type { FiscalYear } from '../../../programme/ids.ts';
import { indicatorsOf } from '../rules/assessment.ts';
import type { AssessmentCase } from '../rules/assessmentCase.ts';
import { type Newest, officialReport } from '../rules/newestReport.ts';
import { pointsChanged } from '../rules/pointsChanged.ts';
import { scoredForm } from '../versions.ts';
import { changeLines } from './changeLines.ts';
import { earlierText, totalOf } from './total.ts';

/** `อะไรเปลี่ยน`: indicator by indicator, how the report that stands for a year differs from that of the year before. */
export function showChanges(
  person: Person,
  center: Center,
  cases: readonly AssessmentCase[],
  { year, features }: Pick<Context, 'year' | 'features'>,
): Decision {
  const before = (year - 1) as FiscalYear;
  const [earlier, now] = [before, year].map((one) => officialReport(cases, center.id, one));
  const level: Option = {
    label: t('commands:level'),
    tap: { kind: 'act', flow: 'level', act: 'show', value: `${year} ${center.id}` },
  };
  const missing = now ? before : year;
  const message: Message =
    earlier && now
      ? {
          kind: 'card',
          card: {
            heading: headingOf(center, earlier, now, features),
            blocks: blocksOf(earlier, now, features),
          },
        }
      : { kind: 'text', text: [t('level:notComparable', { center: said(center.name), year: missing })] };
  return {
    person: withoutPrompt(person),
    reply: { messages: [message], options: [level, toMenu] },
    audits: [{ did: 'sawLevel', record: center.id, scope: scopeOfCenter(center) }],
  };
}

type Features = Context['features'];

/** Points of different forms have no difference. */
function headingOf({ name }: Center, earlier: Newest, now: Newest, features: Features): Text {
  const params = { ...totalOf(now, features), center: said(name) };
  return isSameForm(earlier, now)
    ? t('level:changesHeading', { ...params, change: differenceOf(earlier, now) })
    : t('level:heading', params);
}

/** The indicators of another version may ask something else under the same number. */
const isSameForm = (earlier: Newest, now: Newest): boolean =>
  earlier.case.form.version === now.case.form.version;

/** Of the totals, with its sign. */
function differenceOf(earlier: Newest, now: Newest): string {
  const difference = now.revision.content.total - earlier.revision.content.total;
  return difference > 0 ? `+${difference}` : String(difference);
}

function blocksOf(earlier: Newest, now: Newest, features: Features): readonly Block[] {
  const lead: Block = { kind: 'text', text: earlierText(earlier, features), tone: 'quiet' };
  if (!isSameForm(earlier, now)) return [lead, { kind: 'text', text: t('level:otherForm'), tone: 'quiet' }];
  const { scoring } = scoredForm(features, now.case.form);
  const changes = pointsChanged(scoring, earlier.revision.content.points, now.revision.content.points);
  const same = indicatorsOf(scoring).length - changes.length;
  return [
    lead,
    ...changeLines(now.case.form, changes),
    ...(same > 0
      ? [{ kind: 'text', text: t('level:unchanged', { count: same }), tone: 'quiet' } as const]
      : []),
  ];
}
