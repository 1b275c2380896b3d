import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { tell } from '../../kernel/ask/tell.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { clauses } from '../../kernel/clauses.ts';
import type { Decision } from '../../kernel/decision.ts';
import { dutyText } from '../../kernel/duty/text.ts';
import { says } from '../../kernel/feature.ts';
import type { Context } from '../../kernel/flow.ts';
import type { OutcomeOf } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Block, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { openButton } from '../../kernel/report/openReport.ts';
import { whereText } from '../../kernel/report/where.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { scopeOfUnit, unitId } from '../../programme/report/unit.ts';
import { headingOf, reportText } from './card.ts';
import { besideCard, refusedText } from './refused.ts';
import { showReport } from './show.ts';
import { type WaitingReport, waitingFor } from './waiting.ts';

/** What became of signatures: the receipt and what waits next, or why nothing was signed. */
export function signedOutcome(
  person: Person,
  { results, gone }: OutcomeOf<'signReports'>,
  context: Context,
): Turn {
  const [first, ...others] = results;
  if (!first) return { person };
  return ask({ filed: read('reportsInChain'), one: read('filedReport', first.report) }, ({ filed, one }) => {
    const waiting = waitingFor(person, filed, context.features.reports, context.now);
    if (others.length === 0 && gone === 0 && one) return oneSigned(person, one, first, waiting, context);
    return severalSigned(person, { results, gone }, filed, waiting, context.year);
  });
}

type Settled = OutcomeOf<'signReports'>['results'][number];

function oneSigned(
  person: Person,
  filed: FiledReport,
  { result }: Settled,
  waiting: readonly WaitingReport[],
  context: Context,
): Decision {
  if (result.kind !== 'signed') {
    return showReport(person, filed, context, besideCard(result));
  }
  const { record } = filed;
  const kind = context.features.reports.get(record.kind);
  const step = kind?.rules.chain.find(({ id }) => id === result.step);
  return {
    ...tellReceipt(
      person,
      [
        t('chain:receipt', { receipt: result.receipt }),
        t(`chain:signed.${step?.act ?? 'certify'}`, {
          report: reportText(filed, context.year),
          name: headingOf(filed, context.features),
          at: { instant: context.now },
        }),
        ...(kind ? [whereText(record, kind.rules, filed.seat)] : []),
      ],
      // The last signature locks the report.
      [...nextWaiting(waiting), ...(result.next ? [says('recall')] : []), says('tasks')],
    ),
    audits: [{ did: 'signedReport', record: record.id, scope: scopeOfUnit(record.unit) }],
  };
}

/** What a step is confirmed by. */
function tellReceipt(...what: Parameters<typeof tell>): Decision {
  const { person, reply } = tell(...what);
  return { person, reply: { ...reply, receipt: true } };
}

/** The report that waits longest for this person, with a button. */
const nextWaiting = ([next]: readonly WaitingReport[]): readonly Option[] =>
  next ? [openButton(t('duty:next', { name: said(next.name) }), next.record.id)] : [];

/** One answer for all: each with its receipt, then those that were not signed and why. */
function severalSigned(
  person: Person,
  { results, gone }: Pick<OutcomeOf<'signReports'>, 'results' | 'gone'>,
  filed: readonly FiledReport[],
  waiting: readonly WaitingReport[],
  year: FiscalYear,
): Decision {
  // Several reports may be about one place.
  const nameOf = ({ report }: Settled): Text => {
    const one = filed.find(({ record }) => record.id === report);
    return one ? clauses([said(one.name), reportText(one, year)]) : said(report);
  };
  const signed = results.flatMap((one) =>
    one.result.kind === 'signed' ? [{ ...one, result: one.result }] : [],
  );
  const refused = results.flatMap((one): readonly Block[] => {
    const why = refusedText(one.result);
    return why
      ? [{ kind: 'text', text: t('chain:notSigned', { name: nameOf(one), why }), tone: 'warning' }]
      : [];
  });
  const heading = t('chain:signedAll', { count: signed.length });
  return {
    person: withoutPrompt(person),
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading,
            blocks: [
              ...signed.map(
                (one): Block => ({
                  kind: 'text',
                  text: t('chain:signedRow', { name: nameOf(one), receipt: one.result.receipt }),
                }),
              ),
              ...refused,
              ...(gone > 0
                ? [{ kind: 'text', text: t('chain:gone', { count: gone }), tone: 'warning' } as const]
                : []),
            ],
            buttons: [...nextWaiting(waiting), says('tasks')],
          },
        },
      ],
      options: [...nextWaiting(waiting), says('tasks'), toMenu],
      receipt: true,
    },
    audits: signed.flatMap(({ report }) => {
      const record = filed.find((one) => one.record.id === report)?.record;
      return record
        ? [{ did: 'signedReport', record: report, scope: scopeOfUnit(record.unit) } as const]
        : [];
    }),
  };
}

/** What became of a return. */
export function returnedOutcome(
  person: Person,
  { report, result }: OutcomeOf<'returnReport'>,
  context: Context,
): Turn {
  const wants = { one: read('filedReport', report), filed: read('reportsInChain') };
  return ask(wants, ({ one, filed }) => {
    if (!one) return { person: withoutPrompt(person) };
    if (result.kind !== 'returned') {
      return showReport(person, one, context, besideCard(result));
    }
    const waiting = waitingFor(person, filed, context.features.reports, context.now);
    return {
      ...tellReceipt(
        person,
        [
          ...(result.receipt ? [t('chain:receipt', { receipt: result.receipt })] : []),
          t('chain:returned', {
            report: reportText(one, context.year),
            name: said(one.name),
            to: said(result.to.name),
            reason: said(result.reason),
          }),
        ],
        [...nextWaiting(waiting), says('tasks')],
      ),
      audits: [{ did: 'returnedReport', record: report, scope: scopeOfUnit(one.record.unit) }],
    };
  });
}

/** What became of a recall: where the report is changed now. */
export function recalledOutcome(
  person: Person,
  { report, result }: OutcomeOf<'recallReport'>,
  context: Context,
): Turn {
  const wants = { one: read('filedReport', report), duties: read('dutiesOf', person) };
  return ask(wants, ({ one, duties }) => {
    if (!one) return { person: withoutPrompt(person) };
    if (result.kind !== 'recalled' && result.kind !== 'takenBack') {
      return showReport(person, one, context, besideCard(result));
    }
    const { unit, kind } = one.record;
    const own = duties.find((duty) => duty.kind === kind && unitId(duty.unit) === unitId(unit));
    const next: readonly Option[] = own
      ? [
          {
            label: dutyText(own, context.year),
            tap: { kind: 'act', flow: 'tasks', act: 'start', value: own.key },
          },
        ]
      : [];
    return {
      ...tell(
        person,
        [t(`chain:${result.kind}`, { report: reportText(one, context.year), name: said(one.name) })],
        [...next, says('tasks')],
      ),
      audits: [{ did: 'recalledReport', record: report, scope: scopeOfUnit(unit) }],
    };
  });
}

/** What became of a signature on paper. */
export function paperOutcome(
  person: Person,
  { report, result }: OutcomeOf<'recordOnPaper'>,
  context: Context,
): Turn {
  return ask({ one: read('filedReport', report) }, ({ one }) => {
    if (!one) return { person: withoutPrompt(person) };
    const kind = context.features.reports.get(one.record.kind);
    if (result.kind !== 'signed' || !kind) {
      return showReport(person, one, context, besideCard(result));
    }
    return {
      ...tellReceipt(
        person,
        [
          t('chain:receipt', { receipt: result.receipt }),
          t('chain:paper.recorded', { name: headingOf(one, context.features) }),
          whereText(one.record, kind.rules, one.seat),
        ],
        [says('recall'), says('tasks')],
      ),
      audits: [{ did: 'recordedOnPaper', record: report, scope: scopeOfUnit(one.record.unit) }],
    };
  });
}
