import { said, type Text, t } from '../../../kernel/reply.ts';
import type { Unclear } from '../rules/batch.ts';
import type { Said } from '../rules/batchLine.ts';

/** What a line says of a household, in words. */
export const saidText = (what: Said): Text =>
  what.kind === 'step' ? t('household:batch.step', { step: what.step }) : t(`household:batch.${what.kind}`);

type Asked = Pick<Unclear, 'words' | 'why'> & { readonly no?: number | undefined };

/** Why a line is asked about. */
export const unclearText = ({ words, why, no }: Asked): Text =>
  t(`household:batch.unclear.${why}`, { words: said(words), no: no ?? '' });
