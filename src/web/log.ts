import { type DestinationStream, type LevelWithSilent, pino } from 'pino';
import type { Log, LogEntry } from '../kernel/outside.ts';
import { placesIn, scrub, smallNumber } from './scrub.ts';

/** The details that a log line may have. Another one is dropped, and the line says which. */
const details: ReadonlySet<string> = new Set([
  'about',
  'alert',
  'at',
  'attempts',
  'code',
  'count',
  'endpoint',
  'error',
  'event',
  'failed',
  'failures',
  'fault',
  'gained',
  'held',
  'job',
  'kept',
  'kind',
  'merged',
  'method',
  'ms',
  'path',
  'planned',
  'port',
  'requestId',
  'rows',
  'sent',
  'setting',
  'skipped',
  'status',
  'tries',
  'what',
  'where',
  'why',
]);

/** Writes lines of JSON with allowed details only, each of them scrubbed. */
export function createLog(level: LevelWithSilent, destination: DestinationStream): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  return {
    info: (entry) => logger.info(allowed(entry)),
    warn: (entry) => logger.warn(allowed(entry)),
    error: (entry) => logger.error(allowed(entry)),
  };
}

function allowed(entry: LogEntry): { readonly [detail: string]: string | number | boolean } {
  const line: { [detail: string]: string | number | boolean } = {};
  for (const [detail, value] of Object.entries(entry)) {
    if (!details.has(detail)) line.dropped = scrub(`${line.dropped ?? ''}${detail}.`);
    else if (typeof value === 'string') line[detail] = detail === 'where' ? placesIn(value) : scrub(value);
    else line[detail] = typeof value === 'number' ? smallNumber(value) : value;
  }
  return line;
}
