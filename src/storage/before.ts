import type { mongo } from 'mongoose';
import { z } from 'zod';
import type { AnyCase } from '../kernel/report/cases.ts';
import type { FiscalYear } from '../programme/ids.ts';
import { openMarks } from './db/byProvince.ts';
import { sealed } from './db/document.ts';
import { caseRecords } from './records/cases.ts';
import { openCenters } from './records/centers.ts';
import type { Box } from './seal/box.ts';
import { openStandings } from './standing/index.ts';
import type { CaseMarks, StandingSources } from './standing/rebuild.ts';

/** What bringing a database of before to this release needs to know of the features. */
export type FromBefore = CaseMarks & {
  /** The names of the figures that are counted. */
  readonly figures: readonly string[];
  /** How a case of a form reads that a release before kept as the form's own record. Throws where it is none. */
  readonly caseOfBefore: (form: string, stored: unknown) => AnyCase;
};

/** What a step of the migration works with: what it has to open and seal again too. */
export type Migrating = FromBefore &
  Pick<StandingSources, 'counted'> & { readonly db: mongo.Db; readonly box: Box };

const ofBefore = { kind: { $exists: false } };
const caseOfForm = z.object({ _id: z.string(), form: z.string(), sealed });

/** Keeps the cases as those of any kind of report that releases before kept as records of each form's own. */
export async function convertCases({ db, box, caseOfBefore }: Migrating): Promise<void> {
  const records = caseRecords(db, box);
  const found = db.collection('cases').find(ofBefore, { projection: { form: 1, sealed: 1 } });
  for await (const document of found) {
    const { _id, form, sealed } = caseOfForm.parse(document);
    const record = caseOfBefore(form, box.take(sealed, `cases/${_id}`));
    if (record.id !== _id) throw new Error('a case of before would get another id');
    // Lost is what another process converted and went on with.
    await records.write(record, record.rev);
  }
}

/** Makes the standings of all years anew once more, with the figures of households that releases before did not sum. */
export const countNewFigures = (parts: Migrating): Promise<void> => countAnew(parts);

/** Makes the standings of all years anew once more, since reports that were done wait for their first signer now. */
export const countChains = (parts: Migrating): Promise<void> => countAnew(parts);

/** Makes the standings of all years anew, which releases before summed for centers alone and without rows of cases. */
export async function countAnew({ db, box, countsOf, counted, figures }: Migrating): Promise<void> {
  await db.collection('standings').deleteMany(ofBefore);
  const cases = caseRecords(db, box);
  const years = new Set<FiscalYear>();
  for await (const { period } of cases.each({})) years.add(period.year);
  for await (const { year } of counted()) years.add(year);
  const marked = { marks: openMarks(db), clock: () => new Date() };
  const { centers } = openCenters(db, box, marked);
  const standings = openStandings(db, centers, { figures, countsOf, cases, counted, ...marked });
  for (const year of years) await standings.rebuild(year);
}
