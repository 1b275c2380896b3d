import type { Draft } from '../../../engine/draft.ts';
import type { Judgement } from '../../../kernel/form/talk.ts';
import { said, t } from '../../../kernel/reply.ts';

/** The last answer in other words than were typed, as it is said back. */
export function takenAs(after: Draft, value: string): Judgement {
  const log = after.log.map((entry, place) =>
    place === after.log.length - 1 && entry.do === 'answer' ? { ...entry, value } : entry,
  );
  return { draft: { ...after, log }, notes: [t('common:answered', { value: said(value) })] };
}
