import { readNumber } from '../../../engine/parse/number.ts';
import { readPhone } from '../../../engine/parse/phone.ts';
import { bareFigure, nameIn, piecesOf, type Said, understood } from './pieces.ts';

/** Who a household is, as far as one line says it. */
export type JoinLine = {
  readonly head?: Said<string>;
  readonly houseNo?: Said<string>;
  readonly members?: Said<number>;
  readonly phone?: Said<string>;
  readonly unclear: readonly string[];
};
type Part =
  | { readonly kind: 'houseNo'; readonly houseNo: string }
  | { readonly kind: 'members'; readonly members: number }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'bare'; readonly figure: string };

const HOUSE = /^(?:(?:บ้าน)?เลขที่|บ้านเลขที่|house(?: no\.?)?|no\.?)? ?(\d+(?:\/\d+)*)$/i;
const SAYS_HOUSE = /\/|เลขที่|house|no/i;
const NAMES_PEOPLE = /สมาชิก|members?/i;
const SAYS_PEOPLE = /คน|สมาชิก|people|persons?|members?/i;

/**
 * Reads who a household is from one line: `สมชาย ใจดี 12/3 4 คน 081-234-5678`. Absent where the text is a name alone.
 */
export function readJoinLine(text: string): JoinLine | undefined {
  const pieces = piecesOf(text, readPart);
  const parts = understood(pieces);
  if (parts.length === 0) return undefined;
  const { name, lost } = nameIn(pieces);
  const said = <K extends Part['kind']>(kind: K) =>
    parts.flatMap(({ words, value }) =>
      value.kind === kind ? [{ words, value: value as Extract<Part, { kind: K }> }] : [],
    );
  const [houses, people, phones, bare] = [said('houseNo'), said('members'), said('phone'), said('bare')];
  // A lone figure is the house beside a number of people, and the people beside a house number.
  const [figure] = bare.length === 1 ? bare : [];
  const house =
    houses[0] ??
    (figure && people.length === 1
      ? { words: figure.words, value: { houseNo: figure.value.figure } }
      : undefined);
  const members =
    people[0] ??
    (figure && houses.length === 1
      ? { words: figure.words, value: { members: Number(figure.value.figure) } }
      : undefined);
  const used = [house, members, phones[0]].map((one) => one?.words);
  return {
    ...(name !== undefined && { head: { words: name, value: name } }),
    ...(house && { houseNo: { words: house.words, value: house.value.houseNo } }),
    ...(members && { members: { words: members.words, value: members.value.members } }),
    ...(phones[0] && { phone: { words: phones[0].words, value: phones[0].value.phone } }),
    unclear: [...lost, ...parts.map(({ words }) => words).filter((words) => !used.includes(words))],
  };
}

function readPart(words: string): Part | undefined {
  const phone = readPhone(words);
  if (phone.kind === 'read') return { kind: 'phone', phone: phone.value };
  if (SAYS_PEOPLE.test(words)) {
    const people = readNumber(words.replace(NAMES_PEOPLE, ''));
    return people.kind === 'read' ? { kind: 'members', members: people.value } : undefined;
  }
  const [, houseNo] = HOUSE.exec(words) ?? [];
  if (houseNo === undefined) return undefined;
  return SAYS_HOUSE.test(words) || bareFigure(words) === undefined
    ? { kind: 'houseNo', houseNo }
    : { kind: 'bare', figure: houseNo };
}
