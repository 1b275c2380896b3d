import { type Option, t } from '../reply.ts';

/** The button that says the word of going back. */
export const goBack: Option = { label: t('commands:back'), tap: { kind: 'say' } };
