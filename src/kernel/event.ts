import type { EventId } from '../engine/ids.ts';
import type { FileId, PersonId } from '../programme/ids.ts';
import type { Outcome } from './intent.ts';
import type { Notice } from './notice.ts';
import type { Tap } from './reply.ts';
import type { Tick } from './tick.ts';

/** One thing that happened to one person's conversation. */
export type InboundEvent = {
  readonly id: EventId;
  readonly who: PersonId;
  readonly lineUser: string;
  /**
   * When the person did it, in this process's time: LINE's timestamp plus the smallest
   * `received − timestamp` of first deliveries seen, clamped to received −30 days … +5 s.
   */
  readonly at: Date;
  /** LINE's clock is not known yet, so it may be older than `at` tells. */
  readonly ageUnknown?: true;
  readonly receivedAt: Date;
  readonly replyToken?: string;
  readonly redelivered: boolean;
} & What;

export type WhyUnusable =
  | 'tooLarge'
  /** Of a kind that is not taken. */
  | 'notTaken'
  /** No bytes at all, as LINE on a computer sends at times. */
  | 'empty'
  /** A picture as iPhones keep it, which little else can open. */
  | 'heic'
  /** A picture that cannot be opened. */
  | 'damaged'
  /** A document that holds macros. */
  | 'macros'
  | 'gone'
  | 'unavailable';

export type What =
  /** `quotes` is the message that it was written under, by LINE's id. */
  | { readonly kind: 'text'; readonly text: string; readonly quotes?: string }
  /** A text that was sent before, as it reads now. */
  | { readonly kind: 'edited'; readonly text: string }
  /** A button of ours. A button with a picker brings what was picked as its value. */
  | { readonly kind: 'tap'; readonly tap: Exclude<Tap, { kind: 'say' }> }
  /** Postback data that is not ours: forged, or of a form that this version no longer knows. */
  | { readonly kind: 'strangeTap' }
  /** A photo, or a document with its name, already stored; or why it could not be. */
  | {
      readonly kind: 'file';
      readonly media: 'photo';
      readonly file: FileId;
      /** Those that were sent together with it. */
      readonly more?: readonly FileId[];
      /** How many more of them could not be stored. */
      readonly unusable?: number;
    }
  | { readonly kind: 'file'; readonly media: 'file'; readonly file: FileId; readonly name: string }
  | { readonly kind: 'unusableFile'; readonly why: WhyUnusable }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'other'; readonly media: 'sticker' | 'audio' | 'video' | 'unknown' }
  | { readonly kind: 'unsend'; readonly message: string }
  | { readonly kind: 'follow' }
  | { readonly kind: 'unfollow' }
  /** The bot joined a group or room, or was mentioned there. */
  | { readonly kind: 'group' }
  /** What a shared record decided; comes back under the id `<intent>:outcome`. */
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** Somebody's act that concerns this person. What waited and now `rides` along was an event before: it is only put into words. */
  | { readonly kind: 'notice'; readonly notice: Notice; readonly rides?: true }
  /** By the clock. */
  | { readonly kind: 'tick'; readonly tick: Tick; readonly rides?: true };
