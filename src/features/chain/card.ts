import { clauses } from '../../kernel/clauses.ts';
import { reportName } from '../../kernel/due.ts';
import type { Features } from '../../kernel/features.ts';
import type { Context } from '../../kernel/flow.ts';
import { ofYear } from '../../kernel/ofYear.ts';
import { type Block, type Card, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { AnyCase } from '../../kernel/report/cases.ts';
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
export const reportText = ({ record }: Pick<FiledReport, 'record'>, newest: FiscalYear): Text =>
  ofYear(reportName(record.kind as DeadlineKind), record.period.year, newest);

/** Its figures before its name: `26/42 · ระดับ 2 · ศจก.บ้านตัวอย่าง`. */
export function headingOf(
  { record, name }: FiledReport,
  features: Features,
  revision = newestRevision(record),
): Text {
  const kind = features.reports.get(record.kind);
  return revision && kind
    ? clauses([kind.received(record, revision, features).result, said(name)])
    : said(name);
}

type Asked = {
  readonly question?: Text;
  readonly buttons: readonly Option[];
  /** Whether all that it says is shown, or its figures alone. */
  readonly isRead: boolean;
  /** The newest where none is named. */
  readonly revision?: Revision<unknown> | undefined;
};

/** A case as it was while a revision was its newest. */
const asOf = (record: AnyCase, revision: Revision<unknown> | undefined): AnyCase =>
  revision === newestRevision(record) || !revision
    ? record
    : { ...record, holder: undefined, revisions: record.revisions.filter(({ no }) => no <= revision.no) };

/** All that is signed: its figures, who sent it, who signed already, what it says. */
export function reportCard(
  filed: FiledReport,
  { features, year, now }: Pick<Context, 'features' | 'year' | 'now'>,
  { question, buttons, isRead, revision = newestRevision(filed.record) }: Asked,
): Card {
  const { record, center, earlier, around, seat } = filed;
  const freeze = freezeAt(around.freezes, now);
  const kind = features.reports.get(record.kind);
  const beside = { forms: features, ...(center && { center }), ...(earlier && { earlier }) };
  return {
    heading: headingOf(filed, features, revision),
    blocks: [
      { kind: 'text', text: reportText(filed, year), tone: 'strong' },
      ...(freeze ? [{ kind: 'text', text: frozenText(freeze), tone: 'warning' } as const] : []),
      // What is asked comes first, since long cards are cut where they are read aloud or in a list of chats.
      ...(question ? [{ kind: 'text', text: question, tone: 'strong' } as const] : []),
      ...(revision ? sentBlocks(revision) : []),
      ...(kind && revision && isRead ? kind.signed(record, revision, beside) : []),
      ...(kind
        ? [
            {
              kind: 'text',
              text: whereText(asOf(record, revision), kind.rules, seat),
              tone: 'quiet',
            } as const,
          ]
        : []),
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
