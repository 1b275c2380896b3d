import type { mongo } from 'mongoose';
import type { Store } from '../app/ports.ts';
import type { StoreMakers } from '../kernel/collection.ts';
import { openAudit } from './audit.ts';
import { openReminders } from './clock/reminders.ts';
import { openRuns } from './clock/runs.ts';
import { openMarks } from './db/byProvince.ts';
import { openFiles } from './files.ts';
import { openInbox } from './inbox/index.ts';
import { countAlive, openLeases } from './leases.ts';
import { schemaReady } from './migrate.ts';
import { openPersons } from './person/index.ts';
import type { PersonMarks } from './person/parts.ts';
import { caseRecords, openCases } from './records/cases.ts';
import { openCenters, type RegistryImport } from './records/centers.ts';
import { countedIn, openStores } from './records/collections.ts';
import { openInvites } from './records/invites.ts';
import { openQuotas } from './records/quotas.ts';
import { createBox } from './seal/box.ts';
import { lacksKey } from './seal/keys.ts';
import type { Sealer } from './seal/seal.ts';
import { openStandings, type StandingsKeeper } from './standing/index.ts';
import type { CaseMarks } from './standing/rebuild.ts';
import { openYears } from './years.ts';

/**
 * The only folder that knows MongoDB, and its one public face. Documents hold in clear only what they are found by;
 * everything else is sealed. The collections are native ones of mongoose's connection, read through zod: what is
 * stored is sealed bytes with a few fields beside them, of which models would know nothing.
 */
export { AwayProblem, type Connected, type ConnectOptions, ConnectProblem, connect } from './db/connect.ts';
export { isOutage } from './db/outage.ts';
export { migrate, SchemaProblem } from './migrate.ts';
export { isProduction, markProduction } from './production.ts';
export { keptOnce } from './seal/keptOnce.ts';
export { assertSameKeys, KeyProblem, type LoadedKeys, loadKeys } from './seal/keys.ts';
export { createSealer, isKeyAbsent, type Keys, type Sealer } from './seal/seal.ts';

export type StoreOptions = {
  readonly db: mongo.Db;
  readonly sealer: Sealer;
  /** The name of this process, different from that of every other. */
  readonly process: string;
  readonly clock: () => Date;
  /** What features keep. */
  readonly stores: StoreMakers;
  /** What is computed of a record when it is written, so that it can be counted and found. */
  readonly marks: PersonMarks & CaseMarks;
  /** The names of the figures that are counted. */
  readonly figures: readonly string[];
};

/** What the command line and the start of a process need besides the way of a message. */
export type OpenStore = Store & {
  readonly registry: RegistryImport;
  readonly standings: StandingsKeeper;
  readonly schemaReady: () => Promise<boolean>;
  /** How many processes of the bot work on this database now. */
  readonly processes: () => Promise<number>;
};

/** Opens the collections of a database whose schema is made by `migrate`. */
export function openStore({ db, sealer, process, clock, stores, marks, figures }: StoreOptions): OpenStore {
  const box = createBox(sealer);
  const lacks = () => lacksKey(db, sealer.keyIds);
  const marked = { marks: openMarks(db), clock };
  const { centers, registry } = openCenters(db, box, marked);
  return {
    ...openStores<'cases' | 'centers' | 'invites'>(db, box, stores),
    inbox: openInbox(db, sealer, process, clock),
    persons: openPersons(db, box, marks),
    cases: openCases(db, box),
    centers,
    registry,
    invites: openInvites(db, box, sealer),
    standings: openStandings(db, centers, {
      ...{ figures, cases: caseRecords(db, box), counted: countedIn(db, box, stores) },
      ...marks,
      ...marked,
    }),
    years: openYears(db),
    quotas: openQuotas(db, box),
    runs: openRuns(db, process, clock),
    reminders: openReminders(db),
    leases: openLeases(db, lacks),
    lacksKey: lacks,
    audit: openAudit(db),
    files: openFiles(db, sealer),
    schemaReady: () => schemaReady(db),
    processes: () => countAlive(db),
  };
}
