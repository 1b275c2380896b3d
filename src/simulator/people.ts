import type { Ids } from './ids.ts';

/** Someone who has a LINE account and has added the bot. */
export type SimPerson = {
  readonly userId: string;
  readonly name: string;
  /** BCP 47. */
  readonly language?: string;
  /** Shown under the name on the chat page only. */
  readonly note?: string;
};

export type NewPerson = Omit<SimPerson, 'userId'> & { readonly userId?: string };

/** A group (`C…`) or an old-style room (`R…`). */
export type SimGroup = {
  readonly groupId: string;
  readonly name: string;
  readonly members: readonly string[];
};

export type People = {
  readonly add: (person: NewPerson) => SimPerson;
  readonly find: (userId: string) => SimPerson | undefined;
  readonly all: () => readonly SimPerson[];
  readonly isBlocked: (userId: string) => boolean;
  readonly setBlocked: (userId: string, blocked: boolean) => void;
  readonly addGroup: (group: Omit<SimGroup, 'groupId'> & { groupId?: string }) => SimGroup;
  readonly findGroup: (groupId: string) => SimGroup | undefined;
  readonly removeGroup: (groupId: string) => boolean;
  /** The people whom a message to this chat reaches; nothing when the bot does not know the chat. */
  readonly reachedBy: (chatId: string) => readonly string[] | undefined;
};

export function createPeople(ids: Ids, first: readonly SimPerson[]): People {
  const people = new Map<string, SimPerson>();
  const groups = new Map<string, SimGroup>();
  const blocked = new Set<string>();
  for (const person of first) people.set(person.userId, person);

  return {
    add: (newcomer) => {
      const person = { ...newcomer, userId: newcomer.userId ?? ids.chat('U') };
      people.set(person.userId, person);
      return person;
    },
    find: (userId) => people.get(userId),
    all: () => [...people.values()],
    isBlocked: (userId) => blocked.has(userId),
    setBlocked: (userId, value) => {
      if (value) blocked.add(userId);
      else blocked.delete(userId);
    },
    addGroup: (newcomer) => {
      const group = { ...newcomer, groupId: newcomer.groupId ?? ids.chat('C') };
      groups.set(group.groupId, group);
      return group;
    },
    findGroup: (groupId) => groups.get(groupId),
    removeGroup: (groupId) => groups.delete(groupId),
    reachedBy: (chatId) => {
      const group = groups.get(chatId);
      if (group) return group.members;
      if (!people.has(chatId)) return undefined;
      return blocked.has(chatId) ? [] : [chatId];
    },
  };
}
