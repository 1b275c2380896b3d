import type { Store } from '../../src/app/ports.ts';
import type { Draft, Entry } from '../../src/engine/draft.ts';
import type { DraftId, EventId, StepKey } from '../../src/engine/ids.ts';
import { indicatorStep } from '../../src/features/assessment/forms/assessmentForm.ts';
import { centerAssessment2565 } from '../../src/features/assessment/forms/centerAssessment2565.ts';
import { indicatorsOf } from '../../src/features/assessment/rules/assessment.ts';
import type { AssessmentCase } from '../../src/features/assessment/rules/assessmentCase.ts';
import { contributionsOfCase } from '../../src/features/assessment/standing.ts';
import { startDraft } from '../../src/features/assessment/subject.ts';
import { type Person, stranger } from '../../src/kernel/person.ts';
import type { Center } from '../../src/programme/center/center.ts';
import { confirmers } from '../../src/programme/center/record.ts';
import { type DeadlineRule, newDeadline } from '../../src/programme/deadline/deadline.ts';
import type { PersonId } from '../../src/programme/ids.ts';
import { unitId } from '../../src/programme/report/unit.ts';
import { now, type Office, year } from './flowWorld.ts';
import { officeStore, type People } from './officeStore.ts';

/** An office as it is kept, with the one who talks. */
export async function storeOf(office: Office, talking: Person): Promise<Store> {
  const {
    centers,
    cases,
    rules = [],
    confirmed = confirmers,
    people = [],
    years = [],
    invites = [],
    doubts = [],
  } = office;
  const present: People = new Map([...people, talking].map((person) => [person.id, person]));
  const kept = officeStore(present, () => years);
  for (const center of centers) {
    const confirmations = confirmed.map((as) => ({ year, as, by: 'P9' as PersonId, at: now }));
    kept.centers.put({ center, confirmations, doubts, rev: 1, outcomes: {} });
  }
  for (const report of cases) {
    kept.cases.put(report);
    await kept.store.standings.contribute(report.period.year, contributionsOfCase(report));
    const center = centers.find(({ id }) => id === unitId(report.unit));
    if (center) keepDraft(present, center, report);
  }
  for (const invite of invites) kept.invites.put(invite);
  for (const rule of rules) kept.deadlines.put(deadlineWith(rule));
  return kept.store;
}

/** Whoever holds a case has its draft, with six indicators answered where nothing else is said. */
function keepDraft(people: People, center: Center, { holder }: AssessmentCase): void {
  if (!holder) return;
  const person = people.get(holder.person) ?? { ...stranger(holder.person, 'U2'), name: holder.name };
  const draft = halfway(center, holder.draft as DraftId);
  people.set(person.id, { ...person, drafts: { [draft.id]: draft, ...person.drafts } });
}

function halfway(center: Center, id: DraftId): Draft {
  const log = indicatorsOf(centerAssessment2565.scoring)
    .slice(0, 6)
    .map((indicator): Entry => {
      return {
        key: indicatorStep(indicator) as StepKey,
        at: now,
        event: 'e0' as EventId,
        do: 'answer',
        value: 2,
      };
    });
  return { ...startDraft(id, center, { year, version: 2565 }, undefined, now), log };
}

function deadlineWith({ due, setAt, plan, kind, area, ...period }: DeadlineRule) {
  const set = { due, setAt, plan, by: { kind: 'operator' as const } };
  return { ...newDeadline(kind, period, area), history: [set], rev: 1 };
}
