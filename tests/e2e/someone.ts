import type { Act, SentMessage, Simulator } from '../../src/simulator/index.ts';

/** What a person reads after having done something: the texts and cards of the reply. */
export type Someone = {
  readonly userId: string;
  readonly says: (text: string) => Promise<string>;
  readonly taps: (label: string) => Promise<string>;
  readonly sends: (image: Buffer, mime: string) => Promise<string>;
  readonly sendsFile: (name: string, bytes: Buffer) => Promise<string>;
  /** What comes back to something that was done on the platform. */
  readonly reads: (done: Act | Promise<Act>) => Promise<string>;
  /** Waits for a push that holds these words. */
  readonly isTold: (words: string) => Promise<string>;
};

/** A person of the stand-in, at the keyboard. */
export function someone({ platform }: Simulator, userId: string): Someone {
  const reads: Someone['reads'] = async (done) => {
    const { webhookEventId: event } = await done;
    await platform.waitFor(userId, ({ inReplyTo }) => inReplyTo === event);
    const messages = platform.messagesTo(userId).filter(({ inReplyTo }) => inReplyTo === event);
    return messages.map(wordsOf).join('\n');
  };
  return {
    userId,
    reads,
    says: (text) => reads(platform.sendText(userId, text)),
    // A button that is not there is a rejection, as all else that fails.
    taps: async (label) => reads(platform.press(userId, label)),
    sends: (image, mime) => reads(platform.sendImage(userId, image, mime)),
    sendsFile: (name, bytes) => reads(platform.sendFile(userId, { name, bytes })),
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
