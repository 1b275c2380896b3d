import { checkForm } from '../engine/checkForm.ts';
import { formTalks } from './forms.ts';

/** What is wrong with the forms, as sentences; the bot does not start with a faulty one. */
export function checkForms(texts: { readonly has: (key: string) => boolean }): readonly string[] {
  return formTalks.flatMap(({ form, derived }) =>
    checkForm(form, derived, [], texts.has).map((fault) => `${form.id} ${form.version}: ${fault}`),
  );
}
