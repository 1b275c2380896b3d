import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { clean, sameWords } from '../../../engine/parse/clean.ts';
import { type Slot, toKey } from '../../../engine/walk.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { askOn } from '../../../kernel/form/askOn.ts';
import { type At, type Given, optionText, type Several, type Unclear } from '../../../kernel/form/talk.ts';
import { t } from '../../../kernel/reply.ts';
import { householdJoin } from '../forms/householdJoin.ts';
import { type ContractLine, readContractLine, readContractRest } from '../rules/contractLine.ts';
import { type ContractPart, readContractLines } from '../rules/contractLines.ts';
import { readFundName } from '../rules/fundName.ts';
import { type JoinLine, readJoinLine } from '../rules/joinLine.ts';
import type { Said } from '../rules/pieces.ts';
import { severalHeads } from '../rules/severalHeads.ts';
import { textsIn } from './draft.ts';
import { refusedOutside } from './fund.ts';

/** `กทบ 25000 6 เกินกำหนด` where a contract begins, one or several; behind its name the rest of it. */
export function contractInOneLine(at: At, slot: Slot, text: string): Several | undefined {
  const { key, step, item } = slot;
  if (!item) return undefined;
  const prefix = key.slice(0, -step.id.length);
  if (step.id === 'outstanding' || step.id === 'rate') {
    const rest = readContractRest(text, step.id);
    return rest && { places: placesOf(rest, prefix) };
  }
  if (step.id !== 'fund') return undefined;
  const all = readContractLines(text, textsIn(at.draft, 'funds'));
  if (all.length > 1)
    return all.some(({ line }) => line?.outstanding)
      ? { places: contractPlaces(at, all, { list: item.of.id, no: item.no }) }
      : undefined;
  const line = readContractLine(text, textsIn(at.draft, 'funds'));
  return line && !isOutside(at, line) ? { places: placesOf(line, prefix) } : undefined;
}

/** Several contracts from an item of the list on, complete ones first: behind one that is not, no other can be asked about. */
const contractPlaces = (
  at: At,
  contracts: readonly ContractPart[],
  { list, no }: { readonly list: string; readonly no: number },
): readonly (Given | Unclear)[] =>
  contracts
    .toSorted((a, b) => missing(at, a.line) - missing(at, b.line))
    .flatMap(({ words, line }, place): readonly (Given | Unclear)[] =>
      line && !isOutside(at, line) ? placesOf(line, `${list}.${no + place}.`) : [{ words }],
    );

/** A lender outside in the line of a contract is refused as it is alone; what is owed to it is no fund's. */
export function outsideInOneLine(at: At, slot: Slot, text: string): Decision | undefined {
  if (slot.step.id !== 'fund' || !slot.item) return undefined;
  const line = readContractLine(text, textsIn(at.draft, 'funds'));
  if (!line?.fund || !isOutside(at, line)) return undefined;
  const mayNote = at.draft.form === householdJoin.id;
  const { draft, notes } = refusedOutside({ before: at.draft, slot }, line.fund.value, mayNote);
  return askOn(at, draft, notes);
}

const isOutside = ({ draft }: At, { fund }: ContractLine): boolean =>
  fund !== undefined && readFundName(fund.value, textsIn(draft, 'funds')).kind === 'outside';

/** `สมชาย ใจดี 12/3 4 คน` where the head is asked for, and behind the consent; contracts follow on lines of their own. */
export function householdInOneLine(at: At, slot: Slot, text: string): Several | undefined {
  const [line = '', ...below] = clean(text).split('\n');
  const [begun, ...lines] = [...withContractApart(at, slot, line), ...below];
  const { first, rest } = withParticulars(at, slot, begun, lines);
  const consent = slot.step.id === 'consent' ? consentIn(at, slot, first) : undefined;
  if (slot.step.id !== 'head' && !consent) return contractInOneLine(at, slot, text);
  const who = readJoinLine(consent?.rest ?? first, mooOf(at.draft));
  const others = rest.filter((one) => isAnother(at, one));
  const owed = rest.filter((one) => !others.includes(one));
  const contracts = readContractLines(owed.join('\n'), textsIn(at.draft, 'funds'));
  if (!who && contracts.every((one) => one.line === undefined) && others.length === 0) return undefined;
  const { ages, otherMoos, ...said }: JoinLine = who ?? {
    head: { words: first, value: first },
    ...{ unclear: [], ages: [], otherMoos: [] },
  };
  const { head, unclear, ...particulars } = said;
  const isSeveral = head !== undefined && severalHeads(head.value).length > 0;
  return {
    places: [
      ...(consent ? [consent.given] : []),
      ...placesOf(isSeveral ? { ...particulars, unclear: [...unclear, head.words] } : said),
      ...contractPlaces(at, contracts, { list: 'contracts', no: 1 }),
      ...others.map((words) => ({ words })),
    ],
    remarks: [
      ...(isSeveral ? [t('household:whichHead')] : []),
      ...others.map((words) => t('household:oneHousehold', { words })),
      ...ages.map((words) => t('household:ageLeftOut', { words })),
      ...otherMoos.map((words) => t('household:otherMoo', { words })),
    ],
  };
}

/** A line about a household with its contract behind it, from the name of a fund on: each as a line of its own. */
function withContractApart(at: At, slot: Slot, line: string): readonly [string, ...string[]] {
  if (slot.step.id !== 'head' && slot.step.id !== 'consent') return [line];
  const words = line.split(' ');
  const funds = textsIn(at.draft, 'funds');
  const start = words.findIndex(
    (_, place) => place > 0 && beginsContract(words.slice(place).join(' '), funds),
  );
  if (start < 0) return [line];
  const who = words.slice(0, start).join(' ');
  const told = readJoinLine(consentIn(at, slot, who)?.rest ?? who, mooOf(at.draft));
  return told?.head && (told.houseNo || told.members) ? [who, words.slice(start).join(' ')] : [line];
}

/** Whether words begin with the name of a fund, and tell what is owed to it. */
function beginsContract(words: string, funds: readonly string[]): boolean {
  const { fund, outstanding } = readContractLine(words, funds) ?? {};
  const { kind } = readFundName(fund?.value ?? '', funds);
  const isFund = kind === 'fund' || kind === 'near' || kind === 'both';
  return fund !== undefined && outstanding !== undefined && isFund && words.startsWith(fund.words);
}

/** The lines behind a name that go on with the same household: its house number, its people, its phone. */
function withParticulars(at: At, slot: Slot, begun: string, lines: readonly string[]) {
  const isAsked = slot.step.id === 'head' || slot.step.id === 'consent';
  const goesOn = (line: string): boolean => {
    const read = readJoinLine(line, mooOf(at.draft));
    return read !== undefined && read.head === undefined && !beginsContract(line, textsIn(at.draft, 'funds'));
  };
  const end = lines.findIndex((line) => !goesOn(line));
  const more = isAsked ? lines.slice(0, end < 0 ? lines.length : end) : [];
  return { first: [begun, ...more].join(' '), rest: lines.slice(more.length) };
}

/** Whether a line begins another household: a name that is no lender's, with a house or people. */
function isAnother({ draft }: At, line: string): boolean {
  const { head, houseNo, members } = readJoinLine(line, mooOf(draft)) ?? {};
  if (!head || !(houseNo || members)) return false;
  const lender = readFundName(head.value, textsIn(draft, 'funds')).kind;
  return lender === 'unclear' && (members !== undefined || houseNo?.value.includes('/') === true);
}

/** The number of the center's village; a draft that was begun without it knows none. */
const mooOf = ({ facts }: Draft): number | undefined =>
  typeof facts.moo === 'number' ? facts.moo : undefined;

const missing = (at: At, line: ContractLine | undefined): number =>
  line && !isOutside(at, line)
    ? [line.fund, line.outstanding, line.rate, line.overdue].filter((one) => !one).length
    : 5;

/** The consent's own word, with which the line begins. */
function consentIn(at: At, { key, step }: Slot, line: string) {
  const [word = '', ...rest] = line.split(' ');
  const label = optionText(at.talk.form, step, accepted);
  const isSaid = rest.length > 0 && at.context.wordings(label).some((one) => sameWords(word, one));
  return isSaid ? { given: { key, value: accepted, words: word }, rest: rest.join(' ') } : undefined;
}
const accepted = 'accept';

type Answers = Omit<JoinLine, 'ages' | 'otherMoos'>;

/** What a line says, in the order in which it is asked, and behind it what is not clear. */
function placesOf({ unclear, ...said }: Answers | ContractLine, prefix = ''): readonly (Given | Unclear)[] {
  const answers: readonly (readonly [string, Said<Json>])[] = Object.entries(said);
  return [
    ...answers.map(([step, one]) => ({ key: toKey(prefix + step), ...one })),
    ...unclear.map((words) => ({ words })),
  ];
}
