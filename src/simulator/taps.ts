import { z } from 'zod';
import type { SentMessage } from './chatLog.ts';

const action = z.looseObject({
  type: z.string(),
  label: z.string().optional(),
  text: z.string().optional(),
  data: z.string().optional(),
  displayText: z.string().optional(),
});

/** Something a person can tap. */
export type TapAction = z.infer<typeof action>;

/**
 * What can be tapped in a chat now, newest message first: buttons of every message,
 * quick replies of the last one only.
 */
export function actionsIn(messages: readonly SentMessage[]): readonly TapAction[] {
  return messages
    .map(({ message: { quickReply, ...rest } }, position) =>
      actionsOf(position === messages.length - 1 ? { quickReply, ...rest } : rest),
    )
    .toReversed()
    .flat();
}

/** Walks any message object: wherever an `action` or `actions` stands, there is something to tap. */
function actionsOf(node: unknown): TapAction[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const own = key === 'action' || key === 'actions' || key === 'defaultAction' ? [value].flat() : undefined;
    if (!own) return actionsOf(value);
    return own.flatMap((entry) => {
      const read = action.safeParse(entry);
      return read.success ? [read.data] : [];
    });
  });
}
