import type { Block, Option, Reply, Text } from './reply.ts';

/**
 * What somebody is told unasked, with the buttons that act on it. They are on a card: quick replies would be gone with the
 * next message, LINE for PC shows none, and what rides along has only its message.
 */
export const noticeReply = (
  [heading, ...rest]: readonly [Text, ...Text[]],
  buttons: readonly [Option, ...Option[]],
  shown: readonly Block[] = [],
): Reply => ({
  messages: [
    {
      kind: 'card',
      card: { heading, blocks: [...rest.map((text): Block => ({ kind: 'text', text })), ...shown], buttons },
    },
  ],
});
