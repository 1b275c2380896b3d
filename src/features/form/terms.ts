import type sentences from '../../../locales/th/form.json';
import type { DraftId } from '../../engine/ids.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Intents {
    /** Lets go of what these drafts hold. */
    readonly releaseDrafts: { readonly drafts: readonly DraftId[] };
  }
  interface Outcomes {
    readonly releaseDrafts: { readonly drafts: readonly DraftId[] };
  }
  interface FlowIds {
    readonly form: true;
  }
  interface CommandNames {
    readonly continue: true;
    readonly back: true;
    readonly skip: true;
    readonly review: true;
    readonly edit: true;
    readonly cancel: true;
  }
  interface AuditDeeds {
    readonly deletedDraft: true;
  }
  interface TextFiles {
    readonly form: typeof sentences;
  }
}
