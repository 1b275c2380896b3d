import type { ChatEntry } from './chatLog.ts';

/** What LINE gives a quote token to, and so can be written under. */
const ofBot = ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex', 'imagemap'];
const ofPeople = ['text', 'image', 'sticker'];

export function hasQuoteToken(type: string): boolean {
  return ofBot.includes(type);
}

/** Whether a chat has a message of this id that one can write under. */
export function isQuotable(entries: readonly ChatEntry[], messageId: string): boolean {
  return entries.some((entry) => {
    if (entry.kind === 'bot')
      return entry.sent.messageId === messageId && hasQuoteToken(entry.sent.message.type);
    return entry.kind === 'person' && entry.messageId === messageId && ofPeople.includes(entry.said.type);
  });
}

/** Whether a message is a text of this person, which is all that LINE lets one edit. */
export function isOwnText(entries: readonly ChatEntry[], userId: string, messageId: string): boolean {
  return entries.some(
    (entry) =>
      entry.kind === 'person' &&
      entry.userId === userId &&
      entry.messageId === messageId &&
      entry.said.type === 'text',
  );
}
