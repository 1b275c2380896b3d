import { andThen, type Turn } from '../../kernel/asking.ts';
import { withFirst } from '../../kernel/form/question.ts';
import type { Reply, Text } from '../../kernel/reply.ts';
import { act } from './act.ts';
import type { AtCenter } from './atCenter.ts';
import { type Next, nextAct } from './next.ts';
import { carryOut } from './purpose.ts';

/** What comes next is opened at once, behind what was just kept. */
export const goOn = (at: AtCenter, next: Next, notes: readonly Text[]): Turn =>
  andThen(opened(at, next), ({ reply, ...decision }) => ({
    ...decision,
    ...(reply && { reply: behind(notes, reply) }),
  }));

/** A reply begins with what was kept, in its own first text where it has one: it holds two messages at most. */
function behind(notes: readonly Text[], reply: Reply): Reply {
  const [first, ...others] = reply.messages;
  return first?.kind === 'text'
    ? { ...reply, messages: [{ ...first, text: [...notes, ...first.text] }, ...others] }
    : withFirst(reply, notes);
}

function opened(at: AtCenter, next: Next): Turn {
  switch (next.kind) {
    case 'form':
      return act(at, nextAct(next, at.debts));
    case 'join':
      return carryOut(at, 'add', '');
    case 'round':
      return carryOut(at, `round${next.round}`, '');
    default:
      return next satisfies never;
  }
}
