import type { DraftId } from '../engine/ids.ts';
import type { DailyHours } from '../programme/calendar/calendar.ts';
import type { DebtLimits } from '../programme/debtLimits.ts';
import type { FiscalYear, IsoDate } from '../programme/ids.ts';
import type { Turn } from './asking.ts';
import type { InboundEvent } from './event.ts';
import type { Person } from './person.ts';
import type { FlowId, Text } from './reply.ts';

/** What a turn may know besides the person and what it asks for. */
export interface Context {
  readonly now: Date;
  readonly today: IsoDate;
  /** The programme year that new reports belong to. */
  readonly year: FiscalYear;
  /** Whether reports of a year are still taken. */
  readonly isOpen: (year: FiscalYear) => boolean;
  /** The version of a form with which the reports of a year are made. */
  readonly versionOf: (form: string, year: FiscalYear) => number;
  /** When nothing is sent by the clock. */
  readonly quiet: DailyHours;
  /** What the office sets for debts. */
  readonly debtLimits: DebtLimits;
  /** Whether people can open kept photos and documents by a link. */
  readonly servesFiles: boolean;
  /** A text as it reads in both languages; to recognise typed labels. */
  readonly wordings: (text: Text) => readonly string[];
  readonly render: (text: Text, language: Person['language']) => string;
}

/** What a flow was called for. */
export type Call =
  | { readonly kind: 'command'; readonly command: string; readonly rest: string }
  | { readonly kind: 'act'; readonly act: string; readonly value?: string; readonly draft?: DraftId }
  /** Text or material while a prompt of this flow is open. */
  | {
      readonly kind: 'answer';
      readonly act: string;
      readonly data: { readonly [name: string]: string };
      readonly event: InboundEvent;
    }
  | { readonly kind: 'event'; readonly event: InboundEvent };

/** One thing the bot can do, pure; a flow that is not a form is a function of the same signature as the engine's. */
export type Flow = {
  readonly id: FlowId;
  readonly decide: (person: Person, call: Call, event: InboundEvent, context: Context) => Turn;
};
