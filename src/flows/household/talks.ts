import type { FormTalk } from '../form/talk.ts';
import { closeTalk } from './closeTalk.ts';
import { editTalk } from './editTalk.ts';
import { joinTalk } from './joinTalk.ts';
import { methodsTalk } from './methodsTalk.ts';
import { planTalk } from './planTalk.ts';
import { resultTalk } from './resultTalk.ts';
import { stepTalk } from './stepTalk.ts';

/** The forms about households. */
export const householdTalks: readonly FormTalk[] = [
  joinTalk,
  planTalk,
  stepTalk,
  methodsTalk,
  resultTalk,
  editTalk,
  closeTalk,
];
