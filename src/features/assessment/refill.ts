import type { Draft, Entry } from '../../engine/draft.ts';
import type { EventId } from '../../engine/ids.ts';
import { toKey } from '../../engine/walk.ts';
import type { ScoredForm } from './forms/assessmentForm.ts';
import type { AssessmentReport } from './rules/assessmentCase.ts';

/** A fresh draft with the answers of a report that went back to the officer, or of which a new revision is made. */
export function refilled(draft: Draft, form: ScoredForm, report: AssessmentReport): Draft {
  const head = { at: draft.startedAt, event: draft.id as string as EventId, known: true } as const;
  const answers = Object.entries(report.answers).map(
    ([key, value]): Entry => ({ ...head, key: toKey(key), do: 'answer', value }),
  );
  const kept = Object.entries(report.evidence).flatMap(([key, all]) =>
    all.map((evidence): Entry => ({ ...head, key: toKey(key), do: 'keep', evidence })),
  );
  return { ...draft, log: [...answers, ...ends(form, report, head), ...skips(form, report, head), ...kept] };
}

type Head = Pick<Entry, 'at' | 'event' | 'known'>;

/** Each list was ended behind its last item. */
const ends = ({ steps }: ScoredForm, { answers }: AssessmentReport, head: Head): readonly Entry[] =>
  steps.flatMap((step) => {
    if (step.kind !== 'repeat') return [];
    const items = Object.keys(answers).flatMap((key) =>
      key.startsWith(`${step.id}.`) ? [Number(key.split('.')[1])] : [],
    );
    return [{ ...head, key: toKey(`${step.id}.${Math.max(0, ...items) + 1}`), do: 'end' } as const];
  });

/** What may be skipped and has no answer was skipped. */
const skips = ({ steps }: ScoredForm, { answers }: AssessmentReport, head: Head): readonly Entry[] =>
  steps.flatMap((step) =>
    step.kind !== 'repeat' && step.optional && !step.beside && answers[step.id] === undefined
      ? [{ ...head, key: toKey(step.id), do: 'skip' } as const]
      : [],
  );
