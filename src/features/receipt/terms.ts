import type sentences from '../../../locales/th/receipt.json';
import type { AnyCase } from '../../kernel/report/cases.ts';
import type { Receipt } from '../../programme/ids.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** The case that carries a receipt, where the person may see reports of its kind. */
    receivedReport(receipt: Receipt): AnyCase | undefined;
  }
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
