import type { Feature } from '../../kernel/feature.ts';
import { formFlow } from '../../kernel/form/index.ts';
import { navigating } from '../../kernel/route/navigate.ts';

/** The conversation about any form in progress, and the words of navigation. */
export const form: Feature = {
  id: 'form',
  flow: navigating(formFlow),
  commands: {
    continue: { navigates: true, staysInForm: true },
    back: { navigates: true, staysInForm: true },
    skip: { navigates: true, staysInForm: true },
    review: { navigates: true, staysInForm: true },
    edit: { navigates: true, staysInForm: true, takesRest: 'number' },
    cancel: { navigates: true, staysInForm: true },
  },
};
