import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { Reminders } from '../../kernel/store.ts';
import type { Scope } from '../../programme/area/areas.ts';
import type { DeadlineKind } from '../../programme/deadline/kind.ts';
import type { PersonId } from '../../programme/ids.ts';
import {
  jobNames,
  noCounts,
  type ReminderReason,
  type ReminderState,
  type RunId,
  reminderStates,
} from '../../programme/job/job.ts';
import type { Reminder } from '../../programme/job/reminder.ts';
import { branded } from '../db/document.ts';
import { duplicatesIn } from '../db/duplicates.ts';
import { areaFilter, areasFilter } from '../records/scopes.ts';

const stored = z.object({
  _id: z.string(),
  run: branded<RunId>(),
  job: z.enum(jobNames),
  at: z.date(),
  person: branded<PersonId>(),
  area: z.custom<Scope>((value) => typeof value === 'object' && value !== null),
  push: z.boolean(),
  state: z.enum(reminderStates),
  why: branded<ReminderReason>().optional(),
  about: z
    .array(z.object({ kind: branded<DeadlineKind>(), count: z.number() }))
    .readonly()
    .optional(),
});
type ReminderDocument = z.output<typeof stored> & { readonly province?: string; readonly district?: string };

export const reminderIndexes: readonly mongo.IndexDescription[] = [
  { key: { run: 1, state: 1 }, name: 'run' },
  { key: { province: 1, district: 1, at: -1 }, name: 'area' },
];

/** One that was kept and then sent does not keep why it was kept. */
const ended = (state: ReminderState, why: ReminderReason | undefined) =>
  why ? { $set: { state, why } } : { $set: { state }, $unset: { why: '' as const } };

/** What was planned to be told by the clock, and what became of it. Planned once, settled once. */
export function openReminders(db: mongo.Db): Reminders {
  const reminders = db.collection<ReminderDocument>('reminders');
  return {
    async plan(planned) {
      if (planned.length === 0) return;
      const documents = planned.map(({ id, ...rest }) => ({ _id: id, ...rest, ...areaFilter(rest.area) }));
      await duplicatesIn(reminders.insertMany(documents, { ordered: false }));
    },

    async settle(id, state, why) {
      await reminders.updateOne({ _id: id, state: { $in: ['planned', 'kept'] } }, ended(state, why));
    },

    async settleAll(ends) {
      if (ends.length === 0) return;
      const updates = ends.map(({ id, state, why }) => ({
        updateOne: {
          filter: { _id: id, state: 'planned' as const },
          update: ended(state, why),
        },
      }));
      await reminders.bulkWrite(updates, { ordered: false });
    },

    async openAmong(ids) {
      const found = reminders.find({ _id: { $in: [...ids] }, state: 'planned' });
      const open = await found.project<Pick<ReminderDocument, '_id'>>({ _id: 1 }).toArray();
      return new Set(open.map(({ _id }) => _id));
    },

    async open(run) {
      const found = await reminders.find({ run, state: 'planned' }).toArray();
      return found.map(toReminder);
    },

    async counts(run) {
      const found = await reminders
        .aggregate<{ _id: ReminderState; count: number }>([
          { $match: { run } },
          { $group: { _id: '$state', count: { $sum: 1 } } },
        ])
        .toArray();
      return { ...noCounts, ...Object.fromEntries(found.map(({ _id, count }) => [_id, count])) };
    },

    async unsent(run) {
      const found = await reminders
        .find({ run, push: true, state: { $in: ['skipped', 'merged', 'kept', 'cancelled'] } })
        .toArray();
      return found.map((document) => toReminder(document).person);
    },

    async within(areas, limit) {
      const found = await reminders.find(areasFilter(areas)).sort({ at: -1, _id: 1 }).limit(limit).toArray();
      return found.map(toReminder);
    },
  };
}

function toReminder(document: unknown): Reminder {
  const { _id: id, why, about, ...rest } = stored.parse(document);
  return { id, ...rest, ...(why && { why }), ...(about && { about }) };
}
