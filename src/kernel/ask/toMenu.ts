import { type Option, t } from '../reply.ts';

/** The way on where a reply leads to nothing else. */
export const toMenu: Option = { label: t('commands:menu'), tap: { kind: 'say' } };
