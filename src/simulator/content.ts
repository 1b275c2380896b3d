import type { Pace } from './answer.ts';

/** A photo, film, sound or file that a person sent. */
export type Content = {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly state: 'ready' | 'preparing' | 'failed' | 'gone';
  readonly pace: Pace;
};

export type ContentStore = {
  readonly put: (messageId: string, bytes: Buffer, mime: string) => void;
  readonly find: (messageId: string) => Content | undefined;
  /** Makes a content slow, cut, still in preparation or gone. */
  readonly change: (messageId: string, change: Partial<Pick<Content, 'state' | 'pace'>>) => void;
};

export function createContentStore(): ContentStore {
  const contents = new Map<string, Content>();
  return {
    put: (messageId, bytes, mime) => {
      contents.set(messageId, { bytes, mime, state: 'ready', pace: {} });
    },
    find: (messageId) => contents.get(messageId),
    change: (messageId, change) => {
      const content = contents.get(messageId);
      if (!content) throw new Error(`no content ${messageId}`);
      contents.set(messageId, { ...content, ...change });
    },
  };
}
