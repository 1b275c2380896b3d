import type { FiscalYear } from '../programme/ids.ts';
import { type CommandName, commandText } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Person } from './person.ts';
import { type Text, t } from './reply.ts';

/** Something, with its year where that is not the newest. */
export const ofYear = (what: Text, year: FiscalYear, newest: FiscalYear): Text =>
  year === newest ? what : t('common:ofYear', { what, year });

/** A command as it is typed, with the year behind it where that is not the newest. */
export function commandOfYear(name: CommandName, year: FiscalYear, newest: FiscalYear): Text {
  const command = commandText(name);
  return year === newest ? command : t('common:commandOfYear', { command, year });
}

/** Nothing is taken of a year any more. */
export const yearClosed = (person: Person, year: FiscalYear): Decision => ({
  person,
  reply: { messages: [{ kind: 'text', text: [t('common:yearClosed', { year })] }] },
});
