import { afterAll, beforeAll, expect, test } from 'vitest';
import { decided } from '../../src/app/decided.ts';
import type { Draft } from '../../src/engine/draft.ts';
import type { DraftId, EventId } from '../../src/engine/ids.ts';
import { assessmentCases } from '../../src/features/assessment/cases.ts';
import { peopleFlow } from '../../src/features/people/index.ts';
import type { Decision } from '../../src/kernel/decision.ts';
import type { InboundEvent } from '../../src/kernel/event.ts';
import type { Intent, Outcome } from '../../src/kernel/intent.ts';
import type { Person } from '../../src/kernel/person.ts';
import type { OpenStore } from '../../src/storage/index.ts';
import { district, draft, person, reportCase, withDrafts } from '../storage/contract/samples.ts';
import { createReaders } from '../support/effects.ts';
import { context } from '../support/turn.ts';
import {
  at,
  far,
  type HouseholdOffice,
  head,
  here,
  officer,
  openHouseholdOffice,
  there,
  year,
} from './householdOffice.ts';

const scope = district(here.district, here.province);
const newcomer = person(9, { bindings: [], name: 'ธิดา มาใหม่' });
const about = (id: string, center: string): Draft => ({
  ...draft(id, [1, 2]),
  subject: { center, year: String(year) },
});

/** The power fails once, just after the old account was written. */
let failsAfterCommit = true;
const wrapped = (store: OpenStore): OpenStore => ({
  ...store,
  persons: {
    ...store.persons,
    async commit(writes) {
      const results = await store.persons.commit(writes);
      if (!failsAfterCommit) return results;
      failsAfterCommit = false;
      throw new Error('power cut');
    },
  },
});

let office: HouseholdOffice;
let redeem: Extract<Intent, { kind: 'redeem' }>;
let outcome: Extract<Outcome, { of: 'redeem' }>;
const stored = async () => {
  const [record] = await office.store.persons.read([officer.id]);
  if (!record) throw new Error('the officer is gone');
  return record.person;
};

beforeAll(async () => {
  office = await openHouseholdOffice(wrapped);
  const [record] = await office.store.persons.read([officer.id]);
  if (!record) throw new Error('there is no officer');
  const submitting = about('sent', here.id);
  const drafts = withDrafts(
    ...[about('mine', here.id), about('ours', there.id), about('elsewhere', far.id), submitting],
  );
  const open = { kind: 'draft', draft: 'mine' as DraftId } as const;
  const own = { ...record.person, drafts, open, submitting: submitting.id };
  await office.store.persons.commit([{ record: { ...record, rev: 2, person: own }, expected: 1 }]);
  const holder = { person: officer.id, name: 'วิชัย', draft: 'mine' };
  await assessmentCases(office.store).write(reportCase(here, { holder }), 0);
  const colleague = { person: head.id, name: 'วิชัย', draft: 'another' };
  await assessmentCases(office.store).write(reportCase(there, { holder: colleague }), 0);

  const invite = { kind: 'invite', role: 'officer', scope, takesOverFrom: officer.id } as const;
  const { code } = await office.perform(invite, 'inviting', head);
  redeem = { kind: 'redeem', code };
  await expect(office.perform(redeem, 'redeeming', newcomer)).rejects.toThrow('power cut');
  outcome = await office.perform(redeem, 'redeeming', newcomer);
});
afterAll(() => office.close());

/** What becomes of an event, decided as the bot does. */
const takes = async (who: Person, event: InboundEvent): Promise<Decision> =>
  decided(peopleFlow.decide(who, { kind: 'event', event }, event, context), createReaders(office.store), {
    person: who,
    year,
  });

test('the officer who is replaced loses the area and its drafts at once, but for one that is being submitted', async () => {
  const old = await stored();
  expect(old.bindings).toEqual([]);
  expect(Object.keys(old.drafts)).toEqual(['elsewhere', 'sent']);
  expect(old.open).toEqual({ kind: 'nothing' });
  expect(old.closed).toEqual([
    { draft: 'mine', what: 'moved' },
    { draft: 'ours', what: 'moved' },
  ]);
});

test('the newcomer has the area, every other open draft with its answers, and is told so', async () => {
  expect(outcome.result).toMatchObject({ kind: 'redeemed', from: officer.id });
  const event = {
    ...{ id: 'e9:outcome' as EventId, who: newcomer.id, lineUser: 'U9', at, receivedAt: at },
    ...{ redelivered: false, kind: 'outcome' as const, outcome },
  };
  const decision = await takes(newcomer, event);
  expect(decision.person.bindings).toEqual([{ role: 'officer', scope, since: at }]);
  expect(Object.values(decision.person.drafts)).toEqual([about('mine', here.id), about('ours', there.id)]);
  expect(decision.person.lastDraft).toBe('ours');
  expect(decision.audits?.map(({ did }) => did)).toEqual(['registered', 'tookOverArea']);
});

test('the case of a draft is held by the newcomer, and one that a colleague has stays there', async () => {
  expect((await assessmentCases(office.store).read(reportCase(here).id))?.holder).toEqual({
    ...{ person: newcomer.id, name: newcomer.name, draft: 'mine' },
  });
  expect((await assessmentCases(office.store).read(reportCase(there).id))?.holder?.person).toBe(head.id);
});

test('done once more, it is what it was', async () => {
  const before = await stored();
  expect(await office.perform(redeem, 'redeeming', newcomer)).toEqual(outcome);
  const [notice] = office.notices();
  expect(notice).toMatchObject({ to: officer.id, notice: { kind: 'areaTakenOver', by: newcomer.name } });
  expect(await stored()).toEqual(before);
  if (!notice) throw new Error('nobody is told');

  // Once the old officer was told, nothing of the drafts is left there.
  const event: InboundEvent = {
    ...{ id: 'told' as EventId, who: before.id, lineUser: 'U1', at, receivedAt: at, redelivered: false },
    ...{ kind: 'notice', notice: notice.notice },
  };
  const decision = await takes(before, event);
  expect(decision.person).not.toHaveProperty('handedOver');
  expect(decision.audits).toEqual([{ did: 'unseated', record: 'officer', scope }]);
});

test('a code that takes over from nobody leaves everybody where they are', async () => {
  const { code } = await office.perform({ kind: 'invite', role: 'officer', scope }, 'inviting 2', head);
  const second = await office.perform({ kind: 'redeem', code }, 'redeeming 2', person(10, { bindings: [] }));
  expect(second.drafts).toBeUndefined();
  expect(office.notices()).toEqual([]);
});
