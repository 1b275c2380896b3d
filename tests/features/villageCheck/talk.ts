import type { Draft } from '../../../src/engine/draft.ts';
import { type FormTalk, valuesIn } from '../../../src/kernel/form/talk.ts';
import { t } from '../../../src/kernel/reply.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import { villageForm as form } from './form.ts';
import type { VillageReport } from './kind.ts';
import type { CheckedVillage } from './terms.ts';
import { villageWith } from './villages.ts';

/** The conversation of the check; everything of its questions is as in every form. */
export const villageTalk: FormTalk = {
  form,
  derived: {},
  about: (draft) => t('villageCheck:about', { village: nameOf(draft), quarter: aboutOf(draft).quarter }),
  short: (draft) => ({ said: nameOf(draft) }),
  year: (draft) => aboutOf(draft).year,
  submit: (draft) => ({
    kind: 'villageCheck',
    ...aboutOf(draft),
    want: { kind: 'submit', draft: draft.id, content: reportOf(draft) },
  }),
  release: (draft) => ({
    kind: 'villageCheck',
    ...aboutOf(draft),
    want: { kind: 'release', draft: draft.id },
  }),
};

export const aboutOf = ({ subject }: Draft): CheckedVillage => ({
  village: subject.village ?? '',
  year: Number(subject.year) as FiscalYear,
  quarter: Number(subject.quarter),
});

const nameOf = (draft: Draft): string => villageWith(aboutOf(draft).village)?.name ?? '';

function reportOf(draft: Draft): VillageReport {
  const { funds, members, leader } = valuesIn(villageTalk, draft);
  return { funds: Number(funds), members: Number(members), leader: String(leader) };
}
