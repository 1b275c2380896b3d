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
import type { CaseId } from '../../programme/ids.ts';
import { capacities } from '../../programme/people/actor.ts';
import { isShown } from '../../programme/report/hash.ts';
import { showAll, signAll } from './all.ts';
import { acknowledgeReports, certifyReports, followReports, signReports, submitReports } from './deeds.ts';
import { listWaiting, nothingWaits, rowOf } from './list.ts';
import { chainNoticed } from './notices.ts';
import { paperOutcome, recalledOutcome, returnedOutcome, signedOutcome } from './outcome.ts';
import { paperCommand } from './paper.ts';
import { createChainWork } from './perform/index.ts';
import { showPhotos } from './photos.ts';
import { chainReaders } from './reads.ts';
import { recallCommand } from './recall.ts';
import { askReason, readReason } from './return.ts';
import { showReport } from './show.ts';
import { signNow } from './sign.ts';
import { type WaitingReport, waitingFor } from './waiting.ts';

/** `รับทราบผล`, `รับรอง`, `ส่งกลับ`: a submitted report is signed step by step, or goes back to the officer. */
export const chainFlow: Flow = {
  id: 'chain',
  decide: (person, call, _event, context) => {
    if (call.kind === 'event') return told(person, call, context);
    return ask({ filed: read('reportsInChain') }, ({ filed }) => {
      const other = otherWay(call);
      if (other) return other(person, call, filed, context);
      const waiting = waitingFor(person, filed, context.features.reports, context.now);
      if (call.kind === 'command') return command(person, call, waiting, context);
      return call.kind === 'act'
        ? act(person, call, waiting, context)
        : answer(person, call, waiting, context);
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
  waiting: readonly WaitingReport[],
  context: Context,
): Turn {
  if (waiting.length === 0 && call.command === 'acknowledged')
    return { person, reply: askAgain(person, [t('common:acknowledged')], context) };
  if (waiting.length === 0 && capacities(person.bindings, signReports).length === 0)
    return notAllowed(person, t('chain:who'));
  const [only, ...others] = waiting;
  if (call.command === 'certifyAll') return showAll(person, waiting, context);
  const number = numberBehind(call.rest);
  if (number === undefined) {
    const opensAtOnce = call.command !== 'certify' && only && others.length === 0;
    if (!opensAtOnce) return listWaiting(person, waiting, call, context);
    return call.command === 'returnReport'
      ? askWhy(person, only, context)
      : openOne(person, only.record.id, context);
  }
  const meant = numbered(person, number, waiting);
  if (!meant) return listWaiting(person, waiting, call, context, [t('chain:noSuchNumber', { number })]);
  return call.command === 'returnReport'
    ? askWhy(person, meant, context)
    : openOne(person, meant.record.id, context);
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

function act(
  person: Person,
  call: Extract<Call, { kind: 'act' }>,
  waiting: readonly WaitingReport[],
  context: Context,
): Turn {
  const [report = '', mark = ''] = aboutOf(call);
  const id = report as CaseId;
  switch (call.act) {
    case 'open':
    case 'choose':
      return openOne(person, id, context);
    case 'photos':
      return ask({ filed: read('filedReport', id) }, ({ filed }) =>
        filed ? showPhotos(person, filed, context) : notFound(person),
      );
    case 'all':
      return signAll(person, waiting, call.value, context);
    case 'sign':
    case 'return':
    case 'reason':
      return asShown(person, waiting, { id, mark }, context, (one) =>
        call.act === 'sign'
          ? signNow(person, [{ waiting: one, mark }], context)
          : askReason(person, one, mark, context),
      );
    default:
      return listWaiting(person, waiting, call, context);
  }
}

/** Goes on with a report that still waits for this person and says what was shown; else it is shown as it is. */
function asShown(
  person: Person,
  waiting: readonly WaitingReport[],
  { id, mark }: { readonly id: CaseId; readonly mark: string },
  context: Context,
  goOn: (waiting: WaitingReport) => Turn,
): Turn {
  const one = waiting.find(({ record }) => record.id === id);
  if (!one) return openOne(person, id, context, [t('chain:notWaiting')]);
  if (one.freeze) return openOne(person, id, context);
  if (!isShown(one.revision.hash, mark)) return openOne(person, id, context, [t('chain:refused.changed')]);
  return goOn(one);
}

function answer(
  person: Person,
  call: Extract<Answering, { kind: 'answer' }>,
  waiting: readonly WaitingReport[],
  context: Context,
): Turn {
  const { event, data } = call;
  const [report = '', mark = ''] = aboutOf(call);
  const id = report as CaseId;
  if (call.act === 'reason')
    return asShown(person, waiting, { id, mark }, context, (one) =>
      readReason(person, call, one, mark, context),
    );
  if (call.act === 'choose' && event.kind === 'text') {
    const rows = waiting.map((one) => rowOf(one, context));
    const chosen = readChosen(event.text, data, rows, context.wordings);
    if (chosen.kind === 'one') return openOne(person, chosen.id as CaseId, context);
    return listWaiting(person, waiting, call, context);
  }
  const once = readOnce(person, event, missesOf(data), t('chain:tapToSign'));
  if (once.kind === 'yes')
    return call.act === 'all'
      ? signAll(person, waiting, undefined, context)
      : asShown(person, waiting, { id, mark }, context, (one) =>
          signNow(person, [{ waiting: one, mark }], context),
        );
  if (once.kind === 'no') return listWaiting(person, waiting, call, context, [t('chain:notSignedYet')]);
  return { person, reply: askAgain(person, once.notes, context) };
}

export const chain: Feature = {
  id: 'chain',
  flow: chainFlow,
  deeds: [signReports, acknowledgeReports, certifyReports, submitReports, followReports],
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
    { command: 'acknowledge', place: 15, deed: acknowledgeReports },
    { command: 'certify', place: 15, deed: certifyReports },
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
