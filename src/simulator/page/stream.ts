import type { Response } from 'express';
import type { ChatEntry } from '../chatLog.ts';
import type { World } from '../world.ts';

/** Server-sent events: a person's whole chat, then each new entry; of other chats only that something came. */
export function openStream({ log }: World, person: string, response: Response): void {
  response.set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: string, data: unknown) =>
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  send('history', log.entries(person));
  const stop = log.listen((entry) => {
    if (entry.chatId === person) send('entry', entry);
    else if (isNews(entry)) send('news', { userId: entry.chatId });
  });
  response.on('close', stop);
}

function isNews(entry: ChatEntry): boolean {
  return entry.kind === 'bot';
}
