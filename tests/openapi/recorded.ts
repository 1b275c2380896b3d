import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Checker, createChecker } from './schemas.ts';

export type Report = { readonly ok: boolean; readonly lines: readonly string[] };

const recorded = z.object({ endpoint: z.string(), body: z.unknown() });
const sending = z.object({ messages: z.array(z.unknown()) });

/** Bodies that must be refused, so that a checker that lets everything through is noticed. */
const planted = [
  [
    'an unknown property',
    'reply',
    { replyToken: 'x', messages: [{ type: 'text', text: 'x', quickreply: {} }] },
  ],
  ['an unknown type', 'push', { to: 'U', messages: [{ type: 'txt', text: 'x' }] }],
  [
    'fourteen quick replies',
    'reply',
    {
      replyToken: 'x',
      messages: [{ type: 'text', text: 'x', quickReply: { items: Array(14).fill({ type: 'action' }) } }],
    },
  ],
  ['a webhook without events', 'webhook', { destination: `U${'0'.repeat(32)}` }],
] as const;

/** What the bot sends and receives; a run of the tests in which one of them is not met has not recorded all of it. */
const calls = ['reply', 'push', 'multicast', 'webhook'];

/** Holds everything that was recorded against LINE's OpenAPI files. */
export function checkRecorded(folders: { readonly openapi: string; readonly recorded: string }): Report {
  if (!existsSync(folders.openapi)) return refused(`${folders.openapi} is missing`);
  const check = createChecker(folders.openapi);
  const unnoticed = planted.filter(([, endpoint, body]) => check(endpoint, body).length === 0);
  if (unnoticed.length > 0) return refused(`the check does not notice ${unnoticed[0]?.[0]}`);
  if (!existsSync(folders.recorded)) return refused(`${folders.recorded} is missing: run the tests first`);

  const files = readdirSync(folders.recorded).filter((name) => name.endsWith('.jsonl'));
  const results = files.map((name) => checkFile(check, join(folders.recorded, name)));
  const faults = results.flatMap((result) => result.faults);
  const sum = (count: 'messages' | 'webhooks') => results.reduce((total, result) => total + result[count], 0);
  if (sum('messages') === 0) return refused('no message was recorded: run the tests first');
  const met = new Set(results.flatMap(({ endpoints }) => endpoints));
  const missing = calls.filter((call) => !met.has(call));
  if (missing.length > 0) return refused(`no ${missing.join(', ')} was recorded: run all tests first`);
  const counts = `checked ${sum('messages')} messages and ${sum('webhooks')} webhooks: ${faults.length} faults`;
  return { ok: faults.length === 0, lines: [...faults, counts] };
}

function refused(line: string): Report {
  return { ok: false, lines: [line] };
}

function checkFile(check: Checker, path: string) {
  const lines = readFileSync(path, 'utf8').split('\n');
  const faults: string[] = [];
  const counts = { messages: 0, webhooks: 0 };
  const endpoints: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const { endpoint, body } = recorded.parse(JSON.parse(line));
    endpoints.push(endpoint);
    counts.messages += sending.safeParse(body).data?.messages.length ?? 0;
    counts.webhooks += endpoint === 'webhook' ? 1 : 0;
    faults.push(...check(endpoint, body).map((fault) => `${path}:${index + 1} ${endpoint} ${fault}`));
  }
  return { ...counts, endpoints, faults };
}
