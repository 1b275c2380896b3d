import { carried } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Features } from '../../kernel/features.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, type Option, said, type Text, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { openButton } from '../../kernel/report/openReport.ts';
import type { CaseId, FileId } from '../../programme/ids.ts';
import { newestRevision } from '../../programme/report/stage.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';

/** Photos on one card. */
const mostPhotos = 10;

/** The photos that were sent with a report. */
export function photosOf({ record }: FiledReport, { reports }: Features): readonly FileId[] {
  const revision = newestRevision(record);
  return (revision && reports.get(record.kind)?.photos(revision.content)) ?? [];
}

/** The same, from one of them on, with the way to those behind and back to the report. */
export function showPhotos(
  person: Person,
  filed: FiledReport,
  from: number,
  { features }: Context,
): Decision {
  const { record, name } = filed;
  const photos = photosOf(filed, features);
  const shown = photos.slice(from, from + mostPhotos);
  const next = from + shown.length;
  const rest = photos.length - next;
  return {
    person,
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading: t('chain:photosOf', { name: said(name), count: photos.length }),
            blocks: shown.map((file): Block => ({ kind: 'photo', file })),
            buttons: [
              ...(rest > 0 ? [photosButton(t('chain:morePhotos', { count: rest }), record.id, next)] : []),
              openButton(t('chain:backToReport'), record.id),
            ],
          },
        },
      ],
      options: [toMenu],
    },
    audits: [{ did: 'sawReport', record: record.id, scope: scopeOfUnit(record.unit) }],
  };
}

/** Shows the photos of a report from one of them on. */
export const photosButton = (label: Text, id: CaseId, from: number): Option => ({
  label,
  tap: { kind: 'act', flow: 'chain', act: 'photos', value: carried(id, String(from)) },
});
