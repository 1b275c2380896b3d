import type sentences from '../../../locales/th/receipt.json';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface FlowIds {
    readonly receipt: true;
  }
  interface AuditDeeds {
    readonly sawReceipt: true;
  }
  interface TextFiles {
    readonly receipt: typeof sentences;
  }
}
