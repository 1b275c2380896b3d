import type { SentMessage, Simulator } from '../../src/simulator/index.ts';

/** What a person reads after having done something: the texts and cards of the reply. */
export type Someone = {
  readonly userId: string;
  readonly says: (text: string) => Promise<string>;
  readonly taps: (label: string) => Promise<string>;
  readonly sends: (image: Buffer, mime: string) => Promise<string>;
  readonly sendsFile: (name: string, bytes: Buffer) => Promise<string>;
  /** Waits for a push that holds these words. */
  readonly isTold: (words: string) => Promise<string>;
};

/** A person of the stand-in, at the keyboard. */
export function someone({ platform }: Simulator, userId: string): Someone {
  const answerTo = async (event: string): Promise<string> => {
    await platform.waitFor(userId, ({ inReplyTo }) => inReplyTo === event);
    const messages = platform.messagesTo(userId).filter(({ inReplyTo }) => inReplyTo === event);
    return messages.map(wordsOf).join('\n');
  };
  return {
    userId,
    says: async (text) => answerTo((await platform.sendText(userId, text)).webhookEventId),
    taps: async (label) => answerTo((await platform.press(userId, label)).webhookEventId),
    sends: async (image, mime) => answerTo((await platform.sendImage(userId, image, mime)).webhookEventId),
    sendsFile: async (name, bytes) =>
      answerTo(
        (await platform.sendFile(userId, { name, bytes, mime: 'application/octet-stream' })).webhookEventId,
      ),
    isTold: async (words) =>
      wordsOf(
        await platform.waitFor(
          userId,
          (message) => message.via !== 'reply' && wordsOf(message).includes(words),
        ),
      ),
  };
}

const wordsOf = ({ message }: SentMessage): string => String(message.altText ?? message.text ?? '');
