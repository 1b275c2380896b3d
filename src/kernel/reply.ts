import type { DraftId, StepKey } from '../engine/ids.ts';
import type { IsoDate } from '../programme/ids.ts';
import type { FlowIds } from './terms.ts';
import type { TextKey } from './textKey.ts';

/** What the bot says: no language and no LINE. `line/encode` turns it into messages. */

export type Param =
  | string
  | number
  | { readonly baht: number }
  | { readonly date: IsoDate }
  /** The same with the month's whole name, as official papers write it. */
  | { readonly fullDate: IsoDate }
  /** Any day of the month that is meant. */
  | { readonly month: IsoDate }
  /** The same without its year. */
  | { readonly nameOfMonth: IsoDate }
  | { readonly instant: Date }
  | Text
  | readonly Text[];
export type Params = { readonly [name: string]: Param };
/** A sentence from `locales`, or words that people or the registry gave (`said`). */
export type Text = { readonly key: TextKey; readonly params?: Params } | { readonly said: string };

export const t = (key: TextKey, params?: Params): Text => (params ? { key, params } : { key });
export const said = (words: string): Text => ({ said: words });

/** What a button does. Its label, typed, does the same while the reply is the last thing shown. */
export type Tap =
  /** Answers a question of a draft, so that an old tap is recognised. */
  | { readonly kind: 'answer'; readonly draft: DraftId; readonly step: StepKey; readonly value: string }
  /** Acts within a flow. */
  | {
      readonly kind: 'act';
      readonly flow: FlowId;
      readonly act: string;
      readonly value?: string;
      readonly draft?: DraftId;
    }
  /** Sends its own label as text: commands and words of navigation. */
  | { readonly kind: 'say' };

export type Option = { readonly label: Text } & (
  | { readonly tap: Tap }
  | ({
      readonly pick: 'date';
      readonly initial?: IsoDate;
      readonly min?: IsoDate;
      readonly max?: IsoDate;
    } & (
      | { readonly draft: DraftId; readonly step: StepKey }
      /** An act of a flow; the date comes behind its value. */
      | { readonly flow: FlowId; readonly act: string; readonly value: string }
    ))
  | { readonly pick: 'camera' | 'cameraRoll' | 'location' }
);

export type Tone = 'plain' | 'quiet' | 'strong' | 'good' | 'warning';

/**
 * A part of a card, from top to bottom. Its words make up the altText too. What is folded is not drawn, so that the card is
 * no taller than a small screen; a button shows it.
 */
export type Block = Part & { readonly folded?: true };

type Part =
  | { readonly kind: 'text'; readonly text: Text; readonly tone?: Tone }
  /** `label: value`, the value at the right. */
  | { readonly kind: 'fact'; readonly label: Text; readonly value: Text }
  /** `label value/of` with a bar; or another figure instead, such as an amount before and after. */
  | {
      readonly kind: 'bar';
      readonly label: Text;
      readonly value: number;
      readonly of: number;
      readonly figure?: Text;
      /** What a tap on it does. */
      readonly option?: Option;
    }
  /** A line that can be tapped. */
  | { readonly kind: 'row'; readonly text: Text; readonly note?: Text; readonly option: Option }
  | { readonly kind: 'title'; readonly text: Text }
  /** A kept photo, by its file id. */
  | { readonly kind: 'photo'; readonly file: string }
  | { readonly kind: 'line' };

export const folded = (block: Block): Block => ({ ...block, folded: true });
export const unfolded = ({ folded: _folded, ...block }: Block): Block => block;

export type Card = {
  readonly heading: Text;
  readonly blocks: readonly Block[];
  /** Buttons on the card itself; they stay when the quick replies are gone. */
  readonly buttons?: readonly Option[];
};

export type Message =
  | {
      readonly kind: 'text';
      readonly text: readonly Text[];
      /** Passed on as it is, so nothing is said below it. */
      readonly alone?: true;
    }
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'photo'; readonly file: string }
  /** A kept document, to be opened by a link. */
  | { readonly kind: 'file'; readonly file: string; readonly name: string };

/** At most two messages, for every reply; waiting notices ride along as a third. */
export type Reply = {
  readonly messages: readonly Message[];
  /** Quick replies under the last message. */
  readonly options?: readonly Option[];
  /** The question that a typed text would answer; it counts as seen once its delivery was confirmed. */
  readonly asks?: boolean;
  /** Carries a receipt: is pushed when the reply certainly did not arrive. */
  readonly receipt?: boolean;
  /** The duties that it reminds of, by their keys; once one of them is done it is not sent any more. */
  readonly asLongAs?: readonly string[];
};

export type FlowId = keyof FlowIds;

/** The buttons of a reply, on its cards too. */
export function optionsIn(reply: Reply): readonly Option[] {
  const onCards = reply.messages.flatMap((message) =>
    message.kind === 'card' ? optionsOn(message.card) : [],
  );
  return [...(reply.options ?? []), ...onCards];
}

function optionsOn({
  blocks,
  buttons = [],
}: {
  blocks: readonly Block[];
  buttons?: readonly Option[];
}): readonly Option[] {
  return [
    ...buttons,
    ...blocks.flatMap((block) => ('option' in block && block.option ? [block.option] : [])),
  ];
}
