import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideReport } from '../../../src/programme/report/decide/decideReport.ts';
import { extent } from '../../extent.ts';
import { seed } from '../../seed.ts';
import { brokenMachines } from './brokenMachines.ts';
import { assessment, type Machine, roundOfToday, roundWithChain } from './caseOffice.ts';
import { brokenLaws, type Step } from './laws.ts';
import { anyMoves, play } from './moves.ts';

const numRuns = extent(400, 800);

/** What any people do with a case, and which laws were broken by that. */
const holds = (machine: Machine, rules = assessment, learn: (steps: readonly Step[]) => void = () => {}) =>
  fc.property(anyMoves, (moves) => {
    const steps = play(rules, machine, moves);
    learn(steps);
    for (const step of steps) {
      const broken = brokenLaws(step, rules);
      if (broken.length > 0) throw new Error(`broken: ${broken.join('; ')}`);
    }
  });

describe(`whatever people do with a report (seed ${seed})`, () => {
  const reached = new Map<string, number>();
  const reach = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);

  function learn(steps: readonly Step[]): void {
    for (const { before, intent, outcome, around } of steps) {
      const isReplay = before.outcomes[intent.id] !== undefined;
      reach(isReplay ? 'seen before' : outcome.kind);
      if (isReplay) continue;
      if (outcome.kind === 'signed' && outcome.next === undefined) reach('locked by the last signature');
      const last = before.revisions.at(-1);
      if (outcome.kind === 'signed' && intent.kind === 'onPaper') reach('signed on paper');
      if (outcome.kind === 'signed' && around.deputies.some(({ to }) => to === intent.by)) {
        reach('signed for a vacant seat');
      }
      if (outcome.kind === 'returned' && last?.signatures.some(({ step }) => step === outcome.step)) {
        reach('returned by an earlier signer');
      }
      if (outcome.kind !== 'submitted') continue;
      if (outcome.kept.length > 0) reach('signatures kept');
      if (last?.ended && last.signatures.length > 0 && outcome.kept.length === 0) reach('chain begun again');
      if (last?.locked) reach('corrected after the lock');
      const returner = last?.ended?.kind === 'returned' ? last.ended.step : undefined;
      if (outcome.kept.length > 0 && returner === outcome.next) reach('straight back to the returner');
    }
  }

  it('there is no way around the chain of an assessment', () => {
    fc.assert(holds(decideReport(assessment), assessment, learn), { seed, numRuns });
  }, 600_000);

  it('nor around a chain of reports that are composed from records, nor where there is none', () => {
    fc.assert(holds(decideReport(roundWithChain), roundWithChain), { seed, numRuns });
    fc.assert(holds(decideReport(roundOfToday), roundOfToday), { seed, numRuns });
  }, 600_000);

  it.each([
    ...['claimed', 'released', 'submitted', 'recalled', 'signed', 'takenBack', 'returned'],
    ...['heldByOther', 'alreadySubmitted', 'changed', 'nothingNew'],
    ...['notInChain', 'locked', 'alreadySigned', 'notYet', 'notEntitled', 'signedAnotherStep'],
    ...['nothingToTakeBack', 'reasonMissing', 'photoMissing', 'frozen', 'seen before'],
    ...['locked by the last signature', 'signed on paper', 'signed for a vacant seat', 'signatures kept'],
    ...[
      'returned by an earlier signer',
      'chain begun again',
      'corrected after the lock',
      'straight back to the returner',
    ],
  ])('which was really tried: %s', (what) => {
    expect(reached.get(what) ?? 0).toBeGreaterThan(numRuns / 100);
  });

  it.each(Object.entries(brokenMachines))('a machine that %s is caught', (_what, { law, breaks }) => {
    const sees = fc.property(anyMoves, (moves) => {
      const steps = play(assessment, breaks(decideReport(assessment)), moves);
      return !steps.some((step) => brokenLaws(step, assessment).includes(law));
    });
    expect(fc.check(sees, { seed, numRuns, endOnFailure: true }).failed).toBe(true);
  });
});
