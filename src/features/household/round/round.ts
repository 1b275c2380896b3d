import { readOnce } from '../../../kernel/ask/asksOnce.ts';
import { missesOf, type PromptData, withPrompt } from '../../../kernel/ask/prompt.ts';
import { ask, type Turn } from '../../../kernel/asking.ts';
import type { Decision } from '../../../kernel/decision.ts';
import { withFirst } from '../../../kernel/form/question.ts';
import type { Person } from '../../../kernel/person.ts';
import { read } from '../../../kernel/reads.ts';
import { type Option, type Text, t } from '../../../kernel/reply.ts';
import { frozenText } from '../../../kernel/report/frozen.ts';
import type { AtCenter } from '../atCenter.ts';
import { backButton } from '../card/household.ts';
import { type CenterDebts, declinedIn, placeKey } from '../debts.ts';
import { type DebtReport, newDebtReport, previewRound, type RoundOutcome, roundOf } from '../rules/round.ts';
import type { RoundNo } from '../rules/roundRow.ts';
import { showCenter } from '../show.ts';
import { roundCard } from './card.ts';

const acts = ['roundSend', 'roundYes', 'roundNo'] as const;
type RoundAct = (typeof acts)[number];
export const isRoundAct = (act: string): act is RoundAct => acts.some((one) => one === act);

type Preview = ReturnType<typeof previewRound>;

/** `ส่งรอบ 1`, `ส่งรอบ 2`: what the report would say now; its button submits, asking once. */
export const showRound = (at: AtCenter, round: RoundNo, notes: readonly Text[] = []): Turn =>
  withPreview(at, round, (preview) => showPreview(at, round, preview, notes));

/** Goes on with what a report would say now. */
const withPreview = (at: AtCenter, round: RoundNo, goOn: (preview: Preview) => Turn): Turn =>
  ask({ reports: read('debtReportsOf', at.debts.center.id, at.debts.year) }, ({ reports }) =>
    goOn(previewOf(at.debts, round, reports)),
  );

function previewOf(debts: CenterDebts, round: RoundNo, reports: readonly DebtReport[]): Preview {
  const { center, year, households, joinings } = debts;
  const present =
    reports.find((one) => roundOf(one) === round) ??
    newDebtReport({ center: center.id, province: center.province, district: center.district }, round, year);
  return previewRound(present, { households, declined: declinedIn(debts), joinings });
}

function showPreview(at: AtCenter, round: RoundNo, preview: Preview, notes: readonly Text[]): Decision {
  const { person, debts } = at;
  if ('kind' in preview)
    return showCenter(person, debts, { notes: [...notes, ...obstacleTexts(round, preview)] });
  const { mark } = preview;
  const send = option(at, { round, mark }, t('common:submit'), 'roundSend');
  const card = roundCard(debts, round, preview.content);
  const back = backButton(debts);
  return {
    person: withPrompt(person, 'household', 'round', { center: placeKey(debts), round: String(round), mark }),
    reply: withFirst(
      {
        messages: [{ kind: 'card', card: { ...card, buttons: [send, back] } }],
        options: [send, back],
        asks: true,
      },
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

type Shown = { readonly round: RoundNo; readonly mark: string };

const option = ({ debts }: AtCenter, { round, mark }: Shown, label: Text, act: RoundAct): Option => ({
  label,
  tap: { kind: 'act', flow: 'household', act, value: `${placeKey(debts)}/${round}/${mark}` },
});

/** Why there can be no report now; of what has no conversation, nothing. */
export function obstacleTexts(round: RoundNo, outcome: RoundOutcome): readonly Text[] {
  switch (outcome.kind) {
    case 'nothingNew':
      return [t('household:round.nothingNew', { round, receipt: outcome.receipt })];
    case 'alreadySubmitted':
      return [t('household:round.waits', { round, receipt: outcome.receipt })];
    case 'nothingToReport':
      return [t(round === 2 ? 'household:round.noResultsYet' : 'household:round.nothingToReport')];
    case 'resultsMissing':
      return [
        t('household:round.resultsMissing', { nos: outcome.nos.join(', '), count: outcome.nos.length }),
      ];
    case 'roundOneFirst':
      return [t('household:round.roundOneFirst', { nos: outcome.nos.join(', '), count: outcome.nos.length })];
    case 'frozen':
      return [frozenText(outcome)];
    default:
      return [];
  }
}

export function roundAct(at: AtCenter, act: RoundAct, about: string): Turn {
  const [no, mark = ''] = about.split('/');
  const round: RoundNo = no === '2' ? 2 : 1;
  if (act === 'roundNo') return notSent(at, round);
  return withPreview(at, round, (preview) => {
    if (!saysStill(preview, mark)) return showPreview(at, round, preview, [t('household:round.changed')]);
    const { open } = at.person;
    const isAsked = open.kind === 'prompt' && open.act === 'roundConfirm' && open.data.mark === mark;
    return act === 'roundYes' && isAsked ? submit(at, { round, mark }) : askOnce(at, { round, mark });
  });
}

/** Whether a report would say now what was shown. */
const saysStill = (preview: Preview, mark: string): boolean => 'kind' in preview || preview.mark === mark;

export function roundAnswer(
  at: AtCenter,
  act: 'round' | 'roundConfirm',
  { data }: { readonly data: PromptData },
): Turn {
  const round: RoundNo = data.round === '2' ? 2 : 1;
  if (act === 'round') return showRound(at, round, [t('household:round.tapToSend')]);
  const shown = { round, mark: data.mark ?? '' };
  const once = readOnce(at.person, at.event, missesOf(data));
  if (once.kind === 'again') return askOnce(at, shown, once.notes, once.misses);
  return once.kind === 'yes' ? submit(at, shown) : notSent(at, round);
}

function askOnce(at: AtCenter, shown: Shown, notes: readonly Text[] = [], misses = 0): Decision {
  const { person, debts } = at;
  const { round, mark } = shown;
  const data = { center: placeKey(debts), round: String(round), mark, misses: String(misses) };
  const question = t('household:round.confirm', { round, center: debts.center.name });
  return {
    person: withPrompt(person, 'household', 'roundConfirm', data),
    reply: {
      messages: [{ kind: 'text', text: [...notes, question] }],
      options: [option(at, shown, t('common:yes'), 'roundYes'), option(at, shown, t('common:no'), 'roundNo')],
      asks: true,
    },
  };
}

const notSent = (at: AtCenter, round: RoundNo): Turn => showRound(at, round, [t('common:notSubmitted')]);

const submit = ({ person, debts: { center, year } }: AtCenter, { round, mark: shown }: Shown): Decision => ({
  person,
  intent: { kind: 'submitRound', center: center.id, year, round, shown },
});
