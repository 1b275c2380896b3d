import { clean } from '../../../engine/parse/clean.ts';
import { withoutParticles } from '../../../engine/parse/particles.ts';

/** The question's own words before a name: `หัวหน้าครัวเรือนชื่อ`, `ชื่อ`, `Name is`. */
const LEAD =
  /^(?:(?:ชื่อ)?หัวหน้าครัวเรือน(?:ชื่อ|คือ)*|ชื่อ(?:คือ|ว่า)?|(?:my |the )?(?:head(?: of (?:the )?household)?|name)(?:'s name)?(?: is\b|(?=:)))[ :]*/i;

/** The name of a person alone, without words that lead to it and courtesy behind it; a text that is nothing else stands. */
export function headName(text: string): string {
  const line = clean(text);
  const name = withoutParticles(line).replace(LEAD, '');
  return name === '' ? line : name;
}
