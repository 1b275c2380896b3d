import type { Draft } from '../engine/draft.ts';
import { labelKey } from '../engine/parse/clean.ts';
import type { FiscalYear } from '../programme/ids.ts';
import type { AreaStanding } from '../programme/standing.ts';
import type { Turn } from './asking.ts';
import { claims } from './claims.ts';
import {
  type Command,
  type CommandReader,
  commandWords,
  createCommandReader,
  type Wordings,
} from './commands.ts';
import type { Due } from './due.ts';
import { duesOf } from './dues.ts';
import type { InboundEvent } from './event.ts';
import type { Feature, MenuEntry, Noticed, Recognised } from './feature.ts';
import type { Context, Flow } from './flow.ts';
import type { FormTalk } from './form/talk.ts';
import type { Outcome } from './intent.ts';
import type { Notice, NoticeOf } from './notice.ts';
import type { Person } from './person.ts';
import type { Block, FlowId, Text } from './reply.ts';
import { type ReportKinds, reportKinds } from './report/kind.ts';
import type { CommandNames, Notices } from './terms.ts';

declare module './flow.ts' {
  interface Context {
    readonly features: Features;
  }
}

/** All features as one: what each of them adds, by the names under which it is found. */
export type Features = {
  readonly flowOf: (id: FlowId) => Flow;
  readonly isFlow: (id: string) => id is FlowId;
  readonly commands: CommandReader;
  /** In the order of their places. */
  readonly menu: readonly MenuEntry[];
  /** The labels of the buttons of all features. */
  readonly buttons: readonly Text[];
  /** In the order of their places. */
  readonly dues: readonly Due[];
  readonly startedBy: (flow: FlowId) => keyof CommandNames | undefined;
  /** The form that a draft was started with; versions stay side by side for as long as reports exist. */
  readonly talkOf: (draft: Pick<Draft, 'form' | 'version'>) => FormTalk;
  /** The kinds of reports, by their ids. */
  readonly reports: ReportKinds;
  /** Whether the form of a draft, in this version, is known (any more). */
  readonly isKnown: (draft: Pick<Draft, 'form' | 'version'>) => boolean;
  /** What a summary shows of an area, in the order of the places. */
  readonly summaryOf: (standing: AreaStanding, year: FiscalYear) => readonly Block[];
  /** The flow that takes events of this kind, whatever is open. */
  readonly flowOfEvent: (kind: InboundEvent['kind']) => FlowId;
  /** Whoever has not consented meets this flow alone. */
  readonly flowOfStrangers: FlowId;
  /** A text that can mean but one thing, such as a receipt; `inText`: the open question takes letters and figures. */
  readonly recognise: (
    text: string,
    inText: boolean,
    person: Person,
  ) => (Recognised & { readonly flow: FlowId }) | undefined;
  /** The flow to which an outcome comes back. */
  readonly flowOfOutcome: (of: Outcome['of']) => FlowId;
  /** Puts a notice into words, where it still concerns the person. */
  readonly noticed: (person: Person, notice: Notice, rides: boolean, context: Context) => Turn;
};

type Texts = { readonly wordings: Wordings; readonly has: (key: string) => boolean };

/** Throws what is wrong with the features together: the bot does not start with it. */
export function joinFeatures(features: readonly Feature[], { wordings, has }: Texts): Features {
  const flows = claims(features, 'flow', ({ id, flow }) => [[id, flow]]);
  const outcomes = claims(features, 'outcome', ({ id, outcomes: own = [] }) => own.map((of) => [of, id]));
  const talks = claims(features, 'form', ({ forms: own = [] }) =>
    own.map((talk) => [versionOf(talk.form), talk]),
  );
  const notices = claims(features, 'notice', ({ notices: own = {} }) =>
    namedIn(own).map((kind) => [kind, own]),
  );
  const startedBy = new Map(features.map(({ id, startedBy: command }) => [id, command]));
  const commands = features.flatMap((feature) => commandsOf(feature, wordings, has));
  claims(features, 'command', ({ commands: own = {} }) => namedIn(own).map((name) => [name, true]));
  refuseTwins(commands);

  claims(features, 'deed', ({ deeds = [] }) => deeds.map(({ id }) => [id, true]));
  const dues = claims(features, 'due-date kind', ({ dues: own = [] }) => own.map((due) => [due.id, due]));
  for (const id of dues.keys())
    if (!has(`due:${id}`)) throw new Error(`the due-date kind ${id} has no name in a language`);

  const events = claims(features, 'event', ({ id, events: own = [] }) => own.map((kind) => [kind, id]));
  const strangers = claims(features, 'strangers', ({ id, meetsStrangers }) =>
    meetsStrangers ? [['all', id]] : [],
  );

  const summaries = features.flatMap(({ summary = [] }) => summary).toSorted((a, b) => a.place - b.place);

  const flowOf = (id: FlowId): Flow => found(flows, id, 'flow');
  return {
    flowOf,
    isFlow: (id): id is FlowId => flows.has(id),
    commands: createCommandReader(commands),
    menu: features.flatMap(({ menu = [] }) => menu).toSorted((a, b) => a.place - b.place),
    buttons: features.flatMap(({ buttons = [] }) => buttons),
    dues: duesOf(features),
    summaryOf: (standing, year) => summaries.flatMap(({ blocks }) => blocks(standing, year)),
    startedBy: (flow) => startedBy.get(flow),
    reports: reportKinds(features),
    isKnown: ({ form, version }) => talks.has(versionOf({ id: form, version })),
    talkOf: ({ form, version }) => found(talks, versionOf({ id: form, version }), 'form'),
    flowOfEvent: (kind) => found(events, kind, 'event'),
    flowOfStrangers: found(strangers, 'all', 'strangers'),
    recognise: (text, inText, person) => {
      for (const { id, recognises } of features) {
        const recognised = recognises?.(text, inText, person);
        if (recognised) return { flow: id, ...recognised };
      }
      return undefined;
    },
    flowOfOutcome: (of) => found(outcomes, of, 'outcome'),
    noticed: (person, notice, rides, context) =>
      worded(found(notices, notice.kind, 'notice'), person, notice, rides, context),
  };
}

function worded<K extends keyof Notices>(
  notices: { readonly [N in keyof Notices]?: Noticed<N> },
  person: Person,
  notice: NoticeOf<K>,
  rides: boolean,
  context: Context,
): Turn {
  const words: Noticed<K> | undefined = notices[notice.kind];
  return words?.(person, notice, rides, context) ?? { person };
}

const versionOf = ({ id, version }: { readonly id: string; readonly version: number }) => `${id}@${version}`;

const namedIn = <N extends string>(own: { readonly [K in N]?: unknown }): readonly N[] =>
  Object.keys(own) as N[];

function found<V>(all: ReadonlyMap<string, V>, name: string, what: string): V {
  const value = all.get(name);
  if (value === undefined) throw new Error(`no feature has the ${what} ${name}`);
  return value;
}

function commandsOf(
  { id, commands = {} }: Feature,
  wordings: Wordings,
  has: Texts['has'],
): readonly Command[] {
  return namedIn(commands).map((name) => {
    if (!has(`commands:${name}`)) throw new Error(`the command ${name} of ${id} has no words in a language`);
    return { ...commands[name], name, flow: id, words: commandWords(name, wordings, has) };
  });
}

/** A word must lead to one command. */
function refuseTwins(commands: readonly Command[]): void {
  const known = new Map<string, string>();
  for (const { name, words } of commands)
    for (const word of new Set(words.map(labelKey))) {
      const other = known.get(word);
      if (other !== undefined) throw new Error(`both ${other} and ${name} are called ${word}`);
      known.set(word, name);
    }
}
