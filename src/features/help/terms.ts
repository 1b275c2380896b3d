import type sentences from '../../../locales/th/help.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly help: true;
  }
  interface CommandNames {
    readonly help: true;
  }
  interface TextFiles {
    readonly help: typeof sentences;
  }
}
