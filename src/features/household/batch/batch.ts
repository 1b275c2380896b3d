import { readOnce } from '../../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../../kernel/ask/prompt.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { withFirst } from '../../../kernel/form/question.ts';
import { type Block, type Option, said, type Text, t } from '../../../kernel/reply.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import type { AtCenter } from '../atCenter.ts';
import { inTheirYear, joinedIn, placeKey } from '../debts.ts';
import type { BatchWork } from '../intent.ts';
import { type Batch, sameFor, type Understood } from '../rules/batch.ts';
import type { Said } from '../rules/batchSaid.ts';
import type { DebtStep } from '../rules/steps.ts';
import { showCenter } from '../show.ts';
import { plannedTexts, plannedWork } from './planned.ts';
import { askNext, batchNext, type Queue, queueOf, type ReasonLine, reasonAnswered } from './queue.ts';
import { saidText, unclearText } from './said.ts';
import { linesIn, tellsOfSome } from './text.ts';
import { linesOf, readAnew } from './unclear.ts';
import { batchOf, workOfLine } from './work.ts';

const acts = ['batchYes', 'batchSteps', 'batchNo', 'batchSkip', 'batchJoins'] as const;
type BatchAct = (typeof acts)[number];
export const isBatchAct = (act: string): act is BatchAct => acts.some((one) => one === act);

type Answered = { readonly data: PromptData; readonly text: string };

/** What was understood of a message about several households; asks once before anything is kept. */
export function showBatch(at: AtCenter, text: string, notes: readonly Text[] = [], misses = 0): Decision {
  const { person, debts } = at;
  const batch = batchOf(text, debts, at.context.today);
  const option = (label: Text, act: BatchAct): Option => ({
    label,
    tap: { kind: 'act', flow: 'household', act, value: placeKey(debts) },
  });
  const yes = option(t('common:confirm'), 'batchYes');
  const no = option(t('common:no'), 'batchNo');
  // Nothing is to be kept first: whether the households joined earlier is asked at once.
  const onlyEarly =
    batch.understood.length === 0 && batch.unclear.every(({ why }) => why === 'dayBeforeJoining');
  if (onlyEarly && batch.unclear.length > 0) return askNext(at, waiting(batch, at.context.today), notes);
  const understood = new Set(batch.understood.map(({ no }) => no)).size;
  const heading = inTheirYear(headingOf(understood, batch.unclear.length), debts);
  const steps = option(t('household:batch.stepsOnly'), 'batchSteps');
  const records = batch.understood.filter(isGood).some((line) => plannedWork(line, debts).length > 0);
  const buttons = understood > 0 ? [yes, ...(records ? [steps] : [])] : [];
  const card = { heading, blocks: preview(at, batch), buttons };
  return {
    person: withPrompt(person, 'household', 'batch', {
      center: placeKey(debts),
      text,
      day: at.context.today,
      misses: String(misses),
    }),
    reply: withFirst({ messages: [{ kind: 'card', card }], options: [...buttons, no], asks: true }, notes),
  };
}

function headingOf(understood: number, unclear: number): Text {
  if (understood === 0) return t('household:batch.headingNone', { count: unclear });
  return unclear > 0
    ? t('household:batch.heading', { understood, unclear })
    : t('household:batch.headingAll', { understood });
}

function preview(at: AtCenter, { understood, unclear, alike }: Batch): readonly Block[] {
  const line = (text: Text, tone?: 'warning' | 'quiet'): Block => ({
    kind: 'text',
    text,
    ...(tone && { tone }),
  });
  return [
    ...[...new Set(understood.map(({ no }) => no))].map((no) => {
      const told = understood.filter((one) => one.no === no).map(({ said: what, on }) => saidText(what, on));
      return line(
        t('household:batch.line', { no, head: headOf(at, no), said: t('common:list', { items: told }) }),
      );
    }),
    ...(understood.some(({ said: what, on }) => what.kind === 'step' && on === undefined)
      ? [line(t('household:batch.today', { today: { date: at.context.today } }), 'quiet')]
      : []),
    ...plannedTexts(understood.filter(isGood), at.debts).map((text) => line(text, 'warning')),
    ...understood
      .filter(({ needsReason }) => needsReason)
      .map(({ no, turn: how }) =>
        line(t(how === 'back' ? 'household:batch.back' : 'household:batch.jump', { no }), 'warning'),
      ),
    ...alike.map((same) =>
      line(
        t('household:batch.alike', {
          nos: same.nos.join(', '),
          count: same.nos.length,
          said: saidText(same.said),
        }),
        'warning',
      ),
    ),
    ...unclear.map((one) => line(unclearText(one), 'warning')),
    ...(understood.length > 0 ? [line(t('household:batch.ask'))] : [line(t('household:batch.nothing'))]),
  ];
}

const headOf = ({ debts }: AtCenter, no: number): Text =>
  said(joinedIn(debts).find(({ household }) => household.place.no === no)?.household.head ?? '');

export function batchAct(at: AtCenter, act: BatchAct, _about: string): Decision {
  const { person, debts } = at;
  const { open } = person;
  const data = open.kind === 'prompt' && open.flow === 'household' ? open.data : undefined;
  if (act === 'batchYes' && data?.text !== undefined) return confirmed(at, data);
  if (act === 'batchSteps' && data?.text !== undefined) return confirmed(at, data, { stepsOnly: true });
  if (act === 'batchJoins' && data?.queue !== undefined) return joinedEarlier(at, queueOf(data));
  if (act === 'batchSkip' && data?.queue !== undefined) return askNext(at, queueOf(data).slice(1));
  return showCenter(person, debts, { notes: [t('household:batch.notKept')] });
}

export function batchAnswer(at: AtCenter, act: string, { data, text }: Answered): Decision {
  if (act === 'batchReason') return reasonAnswered(at, data, text);
  if (act === 'batchUnclear') return unclearAnswered(at, data, text);
  const { person, event, debts } = at;
  // Another message about households takes the place of the one that was shown, unless none of it can be kept.
  if (tellsOfSome(linesIn(text))) {
    const { understood, unclear } = batchOf(text, debts, at.context.today);
    const isOfUse = understood.length > 0 || unclear.some(({ why }) => why === 'dayBeforeJoining');
    return isOfUse ? showBatch(at, text) : showBatch(at, data.text ?? '', unclear.map(unclearText));
  }
  const once = readOnce(person, event, missesOf(data));
  if (once.kind === 'again') return showBatch(at, data.text ?? '', once.notes, once.misses);
  if (once.kind === 'yes') return confirmed(at, data);
  return showCenter(person, debts, { notes: [t('household:batch.notKept')] });
}

/** Only a step of the household that was asked about is kept without being shown first. */
function unclearAnswered(at: AtCenter, data: PromptData, text: string): Decision {
  const [asked, ...rest] = queueOf(data);
  if (asked?.kind !== 'unclear') return askNext(at, rest);
  const anew = readAnew(asked, rest, text, at);
  switch (anew.kind) {
    case 'miss':
      return askNext(at, [asked, ...rest], anew.notes, missesOf(data) + 1);
    case 'preview':
      return showBatch(at, anew.text);
    case 'step': {
      const { line, step } = anew;
      if (line.needsReason)
        return askNext(at, [
          { kind: 'reason', lines: [waitingLine(line, step, [], at.context.today)] },
          ...rest,
        ]);
      return batchNext(at, [workOfLine(line, { alike: [] }, at.context.today)], rest);
    }
    default:
      return anew satisfies never;
  }
}

/**
 * The good lines are kept at once, with the planned methods that were shown unless steps alone are meant; what needs a
 * reason and what is unclear is asked one by one. Today is the day on which the lines were shown.
 */
function confirmed(at: AtCenter, { text = '', day }: PromptData, { stepsOnly = false } = {}): Decision {
  const today = parseIsoDate(day ?? '') ?? at.context.today;
  const batch = batchOf(text, at.debts, today);
  return keepGood(at, batch, today, (line) => (stepsOnly ? [] : plannedWork(line, at.debts)));
}

/** The households that were asked about joined on the day that the message tells, and their steps are kept. */
function joinedEarlier(at: AtCenter, [asked, ...rest]: Queue): Decision {
  if (asked?.kind !== 'unclear' || asked.why !== 'dayBeforeJoining') return askNext(at, rest);
  const { today } = at.context;
  const batch = batchOf(linesOf(asked).join('\n'), at.debts, today, true);
  return keepGood(at, batch, today, () => [], rest);
}

/** Kept as soon as the lines are confirmed: nothing is asked before. */
const isGood = ({ needsReason, waits }: Understood): boolean => !needsReason && !waits;

function keepGood(
  at: AtCenter,
  batch: Batch,
  today: IsoDate,
  besides: (line: Understood) => readonly BatchWork[],
  rest: Queue = [],
): Decision {
  const good = batch.understood.filter(isGood);
  const lines = good.flatMap((line) => [workOfLine(line, batch, today), ...besides(line)]);
  return batchNext(at, lines, [...waiting(batch, today), ...rest]);
}

function waiting({ understood, unclear, alike }: Batch, today: IsoDate): Queue {
  const jumps = understood.filter(({ needsReason, waits }) => needsReason || waits);
  return [
    ...(jumps.length > 0
      ? [
          {
            kind: 'reason' as const,
            lines: jumps.flatMap((line) =>
              line.said.kind === 'step' ? [waitingLine(line, line.said.step, alike, today)] : [],
            ),
          },
        ]
      : []),
    ...unclear.map(({ words, why, nos, month }) => ({
      kind: 'unclear' as const,
      words: [...words],
      why,
      nos: [...nos],
      month,
    })),
  ];
}

const waitingLine = (
  line: Understood,
  step: DebtStep,
  alike: Batch['alike'],
  today: IsoDate,
): ReasonLine => ({
  ...{ no: line.no, step, sameFor: sameFor(alike, line), on: line.on ?? today },
  ...(line.joinsEarlier && { joinsEarlier: true }),
  ...(line.said.kind === 'step' && { together: line.said.together }),
  ...(line.waits && { waits: true }),
});

/** What a text says of one household, without its number. */
export function tellLine(no: number, text: string): Said | undefined {
  const [line, ...others] = linesIn(`${no} ${text}`);
  return line?.kind === 'read' && others.length === 0 ? line.said : undefined;
}
