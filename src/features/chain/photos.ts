import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Features } from '../../kernel/features.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, said, t } from '../../kernel/reply.ts';
import type { FiledReport } from '../../kernel/report/filed.ts';
import { openButton } from '../../kernel/report/openReport.ts';
import type { FileId } from '../../programme/ids.ts';
import { newestRevision } from '../../programme/report/stage.ts';
import { scopeOfUnit } from '../../programme/report/unit.ts';

/** Photos on one card. */
const mostPhotos = 10;

/** The photos that were sent with a report. */
export function photosOf({ record }: FiledReport, { reports }: Features): readonly FileId[] {
  const revision = newestRevision(record);
  return (revision && reports.get(record.kind)?.photos(revision.content)) ?? [];
}

/** The same on one card, and the way back to the report. */
export function showPhotos(person: Person, filed: FiledReport, { features }: Context): Decision {
  const { record, name } = filed;
  const photos = photosOf(filed, features);
  const shown = photos.slice(0, mostPhotos);
  const rest = photos.length - shown.length;
  const blocks: readonly Block[] = [
    ...shown.map((file): Block => ({ kind: 'photo', file })),
    ...(rest > 0 ? [{ kind: 'text', text: t('chain:morePhotos', { count: rest }) } as const] : []),
  ];
  return {
    person,
    reply: {
      messages: [
        {
          kind: 'card',
          card: {
            heading: t('chain:photosOf', { name: said(name), count: photos.length }),
            blocks,
            buttons: [openButton(t('chain:backToReport'), record.id)],
          },
        },
      ],
      options: [toMenu],
    },
    audits: [{ did: 'sawReport', record: record.id, scope: scopeOfUnit(record.unit) }],
  };
}
