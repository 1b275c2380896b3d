import { checkForm } from '../engine/checkForm.ts';
import type { Feature } from './feature.ts';
import type { FormTalk } from './form/talk.ts';

/** Every form and version that the product can read, newest version of a form last. */
export const formsOf = (features: readonly Feature[]): readonly FormTalk[] =>
  features.flatMap(({ forms = [] }) => forms);

/** The newest version of each form, which a year pins when it is opened. */
export const newestForms = (features: readonly Feature[]): { readonly [form: string]: number } =>
  Object.fromEntries(formsOf(features).map(({ form }) => [form.id, form.version]));

/** What is wrong with the forms, as sentences; the bot does not start with a faulty one. */
export function checkForms(
  features: readonly Feature[],
  texts: { readonly has: (key: string) => boolean },
): readonly string[] {
  return formsOf(features).flatMap(({ form, derived }) =>
    checkForm(form, derived, [], texts.has).map((fault) => `${form.id} ${form.version}: ${fault}`),
  );
}
