import type { SimPerson } from './people.ts';
import type { Rates } from './rateLimit.ts';
import type { Redelivery } from './webhookSender.ts';

export type SimulatorOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host?: string;
  readonly channelSecret: string;
  readonly channelAccessToken: string;
  readonly webhookUrl: string;
  readonly now: () => Date;
  /** Gives a new uuid. */
  readonly newId: () => string;
  readonly people?: readonly SimPerson[];
  /** Told whenever someone joins, so that a trial can keep its people over a restart. */
  readonly onPeopleChanged?: (people: readonly SimPerson[]) => void;
  readonly redelivery?: Redelivery;
  /** The month's pushes; `null` for no limit. */
  readonly quota?: number | null;
  /** Calls per endpoint; `null` for no limits. LINE's own when absent. */
  readonly rates?: Rates | null;
  readonly replyTokenLifeMs?: number;
  /** Lets pictures lie on this machine over plain HTTP: a trial has no certificate. */
  readonly loopbackMedia?: boolean;
  /** Told of every body that came in and every webhook that went out. */
  readonly recorder?: (call: { readonly endpoint: string; readonly body: unknown }) => void;
  /** The chat page's texts by language and key; without them there is no page. */
  readonly texts?: { readonly th: PageTexts; readonly en: PageTexts };
};

export type PageTexts = Readonly<Record<string, string>>;
