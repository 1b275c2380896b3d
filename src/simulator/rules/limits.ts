/** The Messaging API's figures. Texts count UTF-16 units unless a name says clusters (what a reader sees as one character). */
export const limits = {
  messagesPerCall: 5,
  multicastRecipients: 500,
  bodyBytes: 2 * 1024 * 1024,
  text: 5000,
  emojis: 20,
  substitutions: 100,
  altText: 1500,
  quickReplies: 13,
  url: 2000,
  uri: 1000,
  senderName: 20,
  clipboard: 1000,
  postbackData: 300,
  spokenClusters: 300,
  labelClusters: { template: 20, imageCarousel: 12, quickReply: 20, flex: 40 },
  bubbleBytes: 30 * 1024,
  carouselBytes: 50 * 1024,
  bubbles: 12,
  place: 100,
  imagemapActions: 50,
  imagemapText: 400,
  deliveryTag: 30,
  buttons: { title: 40, text: 160, textUnderTitle: 60, actions: 4 },
  confirm: { text: 240, actions: 2 },
  carousel: { columns: 10, title: 40, text: 120, textUnderTitle: 60, actions: 3 },
} as const;

const segmenter = new Intl.Segmenter('th', { granularity: 'grapheme' });

/** How many grapheme clusters a text has: น้ำ is one. */
export function clustersIn(text: string): number {
  return [...segmenter.segment(text)].length;
}

/** Bytes of a value as LINE measures containers: its JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
