import type { Draft } from '../../../engine/draft.ts';
import type { Json } from '../../../engine/ids.ts';
import { sameWords } from '../../../engine/parse/clean.ts';
import { readYesNo } from '../../../engine/parse/yesNo.ts';
import type { Slot } from '../../../engine/walk.ts';
import type { Judged, Judgement } from '../../../kernel/form/talk.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { householdEdit } from '../forms/householdEdit.ts';
import { readContractLine } from '../rules/contractLine.ts';
import { isDoubtfulName, isUnclear, readFundName } from '../rules/fundName.ts';
import { textsIn, withNote } from './draft.ts';
import { refused } from './refused.ts';
import { takenAs } from './takenAs.ts';

/** Beside the form: a lender outside that was noted without being counted. */
export const outsideKey = 'outsideLender';

/** A name that was asked about, as the answer that notes it as a lender outside. */
const asOutside = (name: string): string => `${outsideMark}${name}`;
/** Begins with a character that nobody can type. */
const outsideMark = '\u0000outside ';

/** A name that tells nothing of its lender, as the answer that it is a fund's; typed again it still tells nothing. */
const asFund = (name: string): string => `${fundMark}${name}`;
const fundMark = '\u0000fund ';

const isInformal = (name: string): boolean => {
  const reading = readFundName(name, []);
  return reading.kind === 'outside' && reading.lender === 'informal';
};

/** The funds that the center and the household know. */
export const fundsKnown = (draft: Draft, slot: Slot): readonly string[] =>
  slot.step.suggest === 'fund' ? textsIn(draft, 'funds') : [];

/** What a button says that takes a name which was asked about. */
export function fundCandidate(_draft: Draft, { step }: Slot, value: Json): Text | undefined {
  if (step.suggest !== 'fund') return undefined;
  const name = String(value);
  if (name.startsWith(outsideMark)) return t('household:noteOutside');
  if (name.startsWith(fundMark)) return t('household:fund.ofVillage');
  if (isInformal(name)) return t('household:noteInformal');
  return readFundName(name, []).kind === 'both' ? t('household:fund.ofVillage') : undefined;
}

/**
 * Looks at the name of a fund before it stands: what is no name is refused, a lender outside kindly, with a button
 * that notes it where it is kept; what may be another fund than was meant is asked about.
 */
export function judgeFund(judged: Judged, { mayNote }: { readonly mayNote: boolean }): Judgement | undefined {
  const { before, after, slot, value } = judged;
  const name = String(value);
  const asked = before.asked?.key === slot.key ? before.asked.candidates : [];
  if (asked.includes(name) && name.startsWith(fundMark)) return takenAs(after, name.slice(fundMark.length));
  if (asked.includes(name)) return name.startsWith(outsideMark) ? noted(judged, name) : undefined;
  if (isNoName(judged, name)) return yesOrNo(judged, mayNote, asked) ?? refusedNoName(judged, name);
  const reading = readFundName(name, textsIn(before, 'funds'));
  switch (reading.kind) {
    case 'fund':
      // The known fund's own spelling stands.
      return reading.name === name ? askWhole(judged, name) : takenAs(after, reading.name);
    case 'noName':
      return refusedNoName(judged, name);
    case 'outside':
      return refusedOutside(judged, name, mayNote);
    case 'both':
      return ask(
        judged,
        [name, ...(mayNote ? [asOutside(name)] : [])],
        t('household:fund.both', { name: said(name) }),
      );
    case 'near':
      return ask(judged, [...reading.known, name], t('household:fund.near', { name: said(name) }));
    case 'unclear':
      // Of a contract it is the next question.
      return askWhole(judged, name);
    default:
      return reading satisfies never;
  }
}

/** A figure in a name may be an amount, a rate or a day that was typed with it, unless the fund is known by it. */
function askWhole(judged: Judged, name: string): Judgement | undefined {
  const known = textsIn(judged.before, 'funds');
  const saysMore = readContractLine(name, known) !== undefined || isDoubtfulName(name);
  return saysMore && !known.includes(name)
    ? ask(judged, [name], t('household:fund.saysMore', { name: said(name) }))
    : undefined;
}

/** A fund where nothing but its name is asked: one that tells nothing of its lender is asked about. */
export function judgeFundAlone(judged: Judged): Judgement | undefined {
  const name = String(judged.value);
  return (
    judgeFund(judged, { mayNote: false }) ??
    (isUnclear(name, textsIn(judged.before, 'funds'))
      ? ask(judged, [asFund(name)], t('household:fund.unclear', { name: said(name) }))
      : undefined)
  );
}

/** A lender outside is refused kindly, with a button that notes it where it is kept. */
export function refusedOutside(judged: Asked, name: string, mayNote: boolean): Judgement {
  const lender = said(name);
  if (mayNote && isInformal(name)) return ask(judged, [name], t('household:informalOffered', { lender }));
  if (mayNote) return ask(judged, [asOutside(name)], t('household:outsideRefused', { lender }));
  const isCorrection = judged.before.form === householdEdit.id;
  return refused(
    judged.before,
    isCorrection
      ? t('household:fund.outsideElsewhere', { lender })
      : t('household:fund.outsideHere', { lender, example: exampleFund(judged.before) }),
  );
}

/** A yes or no to whether a name with both in it is that of a village fund. */
function yesOrNo(judged: Judged, mayNote: boolean, asked: readonly Json[]): Judgement | undefined {
  const name = String(asked[0] ?? '');
  const answer = readYesNo(String(judged.value));
  if (answer.kind !== 'read' || readFundName(name, []).kind !== 'both') return undefined;
  return answer.value ? takenAs(judged.after, name) : refusedOutside(judged, name, mayNote);
}

/** The name of a lender outside, where one is asked for: a name, and no fund that is known. */
export function judgeOutside(judged: Judged): Judgement | undefined {
  const { before, value } = judged;
  const name = String(value);
  const known = textsIn(before, 'funds');
  const reading = readFundName(name, known);
  if (isNoName(judged, name) || reading.kind === 'noName')
    return refused(before, t('household:fund.noLender', { words: said(name) }));
  const isKnown = reading.kind === 'fund' && known.includes(reading.name);
  return isKnown ? refused(before, t('household:fund.isKnown', { fund: said(reading.name) })) : undefined;
}

type Asked = Pick<Judged, 'before' | 'slot'>;

function ask({ before, slot }: Asked, candidates: readonly string[], why: Text): Judgement {
  return { draft: { ...before, asked: { key: slot.key, candidates } }, notes: [why] };
}

/** Words that answer other questions. */
const isNoName = ({ context }: Judged, name: string): boolean =>
  context
    .wordings(t('household:fund.noNames'))
    .flatMap((words) => words.split('|'))
    .some((word) => sameWords(name, word));

function refusedNoName({ before, slot }: Judged, name: string): Judgement {
  const params = { words: said(name), example: exampleFund(before) };
  return refused(
    before,
    slot.item?.mayEnd ? t('household:fund.noNameOrDone', params) : t('household:fund.noName', params),
  );
}

/** A fund that the center knows, else a kind of fund. */
function exampleFund(draft: Draft): Text {
  const [known] = textsIn(draft, 'funds');
  return known === undefined ? t('household:fund.example') : said(known);
}

function noted({ before, after, slot }: Judged, marked: string): Judgement | undefined {
  const lender = marked.slice(outsideMark.length);
  const { asked: _asked, ...rest } = before;
  const turn = after.log.at(-1);
  return (
    turn && {
      draft: withNote({ ...rest, misses: 0 }, outsideKey, lender, turn),
      notes: [
        t('household:outsideNoted', { lender: said(lender) }),
        // While nothing that counts was told, it is said that a bank's debt alone does not.
        ...(slot.item?.mayEnd === false ? [t('household:onlyOutside')] : []),
      ],
    }
  );
}
