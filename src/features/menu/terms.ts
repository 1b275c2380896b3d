import type sentences from '../../../locales/th/menu.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly menu: true;
  }
  interface CommandNames {
    readonly menu: true;
  }
  interface TextFiles {
    readonly menu: typeof sentences;
  }
}
