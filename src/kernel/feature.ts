import type { Duty } from '../programme/duty/duty.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { Deed } from '../programme/people/actor.ts';
import type { AreaStanding } from '../programme/standing.ts';
import type { Turn } from './asking.ts';
import type { StoreMakers } from './collection.ts';
import type { CommandUse } from './commands.ts';
import type { DocumentKind } from './document/kind.ts';
import type { Due } from './due.ts';
import type { Effects, Parts } from './effects.ts';
import type { InboundEvent } from './event.ts';
import type { Call, Context, Flow } from './flow.ts';
import type { FormTalk } from './form/talk.ts';
import type { Outcome } from './intent.ts';
import type { NoticeOf } from './notice.ts';
import type { Person } from './person.ts';
import type { ReadName, Want } from './reads.ts';
import type { TellsOfJobs } from './recipient.ts';
import type { Block, Option, Text } from './reply.ts';
import type { ReportKind } from './report/kind.ts';
import type { TextsOfFile } from './sentences.ts';
import type { CommandNames, FlowIds, Notices, Reads } from './terms.ts';

/** One subject of the office, all of it: what people say about it, what they are told, and what is kept. */
export type Feature = {
  readonly id: keyof FlowIds;
  readonly flow: Flow;
  /** What only some may do of it. */
  readonly deeds?: readonly Deed[];
  /** Their words are `commands` in the feature's file of texts, other words for them `aliases`. */
  readonly commands?: { readonly [N in keyof CommandNames]?: CommandUse };
  /** What the menu offers of it. */
  readonly menu?: readonly MenuEntry[];
  /** The labels of its buttons; where free text is asked for they are rather a slip than its answer. */
  readonly buttons?: readonly Text[];
  /** The command that begins it anew, after one of its questions was left. */
  readonly startedBy?: keyof CommandNames;
  /** Its texts, where they are not in `locales`; keys begin with the feature's id. */
  readonly texts?: TextsOfFile;
  /** Its forms, newest version of a form last. */
  readonly forms?: readonly FormTalk[];
  /** What it keeps, by the names under which everybody finds it. */
  readonly stores?: StoreMakers;
  /** What is due of it by a date. */
  readonly dues?: readonly Due[];
  /** The kinds of reports that are made of it. */
  readonly reports?: readonly ReportKind[];
  /** The official documents that are made of it. */
  readonly documents?: readonly DocumentKind[];
  /** The kinds of events that come to its flow, whatever is open. */
  readonly events?: readonly InboundEvent['kind'][];
  /** Whoever has not consented meets its flow alone. */
  readonly meetsStrangers?: true;
  /** A text that can mean but one thing; `inText`: the open question takes letters and figures. */
  readonly recognises?: (text: string, inText: boolean, person: Person) => Recognised | undefined;
  /** What comes back to its flow when a shared record has decided. */
  readonly outcomes?: readonly Outcome['of'][];
  /** What of its reads and intents needs the world, put together once in a process. */
  readonly open?: (parts: Parts) => Effects;
  /** What a summary shows of its figures in an area. */
  readonly summary?: SummaryPart;
  /** The names of the figures that it counts in standings. */
  readonly figures?: readonly string[];
  /** What people are told because somebody acted; each looks first whether it still concerns them. */
  readonly notices?: { readonly [K in keyof Notices]?: Noticed<K> };
  /** Whom the runs of its jobs tell something. */
  readonly tells?: TellsOfJobs;
};

/** `where`: only where this is so; else the text means what it would mean without. */
export type Recognised = { readonly call: Call; readonly where?: Want<Whether> };
/** The reads that answer yes or no. */
type Whether = { [N in ReadName]: Reads[N] extends (...of: never[]) => boolean ? N : never }[ReadName];

/** A line of the menu; its note is `offers` in the texts of the menu. */
export type MenuEntry = {
  readonly command: keyof CommandNames;
  /** Lines stand in the order of their places. */
  readonly place: number;
  /** Who sees the line; everybody where nothing is said. */
  readonly deed?: Deed;
  /** Whoever owes such a duty sees it too. */
  readonly serves?: (duty: Duty) => boolean;
};

/** Lines of a summary of an area. */
export type SummaryPart = {
  /** Parts stand in the order of their places. */
  readonly place: number;
  /** Those that need not be seen at once are folded. */
  readonly blocks: (standing: AreaStanding, year: FiscalYear) => readonly Block[];
};

/** Words a notice; what `rides` along changed what it had to change when it came. */
export type Noticed<K extends keyof Notices> = (
  person: Person,
  notice: NoticeOf<K>,
  rides: boolean,
  context: Context,
) => Turn;

/** A button that says a command. */
export const says = (command: keyof CommandNames): Option => ({
  label: { key: `commands:${command}` },
  tap: { kind: 'say' },
});
