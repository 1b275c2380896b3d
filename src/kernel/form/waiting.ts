import type { Draft } from '../../engine/draft.ts';
import { says } from '../feature.ts';
import { draftOf, type Person } from '../person.ts';
import type { Option } from '../reply.ts';

/** The draft that waits while nothing is open: the one that `ทำต่อ` brings back. */
export const waitingDraft = (person: Person): Draft | undefined =>
  person.open.kind === 'nothing' ? draftOf(person, person.lastDraft) : undefined;

/** The way back to it. */
export const goOn = (person: Person): readonly Option[] => (waitingDraft(person) ? [says('continue')] : []);
