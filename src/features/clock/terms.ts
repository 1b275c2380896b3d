import type sentences from '../../../locales/th/clock.json';
import type { AlertKind } from '../../programme/job/alert.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Notices {
    /** To the administrator: something to look after. */
    readonly alert: { readonly alert: AlertKind; readonly about: string };
  }
  interface FlowIds {
    readonly clock: true;
  }
  interface TextFiles {
    readonly clock: typeof sentences;
  }
}
