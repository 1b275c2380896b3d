import { checkForm } from '../engine/checkForm.ts';
import type { Draft } from '../engine/draft.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { FormTalk } from './form/talk.ts';
import type { ProgrammeYear } from './store.ts';

/** What of a feature concerns forms. */
type WithForms = { readonly forms?: readonly FormTalk[] };

/** Every form and version that the product can read, newest version of a form last. */
export const formsOf = (features: readonly WithForms[]): readonly FormTalk[] =>
  features.flatMap(({ forms = [] }) => forms);

/** The newest version of each form, which a year pins when it is opened. */
export const newestForms = (features: readonly WithForms[]): { readonly [form: string]: number } =>
  Object.fromEntries(formsOf(features).map(({ form }) => [form.id, form.version]));

/** The forms as what performs finds them. */
export type Forms = {
  /** Absent where the form, or this version of it, is not known (any more). */
  readonly talkOf: (draft: Pick<Draft, 'form' | 'version'>) => FormTalk | undefined;
  readonly newest: { readonly [form: string]: number };
};

export const findForms = (features: readonly WithForms[]): Forms => ({
  talkOf: (draft) =>
    formsOf(features).find(({ form: { id, version } }) => id === draft.form && version === draft.version),
  newest: newestForms(features),
});

/** How many of a draft's numbered questions are answered; of a form that is not known, none. */
export const answeredOf =
  ({ talkOf }: Forms) =>
  (draft: Draft): number => {
    const steps = talkOf(draft)?.form.steps ?? [];
    const numbered = new Set(steps.flatMap(({ id, number }) => (number === undefined ? [] : [id])));
    return new Set(
      draft.log.flatMap(({ do: done, key }) => (done === 'answer' && numbered.has(key) ? [key] : [])),
    ).size;
  };

/** The version that a year has pinned; the newest before it was opened, and where that one is not known any more. */
export function pinnedVersion(
  years: readonly ProgrammeYear[],
  { talkOf, newest }: Forms,
  form: string,
  year: FiscalYear,
): number {
  const version = years.find((one) => one.year === year)?.forms[form];
  if (version !== undefined && talkOf({ form, version })) return version;
  const known = newest[form];
  if (known === undefined) throw new Error(`no feature has the form ${form}`);
  return known;
}

/** What is wrong with the forms, as sentences; the bot does not start with a faulty one. */
export function checkForms(
  features: readonly WithForms[],
  texts: { readonly has: (key: string) => boolean },
): readonly string[] {
  return formsOf(features).flatMap(({ form, derived }) =>
    checkForm(form, derived, [], texts.has).map((fault) => `${form.id} ${form.version}: ${fault}`),
  );
}
