import type { InboundEvent } from '../../kernel/event.ts';
import { isOwnRow } from '../inbox/ownRows.ts';
import { exclusively, isOutdated, type Lane, viewOf } from '../lane/lane.ts';
import type { InboxRow } from '../ports.ts';
import type { Alarms } from '../process/alarms.ts';
import type { Surroundings } from '../process/surroundings.ts';
import type { Decide } from './decide.ts';
import type { Finish } from './finish.ts';
import { asOne } from './together.ts';
import type { Stumble } from './tries.ts';

/** Takes rows, which are one event, to their end: decided and committed, found handled already, or failed. */
export type Take = (lane: Lane, rows: readonly InboxRow[]) => Promise<void>;

export type TakeParts = {
  readonly alarms: Alarms;
  readonly decide: Decide;
  readonly finish: Finish;
  readonly stumble: Stumble;
};

export function createTake({ line, prepare, metrics, limits }: Surroundings, parts: TakeParts): Take {
  const { alarms, decide, finish, stumble } = parts;

  function showLoadingLater(lane: Lane, lineUser: string | undefined): void {
    if (!lineUser || lane.stopLoading) return;
    lane.stopLoading = alarms(limits.loadingAfter, () => void line.loading(lineUser).catch(() => {}));
  }

  /** Of somebody of whom nothing is stored only the row itself tells that it was handled, so that comes before the next. */
  async function end(lane: Lane, { id }: InboxRow): Promise<void> {
    if (viewOf(lane)?.person.consentedAt) lane.done = [...lane.done, { id, forget: false }];
    else await finish(lane, [{ id, forget: true }]);
  }

  async function endAll(lane: Lane, rows: readonly InboxRow[]): Promise<void> {
    for (const row of rows) await end(lane, row);
  }

  async function decideRows(lane: Lane, rows: readonly InboxRow[], event: InboundEvent): Promise<void> {
    const { kind } = await decide(
      lane,
      event,
      rows.map(({ id }) => id),
    );
    if (kind === 'lost') return;
    for (const _ of rows) metrics.count('events');
    await endAll(lane, rows);
    if (kind === 'unstored') lane.isStale = lane.queue.length > 0;
  }

  return async (lane, all) => {
    const { reads } = lane;
    const handled = viewOf(lane)?.handled ?? [];
    const rows = all.filter(({ id }) => !handled.includes(id));
    const [row] = rows;
    let event: InboundEvent | undefined;
    lane.current = all.map(({ id }) => id);
    try {
      await endAll(
        lane,
        all.filter(({ id }) => handled.includes(id)),
      );
      if (!row) return;
      // Fetching a photo takes its time too; of strangers only the event tells who they are.
      if (!isOwnRow(row)) showLoadingLater(lane, viewOf(lane)?.person.lineUser);
      const events = await Promise.all(rows.map(prepare));
      event = asOne(events.flatMap((one) => one ?? []));
      const isForNobody = event && isOurs(event) && !viewOf(lane)?.person.consentedAt;
      if (!event || isForNobody) return await endAll(lane, rows);
      if (event.replyToken !== undefined) showLoadingLater(lane, event.lineUser);
      const prepared = event;
      await exclusively(lane, async () => {
        // A row counts as pending only as long as the document that was read before it stands.
        if (isOutdated(lane) || lane.reads !== reads) lane.isStale = true;
        else await decideRows(lane, rows, prepared);
      });
      lane.outages = 0;
    } catch (error) {
      if (!row) throw error;
      await stumble(lane, { ...row, answerable: event, isCommitted: false }, error);
    } finally {
      lane.current = [];
    }
  };
}

/** What others bring about concerns only people who are known. */
const isOurs = ({ kind }: InboundEvent): boolean =>
  kind === 'notice' || kind === 'outcome' || kind === 'tick';
