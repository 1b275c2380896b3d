import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import type { Answer, Pace } from './answer.ts';

const pieceBytes = 16 * 1024;

export async function writeAnswer(response: Response, answer: Answer): Promise<void> {
  response.status(answer.status).set({ ...answer.headers });
  if ('json' in answer.body) {
    response.json(answer.body.json);
    return;
  }
  const { bytes, mime, pace } = answer.body;
  response.set({ 'content-type': mime, 'content-length': String(bytes.length) });
  await writePaced(response, bytes, pace);
}

async function writePaced(response: Response, bytes: Buffer, { pauseMs = 0, cutAfter }: Pace): Promise<void> {
  const end = cutAfter ?? bytes.length;
  for (let from = 0; from < end && !response.destroyed; from += pieceBytes) {
    response.write(bytes.subarray(from, Math.min(end, from + pieceBytes)));
    await pause(pauseMs);
  }
  if (cutAfter === undefined) response.end();
  else response.destroy();
}
