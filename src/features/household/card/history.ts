import type { Block } from '../../../kernel/reply.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import type { HistoryEntry, Household } from '../rules/household.ts';

/** Deeds on the card, the newest; the rest is counted. */
const shown = 6;

/** What was done with a household, newest first. */
export function historyBlocks({ history }: Household): readonly Block[] {
  const newest = history.toReversed().slice(0, shown);
  const rest = history.length - newest.length;
  const line = (text: Text): Block => ({ kind: 'text', text, tone: 'quiet' });
  return [
    { kind: 'title', text: t('household:historyTitle') },
    ...newest.map((entry) =>
      line(
        t('household:historyLine', {
          at: { instant: entry.at },
          by: said(entry.byName),
          did: deedText(entry),
        }),
      ),
    ),
    ...(rest > 0 ? [line(t('household:historyMore', { count: rest }))] : []),
  ];
}

function deedText(entry: HistoryEntry): Text {
  switch (entry.did) {
    case 'joined':
      return t('household:did.joined', { year: entry.year });
    case 'changed':
      return t(`household:did.${changedIn(entry.fields)}`);
    case 'loggedStep':
      return t('household:did.loggedStep', { step: entry.step });
    case 'notFound':
      return t('household:did.notFound', { on: { date: entry.on } });
    case 'statedResult':
      return t('household:did.statedResult');
    case 'withdrewResult':
      return t('household:did.withdrewResult', { reason: said(entry.reason) });
    case 'reopened':
      return t('household:did.reopened', { reason: said(entry.reason) });
    case 'closed':
      return t('household:did.closed', { why: t(`household:closedAs.${entry.why}`) });
    case 'moved':
      return t('household:did.moved');
    default:
      return entry satisfies never;
  }
}

function changedIn(fields: readonly string[]): 'planned' | 'toldMethods' | 'changed' {
  // A field of the work is kept with its year behind it.
  const names = fields.map((field) => field.split('/')[0]);
  if (names.includes('plan')) return 'planned';
  return names.includes('methods') ? 'toldMethods' : 'changed';
}
