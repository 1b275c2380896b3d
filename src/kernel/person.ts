import type { Draft } from '../engine/draft.ts';
import type { DraftId, EventId } from '../engine/ids.ts';
import type { CaseId, CenterId, IsoDate, PersonId, Receipt } from '../programme/ids.ts';
import type { JobName } from '../programme/job/job.ts';
import type { Binding } from '../programme/people/actor.ts';
import type { FlowId, Message, Option } from './reply.ts';
import type { SummaryFigures } from './summaryFigures.ts';
import type { Waiting } from './waiting.ts';

export type Language = 'th' | 'en';

/** Everything that one person's conversation is; one document, changed by one update a turn. */
export type Person = {
  readonly id: PersonId;
  /** The LINE user id, for pushes; sealed wherever it is written. */
  readonly lineUser: string;
  readonly language: Language;
  /** Absent until the person agreed; without it nothing of the person is stored. */
  readonly consentedAt?: Date;
  /** The name that colleagues see and that reports carry. */
  readonly name?: string;
  readonly bindings: readonly Binding[];
  readonly wrongCodes: number;
  readonly lockedUntil?: Date;
  /** Blocked the bot: nothing is pushed until they follow again. */
  readonly away: boolean;
  readonly drafts: { readonly [id: DraftId]: Draft };
  /** The draft that `ทำต่อ` brings back. */
  readonly lastDraft?: DraftId;
  readonly open: Open;
  readonly shown: Shown;
  /** Texts that were shown back with "use as answer", newest last. */
  readonly offered: readonly Offered[];
  /** What became of drafts that are no longer here, newest last, so that an old tap gets an honest answer. */
  readonly closed: readonly Closed[];
  /** The draft that is being submitted, until its outcome is here; it goes over to nobody. */
  readonly submitting?: DraftId;
  /** Drafts on their way to whoever took over, by the intent that moved them, until that person has them. */
  readonly handedOver?: { readonly [intent: string]: readonly Draft[] };
  /** Drafts of forms that are not known any more, whose answers are kept. */
  readonly putAside?: readonly Draft[];
  readonly clock?: ClockTold;
  /** What could not be sent, the oldest first. */
  readonly waiting: readonly Waiting[];
};

/** What a typed text would be taken for. */
export type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'draft'; readonly draft: DraftId }
  | {
      readonly kind: 'prompt';
      readonly flow: FlowId;
      readonly act: string;
      readonly data: { readonly [name: string]: string };
    };

/** The last reply, as far as the next text depends on it. */
export type Shown = {
  /** The buttons; their exact labels, typed, do what they do. */
  readonly options: readonly Option[];
  /** The event whose reply asked the present question. */
  readonly by?: EventId;
  /** From when on a text may answer it, in this process's time; set when LINE answered 200. */
  readonly heardAt?: Date;
  /** LINE's ids of its messages, so that a text which quotes another is known by that. */
  readonly messages?: readonly string[];
  /** Whether the reply asked something. */
  readonly asks: boolean;
  /** The question of an open prompt, to be asked again after something else was said; a form's is made anew. */
  readonly question?: { readonly message: Message; readonly options: readonly Option[] };
};

/** `question` is the one that was open when the text was shown back; it is no answer to another. */
export type Offered = { readonly event: EventId; readonly text: string; readonly question: string };

export type Closed = {
  readonly draft: DraftId;
  readonly what: 'submitted' | 'saved' | 'deleted' | 'moved' | 'locked' | 'putAside';
  readonly case?: CaseId;
  readonly center?: CenterId;
  readonly receipt?: Receipt;
};

/** What the clock told. */
export type ClockTold = {
  /** The newest last. */
  readonly days: readonly ToldDay[];
  /** The buttons of its last message; what is pushed takes no other buttons away. */
  readonly options?: readonly Option[];
  /** Of the last summaries. */
  readonly figures?: SummaryFigures;
};

/** What was told on a day, by jobs. */
export type ToldDay = {
  readonly day: IsoDate;
  readonly told: readonly JobName[];
  /** What was reminded of, by the keys of the duties. */
  readonly duties: readonly string[];
};

/** A draft by an id that somebody else may have written. */
export function draftOf(person: Person, id: string | undefined): Draft | undefined {
  return Object.values(person.drafts).find((draft) => draft.id === id);
}

/** The draft whose question is open. */
export function openDraft(person: Person): Draft | undefined {
  return person.open.kind === 'draft' ? draftOf(person, person.open.draft) : undefined;
}

/** A person before anything is known of them. */
export function stranger(id: PersonId, lineUser: string): Person {
  return {
    id,
    lineUser,
    language: 'th',
    bindings: [],
    wrongCodes: 0,
    away: false,
    drafts: {},
    open: { kind: 'nothing' },
    shown: { options: [], asks: false },
    offered: [],
    closed: [],
    waiting: [],
  };
}
