import { readOnce } from '../../kernel/ask/asksOnce.ts';
import { readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { type Answering, aboutOf } from '../../kernel/ask/question.ts';
import { ask, type Turn } from '../../kernel/asking.ts';
import { numberBehind } from '../../kernel/commands.ts';
import type { Feature } from '../../kernel/feature.ts';
import type { Call, Context, Flow } from '../../kernel/flow.ts';
import { askAgain } from '../../kernel/form/askAgain.ts';
import type { Person } from '../../kernel/person.ts';
import { read } from '../../kernel/reads.ts';
import { type Text, t } from '../../kernel/reply.ts';
import type { Duty } from '../../programme/duty/duty.ts';
import type { CaseId } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { isShown } from '../../programme/report/hash.ts';
import type { SignStep } from '../../programme/report/rules.ts';
import { showAll, signAll } from './all.ts';
import { acknowledgeReports, certifyReports, followReports, signReports, submitReports } from './deeds.ts';
import { listReturnable, listWaiting, nothingWaits, type Returnable, rowsToReturn } from './list.ts';
import { chainNoticed } from './notices.ts';
import { paperOutcome, recalledOutcome, returnedOutcome, signedOutcome } from './outcome.ts';
import { paperCommand } from './paper.ts';
import { createChainWork } from './perform/index.ts';
import { showPhotos } from './photos.ts';
import { chainReaders } from './reads.ts';
import { recallCommand } from './recall.ts';
import { askReason, readReason } from './return.ts';
import { showReport, showRevision } from './show.ts';
import { signNow } from './sign.ts';
import { signedBefore, type WaitingReport, waitingFor } from './waiting.ts';

/** `รับทราบผล`, `รับรอง`, `ส่งกลับ`: a submitted report is signed step by step, or goes back to the officer. */
export const chainFlow: Flow = {
  id: 'chain',
  decide: (person, call, _event, context) => {
    if (call.kind === 'event') return told(person, call, context);
    const seen = call.kind === 'act' ? look(person, call, context) : undefined;
    if (seen) return seen;
    return ask({ filed: read('reportsInChain') }, ({ filed }) => {
      const other = otherWay(call);
      if (other) return other(person, call, filed, context);
      const { reports } = context.features;
      const found = {
        waiting: waitingFor(person, filed, reports, context.now),
        signed: signedBefore(person, filed, reports, context.now),
      };
      if (call.kind === 'command') return command(person, call, found, context);
      return call.kind === 'act' ? act(person, call, found, context) : answer(person, call, found, context);
    });
  },
};

/** What the officer does about a report that was sent has questions of its own. */
function otherWay(call: Exclude<Call, { kind: 'event' }>) {
  const name = call.kind === 'command' ? call.command : call.act;
  if (name.startsWith('recall')) return recallCommand;
  return name.startsWith('paper') || name === 'onPaper' ? paperCommand : undefined;
}

function told(person: Person, { event }: Extract<Call, { kind: 'event' }>, context: Context): Turn {
  const outcome = event.kind === 'outcome' ? event.outcome : undefined;
  switch (outcome?.of) {
    case 'signReports':
      return signedOutcome(person, outcome, context);
    case 'returnReport':
      return returnedOutcome(person, outcome, context);
    case 'recallReport':
      return recalledOutcome(person, outcome, context);
    case 'recordOnPaper':
      return paperOutcome(person, outcome, context);
    default:
      return { person };
  }
}

function command(
  person: Person,
  call: Extract<Call, { kind: 'command' }>,
  found: Returnable,
  context: Context,
): Turn {
  const { waiting, signed } = found;
  const returns = call.command === 'returnReport';
  const meant = returns ? [...waiting, ...signed] : waiting;
  if (meant.length === 0 && call.command === 'acknowledged')
    return { person, reply: askAgain(person, [t('common:acknowledged')], context) };
  if (meant.length === 0 && capacities(person.bindings, signReports).length === 0)
    return notAllowed(person, t('chain:who'));
  if (call.command === 'certifyAll') return showAll(person, waiting, context);
  const list = (notes: readonly Text[] = []) =>
    returns
      ? listReturnable(person, found, context, { notes })
      : listWaiting(person, waiting, context, { notes });
  const number = numberBehind(call.rest);
  const [only, ...others] = meant;
  // What was signed already is not returned without having been shown.
  const opensAtOnce = call.command !== 'certify' && others.length === 0 && only === waiting[0];
  const one = number === undefined ? (opensAtOnce ? only : undefined) : numbered(person, number, meant);
  if (!one) return list(number === undefined ? [] : [t('chain:noSuchNumber', { number })]);
  return returns ? askWhy(person, one, context) : openOne(person, one.record.id, context);
}

/** The report of a number: as the open list has it, else in the order in which they wait. */
function numbered(
  { open }: Person,
  number: number,
  waiting: readonly WaitingReport[],
): WaitingReport | undefined {
  const ids = open.kind === 'prompt' && open.flow === 'chain' ? open.data.ids?.split(' ') : undefined;
  return ids ? waiting.find(({ record }) => record.id === ids[number - 1]) : waiting[number - 1];
}

const askWhy = (person: Person, waiting: WaitingReport, context: Context): Turn =>
  waiting.freeze
    ? openOne(person, waiting.record.id, context)
    : askReason(person, waiting, waiting.revision.hash, context);

const openOne = (person: Person, report: CaseId, context: Context, notes: readonly Text[] = []): Turn =>
  ask({ filed: read('filedReport', report) }, ({ filed }) =>
    filed ? showReport(person, filed, context, notes) : notFound(person),
  );

const notFound = (person: Person) => nothingWaits(person, [t('chain:notFound')]);

/** What is only looked at: of one report, whatever else waits. */
function look(person: Person, call: Extract<Call, { kind: 'act' }>, context: Context): Turn | undefined {
  const [report = '', no = ''] = aboutOf(call);
  const id = report as CaseId;
  switch (call.act) {
    case 'open':
    case 'choose':
    case 'chooseReturn':
      return openOne(person, id, context);
    case 'revision':
      return ask({ filed: read('filedReport', id) }, ({ filed }) =>
        filed ? showRevision(person, filed, Number(no), context) : notFound(person),
      );
    case 'photos':
      return ask({ filed: read('filedReport', id) }, ({ filed }) =>
        // Buttons of before showed the first ones.
        filed ? showPhotos(person, filed, Number(no), context) : notFound(person),
      );
    default:
      return undefined;
  }
}

function act(
  person: Person,
  call: Extract<Call, { kind: 'act' }>,
  found: Returnable,
  context: Context,
): Turn {
  const [report = '', mark = ''] = aboutOf(call);
  const shown = { id: report as CaseId, mark };
  switch (call.act) {
    case 'all':
      return signAll(person, found.waiting, call.value, context);
    case 'sign':
      return toSign(person, found, shown, context);
    case 'return':
    case 'reason':
      return toReturn(person, found, shown, context, (one) => askReason(person, one, mark, context));
    case 'more':
      return listWaiting(person, found.waiting, context, { page: Number(call.value) });
    case 'returnable':
      return listReturnable(person, found, context, { page: Number(call.value) });
    default:
      return listWaiting(person, found.waiting, context);
  }
}

/** A report as it was shown: its id, and the mark of what it said. */
type Shown = { readonly id: CaseId; readonly mark: string };

const toSign = (person: Person, { waiting }: Returnable, shown: Shown, context: Context): Turn =>
  asShown(person, waiting, shown, { context, gone: t('chain:notWaiting') }, (one) =>
    signNow(person, [{ waiting: one, mark: shown.mark }], context),
  );

const toReturn = (
  person: Person,
  { waiting, signed }: Returnable,
  shown: Shown,
  context: Context,
  goOn: (one: WaitingReport) => Turn,
): Turn => asShown(person, [...waiting, ...signed], shown, { context, gone: t('chain:notToReturn') }, goOn);

/** Goes on with a report that may still be acted on and says what was shown; else it is shown as it is. */
function asShown(
  person: Person,
  possible: readonly WaitingReport[],
  { id, mark }: Shown,
  { context, gone }: { readonly context: Context; readonly gone: Text },
  goOn: (one: WaitingReport) => Turn,
): Turn {
  const one = possible.find(({ record }) => record.id === id);
  if (!one) return openOne(person, id, context, [gone]);
  if (one.freeze) return openOne(person, id, context);
  if (!isShown(one.revision.hash, mark)) return openOne(person, id, context, [t('chain:refused.changed')]);
  return goOn(one);
}

function answer(
  person: Person,
  call: Extract<Answering, { kind: 'answer' }>,
  found: Returnable,
  context: Context,
): Turn {
  const { event, data } = call;
  const { waiting } = found;
  const [report = '', mark = ''] = aboutOf(call);
  const shown = { id: report as CaseId, mark };
  if (call.act === 'reason')
    return toReturn(person, found, shown, context, (one) => readReason(person, call, one, mark, context));
  if (isList(call.act) && event.kind === 'text') {
    const rows = rowsToReturn(found, context);
    const chosen = readChosen(event.text, data, rows, context.wordings);
    if (chosen.kind === 'one') return openOne(person, chosen.id as CaseId, context);
    const misses = missesOf(data) + 1;
    return call.act === 'chooseReturn'
      ? listReturnable(person, found, context, { misses })
      : listWaiting(person, waiting, context, { misses });
  }
  const once = readOnce(person, event, missesOf(data), t('chain:tapToSign'));
  if (once.kind === 'yes')
    return call.act === 'all'
      ? signAll(person, waiting, undefined, context)
      : toSign(person, found, shown, context);
  if (once.kind === 'no') return listWaiting(person, waiting, context, { notes: [t('chain:notSignedYet')] });
  return { person, reply: askAgain(person, once.notes, context) };
}

const waitsFor =
  (act: SignStep['act']) =>
  ({ step }: Duty): boolean =>
    step.chain !== undefined && step.act === act;

const isList = (act: string): boolean => act === 'choose' || act === 'chooseReturn';

export const chain: Feature = {
  id: 'chain',
  flow: chainFlow,
  deeds: [signReports, acknowledgeReports, certifyReports, submitReports, followReports],
  buttons: [t('chain:backToReport'), t('report:open')],
  commands: {
    acknowledge: {},
    acknowledged: { staysInForm: true },
    certify: { takesRest: 'number' },
    certifyAll: {},
    returnReport: { takesRest: 'number' },
    recall: {},
    onPaper: {},
  },
  menu: [
    // A deputy has no deed of the seat.
    { command: 'acknowledge', place: 15, deed: acknowledgeReports, serves: waitsFor('acknowledge') },
    { command: 'certify', place: 15, deed: certifyReports, serves: waitsFor('certify') },
  ],
  startedBy: 'certify',
  outcomes: ['signReports', 'returnReport', 'recallReport', 'recordOnPaper'],
  notices: {
    reportWaits: chainNoticed,
    seatVacant: chainNoticed,
    signerAway: chainNoticed,
    reportSigned: chainNoticed,
    reportRecalled: chainNoticed,
    reportReturned: chainNoticed,
  },
  open: (parts) => ({ readers: chainReaders(parts), performers: createChainWork(parts) }),
};
