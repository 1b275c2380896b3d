import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { covers } from '../../../src/programme/area/areas.ts';
import { bangkokDate } from '../../../src/programme/calendar/calendar.ts';
import type { Role } from '../../../src/programme/people/actor.ts';
import type { Around } from '../../../src/programme/report/around.ts';
import type { ReportIntent } from '../../../src/programme/report/intent.ts';
import type { CaseOutcome } from '../../../src/programme/report/outcome.ts';
import type { Revision } from '../../../src/programme/report/revision.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { scopeOfUnit } from '../../../src/programme/report/unit.ts';
import type { Case, Content } from './caseOffice.ts';

/** One intent that a case decided. */
export type Step = {
  readonly before: Case;
  readonly intent: ReportIntent<Content>;
  readonly after: Case;
  readonly outcome: CaseOutcome;
  /** What held around the case then. */
  readonly around: Around;
};

/**
 * What holds whatever people do, judged from outside: by what was recorded before and after, not by the rules of the
 * machine. Each is given what the intent did, and says whether it is right.
 */
const laws: {
  readonly [law: string]: (step: Step, rules: ReportRules<Content>) => boolean;
} = {
  'nobody signs two steps': ({ after }) => {
    const steps = new Map<string, Set<string>>();
    const note = (person: string, step: string) =>
      steps.set(person, (steps.get(person) ?? new Set()).add(step));
    for (const { by, signatures } of after.revisions) {
      note(by, 'submit');
      for (const { person, step } of signatures) if (person) note(person, step);
    }
    return [...steps.values()].every(({ size }) => size === 1);
  },

  'nothing is signed that was not shown': (step) =>
    added(step).every(({ hash }) => {
      const { intent } = step;
      const said = last(step.after)?.content;
      const shows = intent.kind === 'sign' || intent.kind === 'onPaper' ? intent.shown : undefined;
      return (
        said !== undefined &&
        shows !== undefined &&
        hash === hashHere(step.after, said) &&
        shows.length >= 12 &&
        hash.startsWith(shows)
      );
    }),

  'all signatures of a revision are over what it says': ({ after }) =>
    after.revisions.every(({ content, hash, signatures }) =>
      [hash, ...signatures.map((one) => one.hash)].every((one) => one === hashHere(after, content)),
    ),

  'what is submitted is what was shown': ({ intent, outcome, after }) =>
    intent.kind !== 'submit' ||
    outcome.kind !== 'submitted' ||
    intent.shown === undefined ||
    hashHere(after, intent.content).startsWith(intent.shown),

  'a changed report starts the chain again': ({ before, after }) =>
    !isNew(before, after) ||
    before.revisions.at(-1)?.content.points === last(after)?.content.points ||
    last(after)?.signatures.length === 0,

  'an unchanged one keeps the signatures and goes straight back to the returner': (
    { before, after },
    { chain },
  ) => {
    const [from, to] = [last(before), last(after)];
    if (!isNew(before, after) || !from || !to || from.content.points !== to.content.points) return true;
    const returner = from.ended?.kind === 'returned' ? from.ended.step : undefined;
    const kept = from.signatures.filter(({ step }) => step !== returner);
    const waits = chain.find(({ id }) => !to.signatures.some(({ step }) => step === id))?.id;
    return isDeepStrictEqual(to.signatures, kept) && (returner === undefined || waits === returner);
  },

  'locked stays locked': ({ before, after }, rules) =>
    before.revisions.every(
      (one, at) => !hasAll(one, rules) || (isDeepStrictEqual(one, after.revisions[at]) && !!one.locked),
    ),

  'what was submitted stays readable as it was': ({ before, after }) =>
    before.revisions.every((one, at) => {
      const now = after.revisions[at];
      const isLast = at === before.revisions.length - 1 && !one.ended;
      return now !== undefined && isDeepStrictEqual(isLast ? said(one) : one, isLast ? said(now) : now);
    }),

  'frozen changes nothing': ({ before, intent, after, around }) => {
    const day = bangkokDate(intent.at);
    if (!around.freezes.some(({ from, until }) => from <= day && day <= until)) return true;
    const isHandedOver = intent.kind === 'takeOverOffice' && after.holder?.draft === before.holder?.draft;
    const isHeldAsBefore = after.holder === undefined || isDeepStrictEqual(before.holder, after.holder);
    return isDeepStrictEqual(before.revisions, after.revisions) && (isHandedOver || isHeldAsBefore);
  },

  'an intent seen before changes nothing': ({ before, intent, after, outcome }) => {
    const known = before.outcomes[intent.id];
    return known === undefined
      ? after.rev === before.rev + 1 && isDeepStrictEqual(after.outcomes[intent.id], outcome)
      : isDeepStrictEqual(known, outcome) && after === before;
  },

  'the steps are signed in their order, by who has the seat or was named for it': (step, { chain }) =>
    added(step).every((one) => {
      const at = chain.findIndex(({ id }) => id === one.step);
      const { intent, after } = step;
      const earlier = chain.slice(0, at).map(({ id }) => id);
      const inOrder = earlier.every((id) => last(after)?.signatures.some((other) => other.step === id));
      if (at < 0 || !inOrder) return false;
      if (one.onPaper) return chain[at]?.onPaper === true && one.onPaper.photos.length > 0;
      return intent.kind === 'sign' && one.person === intent.by && mayTake(step, chain[at]?.role);
    }),

  'a report is recalled only while nobody has signed it since': ({ before, outcome }) =>
    outcome.kind !== 'recalled' ||
    !last(before)?.signatures.some(({ at }) => at > (last(before)?.at ?? new Date(0))),

  'only the newest signature is taken back, by who gave or recorded it': ({ before, intent, after }) => {
    const [from, to] = [last(before), last(after)];
    const gone = from?.no === to?.no ? (from?.signatures.length ?? 0) - (to?.signatures.length ?? 0) : 0;
    if (gone <= 0) return true;
    const newest = from?.signatures.at(-1);
    const whose = newest?.person ?? newest?.onPaper?.by;
    return gone === 1 && intent.kind === 'takeBack' && whose === intent.by;
  },

  'a report goes back by who may take the step that it waits for, or one that it has passed': (
    step,
    { chain },
  ) => {
    const { before, outcome } = step;
    if (outcome.kind !== 'returned') return true;
    const waits = chain.findIndex(({ id }) => !last(before)?.signatures.some((one) => one.step === id));
    const at = chain.findIndex(({ id }) => id === outcome.step);
    return at >= 0 && at <= waits && mayTake(step, chain[at]?.role);
  },

  'a return says why, and names all who signed': ({ before, outcome }) =>
    outcome.kind !== 'returned' ||
    (outcome.reason !== '' &&
      isDeepStrictEqual(
        outcome.signers.map(({ name }) => name),
        last(before)?.signatures.map(({ name }) => name),
      )),
};

/** Whether whoever acts has the seat of a role, or was named for it. */
function mayTake({ before, intent, around }: Step, role: Role | undefined): boolean {
  const seat = 'capacity' in intent ? intent.capacity : undefined;
  const day = bangkokDate(intent.at);
  return (
    (seat !== undefined && seat.role === role && covers(seat.scope, scopeOfUnit(before.unit))) ||
    around.deputies.some(
      (one) =>
        one.role === role &&
        one.to === intent.by &&
        (one.term.kind === 'reports' ? one.term.reports.includes(before.id) : day <= one.term.until),
    )
  );
}

/** Of an intent seen before only one is asked: it changed nothing. */
const replay = 'an intent seen before changes nothing';

export function brokenLaws(step: Step, rules: ReportRules<Content>): readonly string[] {
  const isReplay = step.before.outcomes[step.intent.id] !== undefined;
  return Object.entries(laws)
    .filter(([law, holds]) => (!isReplay || law === replay) && !holds(step, rules))
    .map(([law]) => law);
}

const last = ({ revisions }: Case): Revision<Content> | undefined => revisions.at(-1);
const isNew = (before: Case, after: Case) => after.revisions.length > before.revisions.length;
const hasAll = ({ signatures, ended }: Revision<Content>, { chain }: ReportRules<Content>) =>
  !ended && chain.length > 0 && chain.every(({ id }) => signatures.some(({ step }) => step === id));
const said = ({ no, receipt, by, at, content, hash }: Revision<Content>) => ({
  ...{ no, receipt, by, at, content, hash },
});

/** Written out, so that the machine's own way to make it is checked. */
const hashHere = ({ form }: Case, { points }: Content): string =>
  createHash('sha256')
    .update(`{"form":"${form.id}","says":{"points":${points}},"version":${form.version}}`)
    .digest('hex');

/** The signatures that were given by this intent. */
const added = ({ before, intent, after }: Step) => {
  const known = new Set(last(before)?.signatures.map(({ receipt }) => receipt));
  const all = last(after)?.signatures.filter(({ receipt }) => !known.has(receipt)) ?? [];
  return intent.kind === 'submit' ? all.filter(({ revision }) => revision === last(after)?.no) : all;
};
