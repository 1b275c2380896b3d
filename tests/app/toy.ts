import { decodeOwnRow, isOwnRow } from '../../src/app/inbox/ownRows.ts';
import type { Perform, Prepare, TakeTurn } from '../../src/app/ports.ts';
import { withRiders } from '../../src/app/riding.ts';
import type { Draft } from '../../src/engine/draft.ts';
import type { DraftId, EventId, Json, StepKey } from '../../src/engine/ids.ts';
import type { AssessmentReport } from '../../src/features/assessment/rules/assessmentCase.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Render } from '../../src/kernel/outside.ts';
import type { Person } from '../../src/kernel/person.ts';
import { type Message, type Reply, said } from '../../src/kernel/reply.ts';
import { isHeard } from '../../src/kernel/route/index.ts';
import type { CenterId, FiscalYear, PersonId, Receipt } from '../../src/programme/ids.ts';

/**
 * A small bot for tests of the way of a message: a form of three questions, again and again, whose submission is
 * counted on a record that all share. What it says begins with the id of the event that made it say so.
 */

export const questions = ['q1', 'q2', 'q3'];
const form = 'form' as DraftId;
const center = 'C000000' as CenterId;
const year = 2565 as FiscalYear;

export const toyBody = (text: string, token: string, lineUser: string): Json => ({ text, token, lineUser });

export const toyPrepare: Prepare = async (row) => {
  if (isOwnRow(row)) return decodeOwnRow(row);
  const { text, token, lineUser } = row.body as { text: string; token: string; lineUser: string };
  const { id, person: who, at, receivedAt } = row;
  const common = { id, who, at, receivedAt, lineUser, redelivered: false };
  if (text === 'unfollow') return { ...common, kind: 'unfollow' };
  return { ...common, replyToken: token, kind: 'text', text };
};

export const toyRender: Render = ({ messages, options }) => [
  ...messages.map(textOf),
  ...(options ? [`options: ${options.length}`] : []),
];

const textOf = (message: Message): string =>
  message.kind === 'text'
    ? message.text.map((part) => ('said' in part ? part.said : part.key)).join(' ')
    : message.kind;

/** Decides as the engine does; another rule of what is heard makes a faulty copy. */
export const createToyTurn = (hears = isHeard): TakeTurn =>
  withRiders(async (event, person) => {
    switch (event.kind) {
      case 'text':
        return person.consentedAt
          ? answer(event, event.text, person, hears)
          : greet(event, event.text, person);
      case 'outcome':
        return thank(event, event.outcome, person);
      case 'notice':
        return tell(event.id, person, event.rides);
      case 'unfollow':
        return { person: { ...person, away: true } };
      default:
        return { person };
    }
  });

/** Being told changes something once; what rides along was told of before. */
function tell(id: EventId, person: Person, rides: true | undefined): Decision {
  const reply = say(id.replace(/:reply$/, '') as EventId, 'told');
  return { person: rides ? person : { ...person, wrongCodes: person.wrongCodes + 1 }, reply };
}

function greet(event: InboundEvent, text: string, person: Person): Decision {
  if (text !== 'agree') return { person, reply: say(event.id, 'greeting') };
  return ask(event.id, { ...person, consentedAt: event.at, drafts: { [form]: emptyForm(event.at) } });
}

function answer(event: InboundEvent, text: string, person: Person, hears: typeof isHeard): Decision {
  const draft = person.drafts[form] ?? emptyForm(event.at);
  if (!(person.shown.asks && hears(person, event))) {
    const offered = [...person.offered, { event: event.id, text, question: nextQuestion(person) }];
    return ask(event.id, { ...person, offered });
  }
  const key = questions[draft.log.length % questions.length] as StepKey;
  const log = [...draft.log, { key, at: event.at, event: event.id, do: 'answer' as const, value: text }];
  const next = { ...person, drafts: { [form]: { ...draft, log } } };
  if (log.length % questions.length > 0) {
    const audits =
      log.length % questions.length === 1 ? [{ did: 'sawLevel' as const, record: event.id }] : [];
    return { ...ask(event.id, next), audits };
  }
  const intent: Intent = {
    kind: 'submit',
    center,
    year,
    draft: form,
    report: {} as AssessmentReport,
    corrections: [],
  };
  return { person: { ...next, shown: { options: [], asks: false } }, intent };
}

function thank({ id }: InboundEvent, outcome: Outcome, person: Person): Decision {
  const total = outcome.of === 'submit' ? (outcome.score?.total ?? Number.NaN) : Number.NaN;
  const closed = [...person.closed, { draft: String(total) as DraftId, what: 'submitted' as const }];
  const { person: next } = ask(id, { ...person, closed });
  return {
    person: next,
    reply: { ...say(id, `receipt ${total}`, nextQuestion(next)), receipt: true, asks: true },
  };
}

function ask(by: EventId, person: Person): Decision & { readonly reply: Reply } {
  const shown = { options: [], asks: true, by };
  return { person: { ...person, shown }, reply: { ...say(by, nextQuestion(person)), asks: true } };
}

/** The question that is open: the answers are counted through all rounds of the form. */
export const nextQuestion = (person: Person): string =>
  questions[(person.drafts[form]?.log.length ?? 0) % questions.length] ?? '';

export const answersOf = (person: Person): Draft['log'] => person.drafts[form]?.log ?? [];

const say = (event: EventId, ...words: string[]): Reply => ({
  messages: [{ kind: 'text', text: [said(event), ...words.map(said)] }],
});

const emptyForm = (at: Date): Draft => ({
  id: form,
  form: 'toy',
  version: 1,
  subject: {},
  facts: {},
  log: [],
  misses: 0,
  startedAt: at,
  touchedAt: at,
});

/** The record that all submissions meet at; it remembers what it decided for whom. */
export type SharedCount = {
  readonly perform: Perform;
  readonly outcomes: ReadonlyMap<string, Outcome>;
};

export function createSharedCount(people: readonly PersonId[]): SharedCount {
  const outcomes = new Map<string, Outcome>();
  return {
    outcomes,
    async perform({ id, by }) {
      const outcome = outcomes.get(id) ?? submission(outcomes.size + 1);
      outcomes.set(id, outcome);
      return { outcome, notices: noticesOf(by.id, people) };
    },
  };
}

/** What comes of a submission that is the so-manieth of all. */
export const submission = (total: number): Outcome => {
  const receipt = 'FL65' as Receipt;
  return {
    ...{ of: 'submit', center, year, score: { total, of: 42, level: 1, percent: 0 } },
    result: { kind: 'submitted', receipt, revision: 1, kept: [] },
  };
};

/** Each submission is told to the next person. */
export function noticesOf(
  by: PersonId,
  people: readonly PersonId[],
): Awaited<ReturnType<Perform>>['notices'] {
  const to = people.length > 1 ? people[(people.indexOf(by) + 1) % people.length] : undefined;
  return to ? [{ to, notice: { kind: 'draftTakenOver', draft: form, centerName: '', by } }] : [];
}
