import type sentences from '../../../locales/th/tasks.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly tasks: true;
  }
  interface CommandNames {
    readonly tasks: true;
  }
  interface TextFiles {
    readonly tasks: typeof sentences;
  }
}
