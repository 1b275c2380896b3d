import type sentences from '../../../locales/th/tasks.json';
import type { DutyCall as ClockCall } from '../../programme/duty/calls.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { Owing } from '../../programme/duty/ofPerson.ts';

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** What somebody still has to do, the most urgent first. */
    dutiesOf(owing: Owing): readonly Duty[];
    /** What the clock has to say to somebody on the day of an instant. */
    clockCallsFor(owing: Owing, at: Date): readonly ClockCall[];
  }
  interface FlowIds {
    readonly tasks: true;
  }
  interface CommandNames {
    readonly tasks: true;
  }
  interface TextFiles {
    readonly tasks: typeof sentences;
  }
}
