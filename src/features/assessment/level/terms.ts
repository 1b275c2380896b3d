import type sentences from '../../../../locales/th/level.json';

/** What this feature adds to the common words. */
declare module '../../../kernel/terms.ts' {
  interface FlowIds {
    readonly level: true;
  }
  interface CommandNames {
    readonly level: true;
    readonly history: true;
    readonly changes: true;
  }
  interface AuditDeeds {
    readonly sawLevel: true;
  }
  interface TextFiles {
    readonly level: typeof sentences;
  }
}
