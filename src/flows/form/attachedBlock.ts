import type { Attached } from '../../engine/attached.ts';
import { type Block, t } from '../reply.ts';

/** What was sent, on a card: the picture itself, or a document's name. */
export const attachedBlock = (attached: Attached): Block =>
  attached.kind === 'photo'
    ? attached
    : { kind: 'text', text: t('common:aFile', { name: attached.name }), tone: 'strong' };
