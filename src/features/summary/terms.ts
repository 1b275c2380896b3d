import type sentences from '../../../locales/th/summary.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly summary: true;
  }
  interface CommandNames {
    readonly summary: true;
  }
  interface AuditDeeds {
    readonly sawSummary: true;
  }
  interface TextFiles {
    readonly summary: typeof sentences;
  }
}
