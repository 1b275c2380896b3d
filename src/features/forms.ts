import type { Draft } from '../engine/draft.ts';
import type { FormTalk } from '../kernel/form/talk.ts';
import { announceTalk } from './announce/talk.ts';
import { assessmentTalk } from './assessment/talk.ts';
import { householdTalks } from './household/talk/index.ts';
import { planTalk } from './plan/talk.ts';

/** Every form and version that the product can read, newest version of a form last. */
export const formTalks: readonly FormTalk[] = [assessmentTalk, planTalk, ...householdTalks, announceTalk];

/** The form that a draft was started with; versions stay side by side for as long as reports exist. */
export function talkOf(draft: Pick<Draft, 'form' | 'version'>): FormTalk {
  const talk = formTalks.find(({ form }) => form.id === draft.form && form.version === draft.version);
  if (!talk) throw new Error(`no form ${draft.form}@${draft.version}`);
  return talk;
}

/** The newest version of each form, which a year pins when it is opened. */
export const newForms = (): { readonly [form: string]: number } =>
  Object.fromEntries(formTalks.map(({ form }) => [form.id, form.version]));
