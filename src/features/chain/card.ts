import { clauses } from '../../kernel/clauses.ts';
import { reportName } from '../../kernel/due.ts';
import type { Features } from '../../kernel/features.ts';
import type { Context } from '../../kernel/flow.ts';
import { ofYear } from '../../kernel/ofYear.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import { whereText } from '../../kernel/report/where.ts';
import { nameText } from '../../kernel/roleText.ts';
import type { DeadlineKind } from '../../programme/deadline/kind.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { freezeAt } from '../../programme/report/freeze.ts';
import type { Revision, Signature } from '../../programme/report/revision.ts';
import { newestRevision } from '../../programme/report/stage.ts';

/** What a report is called, with its year where that is not the newest. */
export const reportText = ({ record }: FiledReport, newest: FiscalYear): Text =>
  ofYear(reportName(record.kind as DeadlineKind), record.period.year, newest);

/** Its figures before its name: `26/42 · ระดับ 2 · ศจก.บ้านตัวอย่าง`. */
export function headingOf(filed: FiledReport, features: Features): Text {
  const { record, name } = filed;
  const revision = newestRevision(record);
  const kind = features.reports.get(record.kind);
  return revision && kind
    ? clauses([kind.received(record, revision, features).result, said(name)])
    : said(name);
}

/** All that is signed: its figures, who sent it, who signed already, what it says. */
export function reportCard(
  filed: FiledReport,
  { features, year, now }: Pick<Context, 'features' | 'year' | 'now'>,
  { question, buttons }: { readonly question?: Text; readonly buttons: readonly Option[] },
): Card {
  const { record, center, earlier, around } = filed;
  const freeze = freezeAt(around.freezes, now);
  const revision = newestRevision(record);
  const kind = features.reports.get(record.kind);
  const beside = { forms: features, ...(center && { center }), ...(earlier && { earlier }) };
  return {
    heading: headingOf(filed, features),
    blocks: [
      { kind: 'text', text: reportText(filed, year), tone: 'strong' },
      ...(freeze ? [{ kind: 'text', text: frozenText(freeze), tone: 'warning' } as const] : []),
      // What is asked comes first, since long cards are cut where they are read aloud or in a list of chats.
      ...(question ? [{ kind: 'text', text: question, tone: 'strong' } as const] : []),
      ...(revision ? sentBlocks(revision) : []),
      ...(kind && revision ? kind.signed(record, revision, beside) : []),
      ...(kind ? [{ kind: 'text', text: whereText(record, kind.rules), tone: 'quiet' } as const] : []),
    ],
    buttons,
  };
}

const sentBlocks = ({ byName, at, receipt, no, signatures }: Revision<unknown>): readonly Block[] => [
  {
    kind: 'text',
    text: t('chain:sent', {
      by: nameText(byName, t('people:roles.officer')),
      at: { instant: at },
      receipt,
    }),
  },
  ...(no > 1 ? [{ kind: 'text', text: t('chain:revision', { no, again: no - 1 }) } as const] : []),
  ...signatures.map((one): Block => ({ kind: 'text', text: signatureText(one), tone: 'good' })),
];

/** Who signed as what, and whether that was on paper. */
function signatureText({ name, position, at, onPaper }: Signature): Text {
  const params = { name: nameText(name), position: said(position), at: { instant: at } };
  return t(onPaper ? 'chain:signedOnPaper' : 'chain:signedBy', params);
}
