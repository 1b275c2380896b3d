import type { DraftId } from '../../engine/ids.ts';
import type { Readers } from '../../kernel/reads.ts';
import type { Kept } from '../../kernel/store.ts';
import type { FiscalYear } from '../../programme/ids.ts';
import { assessmentCases } from './cases.ts';

type AssessmentReaders = Pick<Readers, 'assessmentsIn' | 'assessmentsOf' | 'progressOf'>;

/** The cases of assessments, and how far their drafts are. */
export const assessmentReaders = (store: Pick<Kept, 'cases' | 'persons'>): AssessmentReaders => {
  const cases = assessmentCases(store);
  return {
    assessmentsIn: (_asked, areas, year) => cases.within(areas, [year, (year - 1) as FiscalYear]),
    assessmentsOf: (_asked, center) => cases.ofUnit(center),
    progressOf: async (_asked, of) => {
      const held = of.flatMap(({ holder }) => holder ?? []);
      const progress = held.length > 0 ? await store.persons.progress(held) : new Map<string, number>();
      return new Map([...progress].map(([draft, answered]) => [draft as DraftId, answered]));
    },
  };
};
