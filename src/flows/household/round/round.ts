import {
  type DebtReport,
  markOf,
  newDebtReport,
  previewRound,
  type RoundOutcome,
} from '../../../domain/household/round.ts';
import type { RoundNo } from '../../../domain/household/roundRow.ts';
import { readOnce } from '../../ask/asksOnce.ts';
import { asking, missesOf, type PromptData } from '../../ask/prompt.ts';
import type { Decision } from '../../flow.ts';
import { withFirst } from '../../form/question.ts';
import type { Person } from '../../person.ts';
import { type Option, type Text, t } from '../../reply.ts';
import { declinedIn } from '../debts.ts';
import { showCenter } from '../show.ts';
import type { Turn } from '../turn.ts';
import { roundCard } from './card.ts';

const acts = ['roundSend', 'roundYes', 'roundNo'] as const;
type RoundAct = (typeof acts)[number];
export const isRoundAct = (act: string): act is RoundAct => acts.some((one) => one === act);

/** `ส่งรอบ 1`, `ส่งรอบ 2`: what the report would say now; its button submits, asking once. */
export function showRound(turn: Turn, round: RoundNo, notes: readonly Text[] = []): Decision {
  const { person, debts } = turn;
  const { center } = debts;
  const preview = previewOf(turn, round);
  if ('kind' in preview)
    return showCenter(person, debts, { notes: [...notes, obstacleText(round, preview)] });
  const mark = markOf(preview);
  const send = option(turn, { round, mark }, t('common:submit'), 'roundSend');
  const card = roundCard(debts, round, preview);
  return {
    person: asking(person, 'household', 'round', { center: center.id, round: String(round), mark }),
    reply: withFirst(
      { messages: [{ kind: 'card', card: { ...card, buttons: [send] } }], options: [send], asks: true },
      preview.no > 1 ? [...notes, t('household:round.supplementary', { revision: preview.no })] : notes,
    ),
  };
}

/** There are two rounds; which of them is meant is typed or tapped. */
export const noSuchRound = (person: Person): Decision => ({
  person,
  reply: {
    messages: [{ kind: 'text', text: [t('household:round.noSuch')] }],
    options: ([1, 2] as const).map((round) => ({
      label: t('household:submitRound', { round }),
      tap: { kind: 'say' },
    })),
  },
});

function previewOf({ debts, context: { gathered, year } }: Turn, round: RoundNo) {
  const { center, households } = debts;
  const present: DebtReport =
    gathered.debtReports.find(
      (one) => one.center === center.id && one.round === round && one.year === year,
    ) ??
    newDebtReport({ center: center.id, province: center.province, district: center.district }, round, year);
  return previewRound(present, {
    households,
    declined: declinedIn(debts),
    joinings: gathered.joinings,
  });
}

type Shown = { readonly round: RoundNo; readonly mark: string };

const option = ({ debts }: Turn, { round, mark }: Shown, label: Text, act: RoundAct): Option => ({
  label,
  tap: { kind: 'act', flow: 'household', act, value: `${debts.center.id}/${round}/${mark}` },
});

/** Why there can be no report now. */
export function obstacleText(
  round: RoundNo,
  outcome: Exclude<RoundOutcome, { kind: 'submitted' | 'changed' }>,
): Text {
  switch (outcome.kind) {
    case 'nothingNew':
      return t('household:round.nothingNew', { round, receipt: outcome.receipt });
    case 'nothingToReport':
      return t(round === 2 ? 'household:round.noResultsYet' : 'household:round.nothingToReport');
    case 'resultsMissing':
      return t('household:round.resultsMissing', { nos: outcome.nos.join(', ') });
    case 'roundOneFirst':
      return t('household:round.roundOneFirst', { nos: outcome.nos.join(', ') });
    default:
      return outcome satisfies never;
  }
}

export function roundAct(turn: Turn, act: RoundAct, about: string): Decision {
  const [no, mark = ''] = about.split('/');
  const round: RoundNo = no === '2' ? 2 : 1;
  if (act === 'roundNo') return notSent(turn, round);
  if (!saysStill(turn, round, mark)) return showRound(turn, round, [t('household:round.changed')]);
  const { open } = turn.person;
  const isAsked = open.kind === 'prompt' && open.act === 'roundConfirm' && open.data.mark === mark;
  return act === 'roundYes' && isAsked ? submit(turn, { round, mark }) : askOnce(turn, { round, mark });
}

/** Whether a report would say now what was shown. */
function saysStill(turn: Turn, round: RoundNo, mark: string): boolean {
  const preview = previewOf(turn, round);
  return 'kind' in preview || markOf(preview) === mark;
}

export function roundAnswer(
  turn: Turn,
  act: 'round' | 'roundConfirm',
  { data }: { readonly data: PromptData },
): Decision {
  const round: RoundNo = data.round === '2' ? 2 : 1;
  if (act === 'round') return showRound(turn, round, [t('household:round.tapToSend')]);
  const shown = { round, mark: data.mark ?? '' };
  const once = readOnce(turn.person, turn.event, missesOf(data));
  if (once.kind === 'again') return askOnce(turn, shown, once.notes, once.misses);
  return once.kind === 'yes' ? submit(turn, shown) : notSent(turn, round);
}

function askOnce(turn: Turn, shown: Shown, notes: readonly Text[] = [], misses = 0): Decision {
  const { person, debts } = turn;
  const { round, mark } = shown;
  const data = { center: debts.center.id, round: String(round), mark, misses: String(misses) };
  const question = t('household:round.confirm', { round, center: debts.center.name });
  return {
    person: asking(person, 'household', 'roundConfirm', data),
    reply: {
      messages: [{ kind: 'text', text: [...notes, question] }],
      options: [
        option(turn, shown, t('common:yes'), 'roundYes'),
        option(turn, shown, t('common:no'), 'roundNo'),
      ],
      asks: true,
    },
  };
}

const notSent = (turn: Turn, round: RoundNo): Decision => showRound(turn, round, [t('common:notSubmitted')]);

const submit = ({ person, debts: { center, year } }: Turn, { round, mark: shown }: Shown): Decision => ({
  person,
  intent: { kind: 'submitRound', center: center.id, year, round, shown },
});
