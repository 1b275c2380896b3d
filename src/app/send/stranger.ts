import type { InboundEvent } from '../../kernel/event.ts';
import type { Person } from '../../kernel/person.ts';
import type { Reply } from '../../kernel/reply.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Channel } from './channel.ts';
import { pauseAfter } from './nextSend.ts';

/**
 * Answers somebody of whom nothing may be stored: straight, with no outbox. The reply token alone sees to it that
 * the answer arrives once, also when the event is decided again after a crash.
 */
export type AnswerStranger = (
  event: Pick<InboundEvent, 'id' | 'replyToken' | 'receivedAt'>,
  reply: Reply,
  language: Person['language'],
) => Promise<void>;

export function createAnswerStranger(
  { line, render, clock, log, metrics, limits }: Surroundings,
  channel: Channel,
  signal: AbortSignal,
): AnswerStranger {
  return async ({ id, replyToken, receivedAt }, reply, language) => {
    if (replyToken === undefined) return;
    const body = render(reply, language);
    const age = () => clock.now().getTime() - receivedAt.getTime();
    for (let attempts = 1; age() < limits.tokenLife && !signal.aborted; attempts += 1) {
      const delivery = await line.reply(replyToken, body, false);
      const { kind } = delivery;
      channel.learn('reply', delivery);
      if (kind === 'sent') {
        metrics.count('replies');
        metrics.answered(age());
        return;
      }
      if (kind === 'badToken' || kind === 'refused') break;
      await clock.sleep(Math.max(channel.pauseMs('reply'), pauseAfter('reply', attempts)), signal);
    }
    log.warn({ code: 'strangerNotAnswered', event: id });
  };
}
