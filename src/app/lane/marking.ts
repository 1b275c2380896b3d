import type { Alarms } from '../process/alarms.ts';
import { faultOf } from '../process/fault.ts';
import { Stopped } from '../process/patience.ts';
import type { Surroundings } from '../process/surroundings.ts';
import { exclusively, type Lane } from './lane.ts';
import type { Mark } from './mark.ts';
import { type Records, writeMarks } from './personRecords.ts';

export type Marking = {
  /** Keeps what happened for the next write; when none comes soon it is written by itself. */
  readonly note: (lane: Lane, mark: Mark) => void;
  readonly flush: (lane: Lane) => Promise<void>;
};

export function createMarking(
  { isKeyAbsent, log, limits }: Pick<Surroundings, 'isKeyAbsent' | 'log' | 'limits'>,
  alarms: Alarms,
  records: Records,
  onFlushed: (lane: Lane) => void,
): Marking {
  function flushLater(lane: Lane, ms: number): void {
    const [first] = lane.marks;
    alarms(ms, () => {
      if (lane.marks.length === 0) return;
      // Under load the marks of then are written long ago, and these are younger.
      if (lane.marks[0] === first) void flush(lane);
      else flushLater(lane, ms);
    });
  }

  async function flush(lane: Lane): Promise<void> {
    if (lane.flushing) return;
    lane.flushing = true;
    try {
      await exclusively(lane, () => writeMarks(lane, records));
    } catch (error) {
      if (error instanceof Stopped) return;
      if (isKeyAbsent(error)) {
        // Others go on with the person, as after the end of this process.
        lane.marks = [];
      } else {
        log.error({ code: 'marksNotWritten', ...faultOf(error) });
        flushLater(lane, limits.sweep);
      }
    } finally {
      lane.flushing = false;
    }
    onFlushed(lane);
  }

  return {
    flush,
    note(lane, mark) {
      lane.marks = [...lane.marks, mark];
      if (lane.marks.length === 1) flushLater(lane, limits.markRest);
    },
  };
}
