import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { LeafStep } from '../../src/engine/form.ts';
import { deadlineFileProblemCodes } from '../../src/features/deadline/file/problem.ts';
import { features } from '../../src/features/index.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import { openDraft, type Person } from '../../src/kernel/person.ts';
import type { Option, Reply } from '../../src/kernel/reply.ts';
import type { Sentences } from '../../src/kernel/sentences.ts';
import type { IsoDate } from '../../src/programme/ids.ts';
import { readSentences } from '../../src/text/resources.ts';
import { createTexts } from '../../src/text/texts.ts';
import { wordsOf } from '../support/conversation.ts';
import { hiddenOnPc } from './pc.ts';
import { replay } from './replay.ts';
import { type Heard, openWorld, type World } from './world.ts';

/** What the bot says, what holds for every reply, and that the transcripts say all that there is to say. */

const folder = new URL('.//', import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith('.txt'));
const texts = createTexts();
const flows = features.flatMap(({ id, flow }) => (flow ? [id] : []));
const commands = features.flatMap(({ commands: own = {} }) => Object.keys(own));
const letters = new Intl.Segmenter('th', { granularity: 'grapheme' });

type Turn = { readonly transcript: string; readonly heard: Heard };
const turns: Turn[] = [];
const differences: string[] = [];
const told = { flows: new Set<string>(), commands: new Set<string>(), sentences: new Set<string>() };
/** What the bot says now, by the file of the transcript. */
const said = new Map<string, string>();
let labelsTyped = 0;
const refusedDays: string[] = [];
let daysTyped = 0;

beforeAll(async () => {
  for (const transcript of names) {
    const world = await openWorld();
    const text = readFileSync(new URL(transcript, folder), 'utf8');
    const replayed = await replay(text, world, async (all) => {
      turns.push(...all.map((heard) => ({ transcript, heard })));
      const own = all.findLast(({ person }) => person.id === all[0]?.person.id);
      if (own?.person.shown.heardAt) differences.push(...(await typedOtherwise(world, own, transcript)));
      if (own?.person.shown.heardAt) refusedDays.push(...(await refusedExamples(world, own, transcript)));
    });
    said.set(transcript, replayed);
    for (const { flow, call } of world.routes) {
      told.flows.add(flow);
      if (call.kind === 'command') told.commands.add(call.command);
    }
  }
  for (const key of turns.flatMap(({ heard }) => sentencesIn(heard.reply))) told.sentences.add(key);
});

/** The buttons whose label, typed, would do something else than a tap on them. */
async function typedOtherwise(world: World, { who, person, reply }: Heard, transcript: string) {
  const found: string[] = [];
  for (const option of optionsIn(reply)) {
    if (!('tap' in option) || option.tap.kind === 'say') continue;
    const text = texts.render(option.label, person.language);
    const typed = await world.wouldDecide(who, { kind: 'text', text });
    const tapped = await world.wouldDecide(who, { kind: 'tap', tap: option.tap });
    labelsTyped += 1;
    if (whatComesOf(typed) !== whatComesOf(tapped)) found.push(`${transcript}: ${who} types ${text}`);
  }
  return found;
}

/** The days given as an example that the same question would not take. */
async function refusedExamples(world: World, { who, person, reply }: Heard, transcript: string) {
  const found: string[] = [];
  for (const date of exampleDays(reply)) {
    const text = texts.render({ key: 'common:date', params: { date } }, person.language);
    const decided = await world.wouldDecide(who, { kind: 'text', text });
    daysTyped += 1;
    if (missesIn(decided.person) > 0) found.push(`${transcript}: ${who} types ${text}`);
  }
  return found;
}

function exampleDays(reply: unknown): readonly { readonly date: IsoDate }[] {
  if (Array.isArray(reply)) return reply.flatMap(exampleDays);
  if (typeof reply !== 'object' || reply === null || reply instanceof Date) return [];
  const days = Object.entries(reply).flatMap(([name, value]) =>
    name === 'example' && typeof value === 'object' && 'date' in value ? [value] : [],
  );
  return [...days, ...Object.values(reply).flatMap(exampleDays)];
}

/** How often in a row the open question was not answered. */
const missesIn = (person: Person): number =>
  person.open.kind === 'prompt' ? Number(person.open.data.misses ?? 0) : (openDraft(person)?.misses ?? 0);

const whatComesOf = ({ person, reply, intent }: Decision): string =>
  JSON.stringify({ person, reply, intent });

function optionsIn({ messages, options = [] }: Reply): readonly Option[] {
  const ofCards = messages.flatMap((message) => {
    if (message.kind !== 'card') return [];
    const rows = message.card.blocks.flatMap((block) =>
      'option' in block && block.option ? [block.option] : [],
    );
    return [...rows, ...(message.card.buttons ?? [])];
  });
  return [...options, ...ofCards];
}

/** The keys of everything in a reply that comes from the locale files. */
function sentencesIn(reply: unknown): readonly string[] {
  if (Array.isArray(reply)) return reply.flatMap(sentencesIn);
  if (typeof reply !== 'object' || reply === null || reply instanceof Date) return [];
  const key = 'key' in reply && typeof reply.key === 'string' ? [reply.key] : [];
  return [...key, ...Object.values(reply).flatMap(sentencesIn)];
}

const label = (option: Option, { person }: Heard): string => texts.render(option.label, person.language);
const clusters = (text: string): number => [...letters.segment(text)].length;
const broken = (fault: (heard: Heard) => readonly string[]): readonly string[] =>
  turns.flatMap(({ transcript, heard }) => fault(heard).map((what) => `${transcript}: ${what}`));

/** The words of an office are passed on as they are; what an alert is about is looked after outside the chat. */
const withoutButton = new Set<string>(['announced', 'alert']);

describe('every reply', () => {
  test('is at most two messages', () => {
    expect(turns.length).toBeGreaterThan(300);
    expect(
      broken(({ reply }) => (reply.messages.length > 2 ? [`${reply.messages.length} messages`] : [])),
    ).toEqual([]);
  });

  test('has at most 13 buttons under it, whose labels LINE shows in full', () => {
    expect(broken(({ reply }) => ((reply.options?.length ?? 0) > 13 ? ['too many buttons'] : []))).toEqual(
      [],
    );
    const cut = broken((heard) =>
      (heard.reply.options ?? [])
        .flatMap((option) => texts.wordings(option.label))
        .filter((text) => clusters(text) > 20),
    );
    // The names of a center and of its funds may be as long as they are; their buttons are cut, and the cut label
    // is understood.
    expect(cut.filter((text) => !/(?:ศจก\.|กลุ่ม|กองทุน)\S*ตัวอย่าง/.test(text))).toEqual([]);
  });

  test('has no two buttons of one label that do different things', () => {
    const twins = broken((heard) => {
      const seen = new Map<string, string>();
      return optionsIn(heard.reply).flatMap((option) => {
        const [text, does] = [
          label(option, heard),
          JSON.stringify('tap' in option ? option.tap : option.pick),
        ];
        const known = seen.get(text);
        seen.set(text, does);
        return known === undefined || known === does ? [] : [text];
      });
    });
    expect(twins).toEqual([]);
  });

  test('has buttons whose labels, typed, do the same as a tap', () => {
    expect(labelsTyped).toBeGreaterThan(500);
    expect(differences).toEqual([]);
  });

  test('leads on after something was decided, by a button or a question', () => {
    const decided = turns.filter(({ heard }) => heard.event?.kind === 'outcome');
    expect(decided.length).toBeGreaterThan(100);
    expect(
      broken(({ event, reply }) =>
        event?.kind === 'outcome' && !reply.asks && optionsIn(reply).length === 0 ? [event.outcome.of] : [],
      ),
    ).toEqual([]);
  });

  test('of a notice carries the button that acts on it, and none under it', () => {
    const told = turns.filter(({ heard }) => heard.event?.kind === 'notice');
    expect(told.length).toBeGreaterThan(30);
    expect(
      broken(({ event, reply }) => {
        if (event?.kind !== 'notice' || withoutButton.has(event.notice.kind)) return [];
        return optionsIn(reply).length > 0 && !reply.options ? [] : [event.notice.kind];
      }),
    ).toEqual([]);
  });

  test('gives no day as an example that its question refuses', () => {
    expect(daysTyped).toBeGreaterThan(40);
    expect(refusedDays).toEqual([]);
  });

  test('says on its cards or in words what stands on quick replies, which a PC does not show', () => {
    expect(broken(hiddenOnPc)).toEqual([]);
  });

  test('reads in both languages', () => {
    for (const { heard } of turns) {
      for (const language of ['th', 'en'] as const) expect(wordsOf(heard.reply, language)).not.toBe('');
    }
  });
});

describe('a question of the 14 indicators', () => {
  test('begins with its number, in either language', () => {
    const asked = turns.flatMap(({ heard }) => {
      const card = heard.reply.messages.at(-1);
      const first = heard.reply.options?.find((option) => 'tap' in option && option.tap.kind === 'answer');
      const step = first && 'tap' in first && first.tap.kind === 'answer' ? first.tap.step : '';
      const n = /^i(\d+)$/.exec(step)?.[1];
      return card?.kind === 'card' && n ? [{ n, card: { messages: [card] } }] : [];
    });
    expect(new Set(asked.map(({ n }) => n)).size).toBe(14);
    for (const { n, card } of asked) {
      expect(wordsOf(card, 'th').startsWith(`ข้อ ${n}/14 `)).toBe(true);
      expect(wordsOf(card, 'en').startsWith(`Item ${n}/14 `)).toBe(true);
    }
  });
});

/** What a household refuses whoever asks for it; the questions refuse it before, in their own words. */
const refusedBefore = [
  ...['textMissing', 'textTooLong', 'membersOutOfRange', 'amountOutOfRange', 'nothingOwed', 'rateOutOfRange'],
  ...[
    'tooManyContracts',
    'inFuture',
    'notLater',
    'noMethod',
    'methodTwice',
    'tooFewJoined',
    'nothingWaived',
    'notJoined',
  ],
  ...['alreadyJoined', 'reasonNeeded', 'noResult', 'growthReasonNeeded', 'newContractMissing', 'notClosed'],
].map(
  (code) =>
    [`household:problem.${code}`, 'the questions refuse it, see tests/features/household/rules'] as const,
);

/** Sentences that no transcript can say, each for a reason. */
const unsaid: ReadonlyMap<string, string> = new Map([
  ['common:fullDate', 'written on papers, see tests/e2e/exports.test.ts'],
  ['common:severalOrEnd', 'said of a contract that makes the debt grow: its reason is asked behind the list'],
  ['assessment:signed.year', 'no report of the year before is certified in the transcripts'],
  ['household:oneHousehold', 'said of a message of several lines, see tests/features/household/join.test.ts'],
  ['household:planDue.none', 'the areas of the transcripts have a date for the result'],
  ['household:methodToo.longerTerm', 'words that are understood, not said'],
  ['household:methodToo.laterDue', 'words that are understood, not said'],
  ['household:methodToo.lowerInterest', 'words that are understood, not said'],
  ['household:methodToo.lowerRate', 'words that are understood, not said'],
  ['people:acceptWords', 'words that are understood, not said'],
  ['people:declineWords', 'words that are understood, not said'],
  ['people:thaiWords', 'words that are understood, not said'],
  ['people:englishWords', 'words that are understood, not said'],
  ['common:commandOfYear', 'said with two years open, see tests/features/household/olderYear.test.ts'],
  ['common:sorry', 'said by the way of a message when a turn fails'],
  ['common:putAside', 'said of a form that is no longer in use, see tests/app/putAside.test.ts'],
  [
    'deadline:notice.changedIn',
    'said of whoever works in districts with different dates, see tests/features/deadline/deadline.test.ts',
  ],
  ['remind:heard', 'said where others are late besides, see tests/features/announce/announce.test.ts'],
  ['people:successor', 'said of whoever has no name, see tests/features/people/names.test.ts'],
  ['people:office', 'said of whoever has no name, see tests/features/people/names.test.ts'],
  [
    'assessment:nowHeldBy',
    'said in a race of two officers only, see tests/features/assessment/assessment.test.ts',
  ],
  [
    'assessment:lockedBy',
    'said in a race of two officers only, see tests/features/assessment/assessment.test.ts',
  ],
  ['household:consentToo', 'words that are understood, not said'],
  ['household:informalToo', 'words that are understood, not said'],
  ['household:allPaidWord', 'words that are understood, not said'],
  ['household:fund.noNames', 'words that are understood, not said'],
  [
    'household:fund.example',
    'said where the center knows no fund, see tests/features/household/join.test.ts',
  ],
  [
    'household:summary.noHouseholds',
    'the offices of the transcripts have targets, see tests/features/household/summary.test.ts',
  ],
  [
    'household:summary.targetReached',
    'said of a whole province, see tests/features/household/summary.test.ts',
  ],
  ['household:alsoDue.debt1', 'typed to choose a date, not said'],
  ['household:alsoDue.debt2', 'typed to choose a date, not said'],
  ...deadlineFileProblemCodes.map(
    (code) => [`deadline:file.${code}`, 'said on the command line only'] as const,
  ),
  ['household:notKept', 'a book answers the step of a center with what is said, or refuses it'],
  [
    'household:batch.refused',
    'said in a race of two officers only, see tests/features/household/batch.test.ts',
  ],
  ['deadline:problem.areaTooSmall', 'no district is offered for what a province reports'],
  ['deadline:andMore', 'said of more than five areas, see tests/features/deadline/deadline.test.ts'],

  ['assessment:chooseRevision', 'see tests/features/assessment/revision.test.ts'],
  ['deadline:whoSets', 'said to an old button only, see tests/features/deadline/deadline.test.ts'],
  ['announce:reportUnsure', 'said when LINE answers nothing, see tests/features/announce/announce.test.ts'],
  ['invite:addSharedBot', 'said when LINE does not tell, see tests/features/invite/invite.test.ts'],
  ['invite:usedMeanwhile', 'said in a race only, see tests/features/invite/invite.test.ts'],
  ['invite:overMeanwhile', 'said in a race only, see tests/features/invite/invite.test.ts'],
  ['chain:actingFor', 'stands in the position of a deputy, which is kept as it was rendered'],
  ['chain:restLater', 'said of more than thirty reports, see tests/features/chain/all.test.ts'],
  ...[
    ...['alreadySigned', 'signedAnotherStep', 'locked', 'notInChain', 'notYet', 'notEntitled'],
    ...['nothingToTakeBack', 'reasonMissing'],
  ].map(
    (why) =>
      [`chain:refused.${why}`, 'said in a race only, see tests/features/chain/refused.test.ts'] as const,
  ),
  ...['notEntitled', 'seatTaken', 'nothingWaits'].map(
    (why) =>
      [`deputy:refused.${why}`, 'said in a race only, see tests/features/deputy/refused.test.ts'] as const,
  ),
  ...['notEntitled', 'reasonMissing', 'notFrozen'].map(
    (why) =>
      [`freeze:refused.${why}`, 'said in a race only, see tests/features/freeze/refused.test.ts'] as const,
  ),
  ['report:where.notSubmitted', 'of what was sent only, see tests/kernel/report/where.test.ts'],
  ['report:where.done', 'no live kind lacks a chain, see tests/kernel/report/where.test.ts'],
  ['common:tapOrType', 'put below a reply by line/encode, see tests/line/unseen.test.ts'],
  ['common:fileLink', 'put together with its address by line/encode, see tests/line/encode.test.ts'],
  ...refusedBefore,
  ...unasked(),
]);

/** What is said of questions that no live form asks; the forms to come will say it. */
function unasked(): readonly (readonly [string, string])[] {
  const asked = features
    .flatMap(({ forms = [] }) => forms)
    .flatMap(({ form }) =>
      form.steps.flatMap((step) => (step.kind === 'repeat' ? step.steps : [step]).map(({ kind }) => kind)),
    );
  const sentences: { readonly [K in LeafStep['kind']]: readonly string[] } = {
    text: ['menu:help.text', 'problems:unreadable.text'],
    number: ['menu:help.number', 'problems:unreadable.number'],
    money: ['menu:help.money', 'problems:unreadable.money', 'common:baht'],
    choice: ['menu:help.choice', 'problems:unreadable.choice'],
    many: ['menu:help.many', 'problems:unreadable.many', 'common:list'],
    // Questions that ask once say the same words.
    yesNo: ['menu:help.yesNo'],
    date: ['menu:help.date', 'problems:unreadable.date'],
    phone: ['menu:help.phone', 'problems:unreadable.phone'],
    // Its help is said to whoever types the label of a camera button.
    photo: ['problems:unreadable.photo'],
    location: [
      'menu:help.location',
      'problems:unreadable.location',
      'common:sendLocation',
      'common:aLocation',
    ],
  };
  return Object.entries(sentences).flatMap(([kind, keys]) =>
    asked.some((one) => one === kind)
      ? []
      : keys.map(
          (key) => [key, `no live form asks for ${kind}, see tests/features/everyKind.test.ts`] as const,
        ),
  );
}

// `npm run transcripts` writes the bot's lines anew, to be read in the diff.
describe('the bot says word for word what stands in', () => {
  test.each(names)('%s', async (name) => {
    await expect(said.get(name)).toMatchFileSnapshot(new URL(name, folder).pathname);
  });
});

describe('the transcripts', () => {
  test('are there to hold the bot to', () => {
    expect(names.length).toBeGreaterThan(12);
  });

  test('visit every flow', () => {
    // A paper that was given out is needed for it, see tests/e2e/exports.test.ts.
    expect(flows.filter((id) => !told.flows.has(id))).toEqual(['document']);
  });

  test('use every command', () => {
    expect(commands.filter((name) => !told.commands.has(name))).toEqual([]);
  });

  test.each([
    'assessment',
    'common',
    'people',
    'menu',
    'problems',
    'household',
    'invite',
    'deadline',
    'chain',
    'deputy',
    'freeze',
    'report',
  ])('say every sentence of %s', (namespace) => {
    const sentences = readSentences('th')[namespace];
    if (!sentences) throw new Error(`no sentences of ${namespace}`);
    // A sentence of none is said under the key of many.
    const all = keysOf(sentences)
      .filter((key) => !key.endsWith('_zero'))
      // What stands on papers is not said in a chat.
      .filter((key) => !key.startsWith('paper.'))
      .map((key) => `${namespace}:${key}`);
    expect(all.filter((key) => !told.sentences.has(key) && !unsaid.has(key))).toEqual([]);
    const saidAfterAll = [...unsaid.keys()].filter((key) => told.sentences.has(key));
    expect(saidAfterAll).toEqual([]);
  });
});

const keysOf = (sentences: Sentences): readonly string[] =>
  Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === 'string' ? [key] : keysOf(value).map((rest) => `${key}.${rest}`),
  );
