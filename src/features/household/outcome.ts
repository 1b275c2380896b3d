import { scopeOfCenter } from '../../kernel/area/scopeOfCenter.ts';
import { andThen, ask, type Turn } from '../../kernel/asking.ts';
import type { Audit, Decision } from '../../kernel/decision.ts';
import { withFirst } from '../../kernel/form/question.ts';
import { openDraft } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { said, type Text, t } from '../../kernel/reply.ts';
import { frozenText } from '../../kernel/report/frozen.ts';
import type { Frozen } from '../../programme/report/outcome.ts';
import { askAlike } from './alike.ts';
import type { AtCenter } from './atCenter.ts';
import { askNext, queueOf } from './batch/queue.ts';
import { saidText } from './batch/said.ts';
import { joinedAs } from './debts.ts';
import { goOn } from './goOn.ts';
import type { HouseholdsOutcome, HouseholdWork } from './intent.ts';
import { askAlike as askAlikeThere } from './move.ts';
import { nextInCenter } from './next.ts';
import { roundOutcome } from './round/outcome.ts';
import { showRound } from './round/round.ts';
import type { HouseholdOutcome } from './rules/household.ts';
import { kept, refusedForm, type Settled } from './settled.ts';
import { showCenter } from './show.ts';
import { startForm } from './start.ts';
import { problemText } from './text/problem.ts';
import { worked } from './worked.ts';

type Of<O extends HouseholdsOutcome['of']> = Extract<HouseholdsOutcome, { of: O }>;

/** What became of something about households: said back with the card as it is now. */
export function outcomeOf(at: AtCenter): Turn {
  const { event, person } = at;
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  switch (outcome?.of) {
    case 'joinHousehold':
      return audited(at, 'joinedHousehold', joined(at, outcome));
    case 'workHousehold':
      return worked(at, outcome, (decision) => audited(at, 'workedHousehold', { ...decision, done: true }));
    case 'logCenterStep':
      return centerStep(at, outcome);
    case 'batchHouseholds':
      return audited(at, 'workedHousehold', batch(at, outcome));
    case 'moveHousehold':
      return audited(at, 'movedHousehold', moved(at, outcome));
    case 'submitRound':
      return roundSubmitted(at, outcome);
    case 'householdsFrozen':
      return frozenMeanwhile(at, outcome.freeze);
    default:
      return { person };
  }
}

/** Only what was done is written down as done. */
function audited({ debts: { center } }: AtCenter, did: Audit['did'], settled: Settled): Decision {
  const { done, ...decision } = settled;
  const audit: Audit = { did, record: center.id, scope: scopeOfCenter(center) };
  return done ? { ...decision, audits: [...(decision.audits ?? []), audit] } : decision;
}

function joined(at: AtCenter, { result }: Of<'joinHousehold'>): Settled {
  const { person, debts } = at;
  const draft = openDraft(person);
  switch (result.kind) {
    case 'joined': {
      const found = joinedAs(debts, result.household);
      const notes = [t('household:joinedAs', { no: result.no })];
      const left = kept(person);
      if (!found) return { ...showCenter(left, debts, { notes }), done: true };
      // What is to be reached is asked while the household is there.
      const plan = startForm({ ...at, person: left }, 'plan', found);
      return { ...plan, ...(plan.reply && { reply: withFirst(plan.reply, notes) }), done: true };
    }
    case 'declined':
      return {
        ...showCenter(kept(person), debts, {
          notes: [t('household:declinedNoted', { count: result.count })],
        }),
        done: true,
      };
    case 'looksAlike':
      return { ...(draft ? askAlike(at, draft, result.nos) : showCenter(person, debts)), done: false };
    case 'elsewhere':
      return { ...showCenter(person, debts, { notes: [t('household:notHere')] }), done: false };
    case 'refused':
      return { ...refusedForm(at, draft, problemText(result.problem)), done: false };
    default:
      return result satisfies never;
  }
}

function centerStep(at: AtCenter, { result }: Of<'logCenterStep'>): Turn {
  const { person, debts } = at;
  const draft = openDraft(person);
  if (result.kind === 'stepLogged') {
    const notes = [t('household:centerStepLogged', { step: result.step })];
    const next = nextInCenter(debts);
    const [first] = draft?.onwards ? next : [];
    const left = kept(person);
    const said = first
      ? goOn({ ...at, person: left }, first, notes)
      : showCenter(left, debts, { notes, next });
    return andThen(said, (decision) => audited(at, 'loggedCenterStep', { ...decision, done: true }));
  }
  return refusedForm(
    at,
    draft,
    result.kind === 'refused' ? problemText(result.problem) : t('household:notKept'),
  );
}

/** The freeze began after the question was shown; what was typed into a form stays there. */
function frozenMeanwhile({ person, debts }: AtCenter, freeze: Frozen): Decision {
  const isOurs = openDraft(person)?.form.startsWith('household-') ?? false;
  const kept = isOurs ? [t('household:frozenDraft')] : [];
  return showCenter(person, debts, { notes: [frozenText(freeze), ...kept] });
}

/** A report that would say something else by now is shown again. */
function roundSubmitted(at: AtCenter, outcome: Of<'submitRound'>): Turn {
  const { round, result } = outcome;
  if (result.kind === 'changed') return showRound(at, round, [t('household:round.changed')]);
  return ask({ duties: read('dutiesOf', at.person) }, ({ duties }) =>
    audited(at, 'submittedRound', roundOutcome(at, outcome, duties)),
  );
}

/** One line for each household with all that was kept of it, and one for each refusal; then what is still to be asked. */
function batch(at: AtCenter, { lines }: Of<'batchHouseholds'>): Settled {
  const { open } = at.person;
  const waiting = open.kind === 'prompt' && open.flow === 'household' ? queueOf(open.data) : [];
  const good = lines.filter(({ result }) => whyNot(result) === undefined);
  const notes = [
    ...[...new Set(good.map(({ no }) => no))].map((no) => {
      const told = good.filter((one) => one.no === no).map(({ work }) => whatText(work));
      return t('household:batch.kept', { no, said: t('common:list', { items: told }) });
    }),
    ...lines.flatMap(({ no, work, result }) => {
      const why = whyNot(result);
      return why ? [t('household:batch.refused', { no, said: whatText(work), why })] : [];
    }),
  ];
  return { ...askNext(at, waiting, notes), done: good.length > 0 };
}

function whatText(work: HouseholdWork): Text {
  switch (work.kind) {
    case 'logStep':
      return saidText({ kind: 'step', step: work.step });
    case 'notFound':
      return saidText({ kind: 'notFound' });
    case 'close':
      return saidText({ kind: work.closing.why === 'died' ? 'died' : 'moved' });
    default:
      return t('household:batch.methods');
  }
}

/** Why a line was not kept. */
function whyNot(result: HouseholdOutcome): Text | undefined {
  switch (result.kind) {
    case 'refused':
      return problemText(result.problem);
    case 'elsewhere':
      return t('household:notHere');
    default:
      return undefined;
  }
}

function moved(at: AtCenter, { household, to, result }: Of<'moveHousehold'>): Settled {
  const { person, debts, centers } = at;
  const found = joinedAs(debts, household);
  const target = centers.find(({ id }) => id === to);
  switch (result.kind) {
    case 'moved': {
      const center = said(target?.name ?? '');
      const notes = [t('household:move.done', { no: result.to.no, center })];
      return { ...showCenter(person, debts, { notes, next: nextInCenter(debts) }), done: true };
    }
    case 'looksAlike':
      return found && target
        ? { ...askAlikeThere(at, found, target, result.nos), done: false }
        : { ...showCenter(person, debts), done: false };
    case 'refused':
      return { ...showCenter(person, debts, { notes: [problemText(result.problem)] }), done: false };
    default:
      return { ...showCenter(person, debts, { notes: [t('household:notHere')] }), done: false };
  }
}
