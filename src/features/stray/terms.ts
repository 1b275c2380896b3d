import type sentences from '../../../locales/th/stray.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly stray: true;
  }
  interface CommandNames {
    readonly greeting: true;
    readonly thanks: true;
    readonly ability: true;
    readonly notYet: true;
  }
  interface AuditDeeds {
    readonly refusedTap: true;
  }
  interface TextFiles {
    readonly stray: typeof sentences;
  }
}
