import type { Attached } from '../../engine/attached.ts';
import type { Block } from '../reply.ts';
import { attachedText } from './value.ts';

/** What was sent, on a card: the picture itself, or a document's name. */
export const attachedBlock = (attached: Attached): Block =>
  attached.kind === 'photo' ? attached : { kind: 'text', text: attachedText(attached), tone: 'strong' };
