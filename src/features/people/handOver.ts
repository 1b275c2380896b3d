import { isDeepStrictEqual } from 'node:util';
import type { Draft } from '../../engine/draft.ts';
import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import type { Parts } from '../../kernel/effects.ts';
import { withoutDraft } from '../../kernel/form/openDraft.ts';
import { partId } from '../../kernel/intent.ts';
import type { Person } from '../../kernel/person.ts';
import { decideCase } from '../../kernel/report/work.ts';
import type { Kept } from '../../kernel/store.ts';
import { covers } from '../../programme/area/areas.ts';
import { readCenterId } from '../../programme/center/center.ts';
import type { IntentId, PersonId } from '../../programme/ids.ts';
import { type Binding, may } from '../../programme/people/actor.ts';
import { decideReport } from '../../programme/report/decide/decideReport.ts';
import { assess } from '../assessment/index.ts';

/** Who takes an area over from whom, under which intent. */
export type HandOver = {
  readonly id: IntentId;
  readonly from: PersonId;
  readonly to: PersonId;
  readonly toName: string;
  readonly binding: Binding;
};

/**
 * Ends the old account's work in an area at once: in one write its binding goes and its drafts of that area wait
 * under the intent's id, so that they are found there when this is done again. Then the cases of these drafts have
 * their new holder. Resolves to the drafts; to nothing where there was nothing to take over.
 */
export async function handOver(
  parts: Pick<Parts, 'store' | 'reports'>,
  handing: HandOver,
): Promise<readonly Draft[] | undefined> {
  const drafts = await release(parts.store, handing);
  if (drafts) await reassign(parts, handing, drafts);
  return drafts;
}

async function release(store: Kept, { id, from, binding }: HandOver): Promise<readonly Draft[] | undefined> {
  for (;;) {
    const [record] = await store.persons.read([from]);
    if (!record) return undefined;
    const known = record.person.handedOver?.[id];
    if (known) return known;
    const bindings = record.person.bindings.filter((each) => !isEndedBy(each, binding));
    if (bindings.length === record.person.bindings.length) return undefined;
    const drafts = await draftsToMove(store, { ...record.person, bindings }, binding);
    const left = drafts.reduce(
      (person, { id: draft }) => withoutDraft(person, draft, { draft, what: 'moved' }),
      record.person,
    );
    const person: Person = { ...left, bindings, handedOver: { ...left.handedOver, [id]: drafts } };
    const write = {
      record: { ...record, person, rev: record.rev + 1 },
      expected: record.rev,
      before: record,
    };
    const [result] = await store.persons.commit([write]);
    if (result === 'committed') return drafts;
  }
}

const isEndedBy = (old: Binding, { role, scope, since }: Binding): boolean =>
  old.role === role && isDeepStrictEqual(old.scope, scope) && old.since <= since;

/**
 * The drafts of the area's centers, but for those that the person still works on under another binding, and for one
 * that is being submitted: its receipt is the person's.
 */
async function draftsToMove(
  store: Kept,
  { drafts, bindings, submitting }: Person,
  { scope }: Binding,
): Promise<readonly Draft[]> {
  const moving: Draft[] = [];
  for (const draft of Object.values(drafts).filter(({ id }) => id !== submitting)) {
    const id = readCenterId(draft.subject.center ?? '');
    const center = id && (await store.centers.read(id))?.center;
    if (!center) continue;
    const where = scopeOfCenter(center);
    if (covers(scope, where) && !may(bindings, assess, where)) moving.push(draft);
  }
  return moving;
}

/** Each case knows who holds its draft; a draft that a colleague took over meanwhile stays with the colleague. */
async function reassign(
  { store, reports }: Pick<Parts, 'store' | 'reports'>,
  { id, from, to, toName, binding }: HandOver,
  drafts: readonly Draft[],
): Promise<void> {
  for (const { id: held, kind: named } of await store.cases.heldBy(from)) {
    const kind = reports.get(named);
    if (!kind) continue;
    await decideCase(store, kind, { id: held }, (present, { around }) => {
      const draft = present.holder?.person === from ? present.holder.draft : undefined;
      if (draft === undefined || !drafts.some((one) => one.id === draft)) return undefined;
      const who = { id: partId(id, draft), by: to, name: toName, at: binding.since };
      const intent = { ...who, kind: 'takeOverOffice', draft } as const;
      return decideReport<unknown, unknown>(kind.rules)(present, intent, around);
    });
  }
}
