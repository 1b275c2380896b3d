import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { ProgrammeYear, Years } from '../kernel/store.ts';
import { bangkokDate, fiscalYearOf } from '../programme/calendar/calendar.ts';
import type { FiscalYear } from '../programme/ids.ts';
import { fiscalYear } from './db/document.ts';

const stored = z.object({
  _id: fiscalYear,
  openedAt: z.date(),
  closedAt: z.date().optional(),
  forms: z.record(z.string(), z.number()),
});
type YearDocument = z.output<typeof stored>;

export function openYears(db: mongo.Db): Years {
  const years = db.collection<YearDocument>('years');

  async function list(): Promise<readonly ProgrammeYear[]> {
    const found = await years.find().sort({ _id: 1 }).toArray();
    return found.map((document) => {
      const { _id: year, openedAt, closedAt, forms } = stored.parse(document);
      return { year, openedAt, forms, ...(closedAt && { closedAt }) };
    });
  }

  return {
    list,

    async open(year, at, forms) {
      // Forms pinned at the first opening stay: reports of the year were begun with them.
      const begun = { openedAt: at, forms };
      const first = await years.updateOne({ _id: year }, { $setOnInsert: begun }, { upsert: true });
      if (first.upsertedCount > 0) return 'opened';
      const again = await years.updateOne(
        { _id: year, closedAt: { $exists: true } },
        { $set: { openedAt: at }, $unset: { closedAt: '' } },
      );
      return again.modifiedCount > 0 ? 'opened' : 'alreadyOpen';
    },

    async close(year, at) {
      const filter = { _id: year, closedAt: { $exists: false } };
      const { modifiedCount } = await years.updateOne(filter, { $set: { closedAt: at } });
      return modifiedCount > 0 ? 'closed' : 'notOpen';
    },

    async present(now) {
      return presentYear(await list(), now);
    },
  };
}

/** The year opened last among those that are open; the present fiscal year only while none was ever opened. */
function presentYear(years: readonly ProgrammeYear[], now: Date): FiscalYear | undefined {
  if (years.length === 0) return fiscalYearOf(bangkokDate(now));
  return years
    .filter(({ closedAt }) => !closedAt)
    .sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime() || b.year - a.year)
    .at(0)?.year;
}
