import { z } from 'zod';

const entry = z.object({
  s: z.enum(['E', 'F']),
  msg: z.string(),
  attr: z.looseObject({ error: z.unknown().optional() }).optional(),
});

/** The last error that mongod wrote into a piece of its log, which may hold several lines or a part of one. */
export function complaintIn(log: string): string | undefined {
  return log.split('\n').flatMap(readLine).at(-1);
}

function readLine(line: string): readonly string[] {
  try {
    const { msg, attr } = entry.parse(JSON.parse(line));
    return [typeof attr?.error === 'string' ? attr.error : msg];
  } catch {
    return [];
  }
}
