import type { Feature } from '../../kernel/feature.ts';
import { formFlow } from '../../kernel/form/index.ts';
import { wordingId } from '../../kernel/form/wording.ts';
import { releaseHeld } from '../../kernel/report/work.ts';
import { navigating } from '../../kernel/route/navigate.ts';
import { wordings } from './wording/store.ts';

/** The conversation about any form in progress, and the words of navigation. */
const flow = navigating(formFlow);

export const form: Feature = {
  id: 'form',
  // What became of drafts that were put aside was said when they were.
  flow: {
    ...flow,
    decide: (person, call, event, context) =>
      event.kind === 'outcome' ? { person } : flow.decide(person, call, event, context),
  },
  commands: {
    continue: { navigates: true, staysInForm: true },
    back: { navigates: true, staysInForm: true },
    skip: { navigates: true, staysInForm: true },
    review: { navigates: true, staysInForm: true },
    edit: { navigates: true, staysInForm: true, takesRest: 'number' },
    cancel: { navigates: true, staysInForm: true },
  },
  outcomes: ['releaseDrafts'],
  stores: { wordings },
  open: (parts) => ({
    readers: { wordingOf: (_asked, form) => parts.store.wordings.read(wordingId(form)) },
    performers: {
      releaseDrafts: async ({ id, by, at }, { drafts }) => {
        const isMeant = (draft: string) => drafts.some((one) => one === draft);
        await releaseHeld(parts, { id, by: by.id, name: by.name ?? '', at }, isMeant);
        return { outcome: { of: 'releaseDrafts', drafts }, notices: [] };
      },
    },
  }),
};
