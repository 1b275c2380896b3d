import type { Job } from '../../../kernel/effects.ts';
import { partId } from '../../../kernel/intent.ts';
import { readAround } from '../../../kernel/report/around.ts';
import type { Kept } from '../../../kernel/store.ts';
import type { CenterId, HouseholdId, IntentId } from '../../../programme/ids.ts';
import { type Freeze, freezeAt } from '../../../programme/report/freeze.ts';
import type { HouseholdsIntent } from '../intent.ts';

/** What is said of households; the case of a round decides for itself. */
export type RecordIntent = Exclude<HouseholdsIntent, { readonly kind: 'submitRound' }>;

/**
 * What stands in the way of an intent: what a round reports is not changed while its area is frozen, nor that of a
 * center to which a household moves. What was decided, or begun, before is not undone.
 */
export async function freezeBefore(
  store: Kept,
  { id, at }: Pick<Job, 'id' | 'at'>,
  intent: RecordIntent,
): Promise<Freeze | undefined> {
  const centers = centersOf(intent);
  const found = await Promise.all(centers.map((center) => freezesOf(store, center)));
  const freeze = freezeAt(found.flat(), at);
  return freeze && !(await isDecided(store, id, intent)) ? freeze : undefined;
}

const centersOf = (intent: RecordIntent): readonly CenterId[] =>
  intent.kind === 'moveHousehold' ? [intent.center, intent.to] : [intent.center];

async function freezesOf(store: Kept, id: CenterId): Promise<readonly Freeze[]> {
  const center = (await store.centers.read(id))?.center;
  if (!center) return [];
  const { province, district } = center;
  const { freezes } = await readAround(
    store,
    { kind: 'center', province, district, center: id },
    { chain: [] },
  );
  return freezes;
}

async function isDecided(store: Kept, id: IntentId, intent: RecordIntent): Promise<boolean> {
  const [books, households] = await Promise.all([
    Promise.all(centersOf(intent).map((center) => store.books.read(center))),
    Promise.all(
      decidedBy(id, intent).map(
        async ({ household, as }) => (await store.households.read(household))?.outcomes[as],
      ),
    ),
  ]);
  return books.some((book) => book?.outcomes[id]) || households.some((outcome) => outcome);
}

/** The households that decide on an intent, and by which id each remembers it. */
function decidedBy(
  id: IntentId,
  intent: RecordIntent,
): readonly { readonly household: HouseholdId; readonly as: IntentId }[] {
  switch (intent.kind) {
    case 'joinHousehold':
      return intent.consented && intent.again !== undefined ? [{ household: intent.again, as: id }] : [];
    case 'workHousehold':
    case 'moveHousehold':
      return [{ household: intent.household, as: id }];
    case 'batchHouseholds':
      return intent.lines.map(({ household, no }) => ({ household, as: partId(id, String(no)) }));
    case 'logCenterStep':
      return [];
    default:
      return intent satisfies never;
  }
}
