import type sentences from '../../../locales/th/deputy.json';
import type { CaseId, PersonId } from '../../programme/ids.ts';
import type { Deputy, DeputyOutcome, DeputyTerm } from '../../programme/people/deputy.ts';
import type { Candidate, OpenSeat, SeatPlace } from './seats.ts';

/** What is told of a deputy that was named. */
type About = SeatPlace & {
  readonly by: string;
  readonly term: DeputyTerm;
  /** The reports that wait for the seat. */
  readonly waiting: readonly CaseId[];
};

/** What this feature adds to the common words. */
declare module '../../kernel/terms.ts' {
  interface Reads {
    /** One's own seats, and those of the level below which reports wait for and where nobody can sign. */
    openSeats(): readonly OpenSeat[];
    /** Who may be asked to sign for a seat: registered people around it who did nothing in these reports. */
    candidates(seat: OpenSeat): readonly Candidate[];
    /** For which seats this person was named, also where the term is over. */
    deputyships(): readonly Deputy[];
  }
  interface Intents {
    readonly nameDeputy: {
      readonly seat: SeatPlace;
      readonly to: PersonId;
      /** `reports`: those that wait and that nobody can sign at that moment. */
      readonly term: DeputyTerm | { readonly kind: 'these' };
    };
  }
  interface Outcomes {
    readonly nameDeputy: { readonly seat: SeatPlace; readonly result: DeputyOutcome };
  }
  interface Notices {
    /** This person signs for a seat from now on. */
    readonly namedDeputy: About;
    /** Somebody was named who signs a report that this person sent. */
    readonly deputyNamed: About & { readonly name: string };
  }
  interface FlowIds {
    readonly deputy: true;
  }
  interface CommandNames {
    readonly delegate: true;
  }
  interface AuditDeeds {
    readonly namedDeputy: true;
  }
  interface TextFiles {
    readonly deputy: typeof sentences;
  }
}
