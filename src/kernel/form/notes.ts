import type { Happened } from '../../engine/advance.ts';
import type { Draft } from '../../engine/draft.ts';
import type { MonthLength } from '../../engine/parse/date.ts';
import type { AnswerProblem } from '../../engine/readAnswer.ts';
import { missesUntilHelp } from '../ask/prompt.ts';
import { type Param, said, type Text, t } from '../reply.ts';
import { type FormTalk, optionLabel } from './talk.ts';
import { dateOrYear, standingText, toIsoDate, valueText } from './value.ts';

/** What the bot says about a move, before it asks on. */
export function notesOn(talk: FormTalk, draft: Draft, happened: Happened): readonly Text[] {
  switch (happened.kind) {
    case 'answered':
      return [answeredNote(talk, happened)];
    case 'refused':
      return [refusedNote(talk, happened), ...helpAfter(happened)];
    case 'unsure':
      return unsureNotes(talk, draft, happened);
    case 'skipped':
      return [t('common:skipped')];
    case 'mustAnswer':
      return [t('common:mustAnswer')];
    case 'ended':
      return [];
    case 'complete':
      return [t('common:allAnswered')];
    case 'wentBack':
      return [wentBackNote(talk, happened)];
    case 'atStart':
      return [t('common:atStart')];
    case 'editing':
      return happened.slot.entry
        ? [t('common:editing', { value: standingText(talk, draft, happened.slot) })]
        : [t('common:editingOpen')];
    case 'noSuchNumber':
      return [t('common:noSuchNumber', { number: happened.number, last: happened.last })];
    case 'kept':
      return [talk.attachment?.kept(happened.evidence) ?? t('common:kept', { count: happened.count })];
    case 'newerStands':
      return [t('common:newerStands')];
    case 'notAsked':
      return [t('common:notAsked')];
    default:
      return happened satisfies never;
  }
}

/** Of texts the readings follow the question by number. */
function unsureNotes(
  talk: FormTalk,
  draft: Draft,
  { slot, candidates }: Extract<Happened, { kind: 'unsure' }>,
): readonly Text[] {
  if (slot.step.kind === 'text' && candidates.length > 1) return [t('common:unsure')];
  return unsureOf(
    candidates.map((value) => talk.candidate?.(draft, slot, value) ?? valueText(talk.form, slot.step, value)),
  );
}

/** Is this meant, or which of these? They stand in words, since LINE for PC shows no buttons. */
export function unsureOf(values: readonly Text[]): readonly Text[] {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return [t('common:unsureOne', { value: only })];
  return [t('common:unsure'), ...values.map((value) => t('common:unsureValue', { value }))];
}

function wentBackNote(talk: FormTalk, { taken, several }: Extract<Happened, { kind: 'wentBack' }>): Text {
  if (several !== undefined) return t('common:wentBackSeveral', { count: several });
  if (!taken) return t('common:wentBack');
  return t('common:wentBackFrom', { value: valueText(talk.form, taken.slot.step, taken.value) });
}

function answeredNote(talk: FormTalk, happened: Extract<Happened, { kind: 'answered' }>): Text {
  const { slot, value } = happened;
  const shown = happened.more
    ? t('common:photos', { count: happened.more + 1 })
    : valueText(talk.form, slot.step, value);
  if (happened.itemWord && slot.step.number !== undefined) {
    return t('common:itemWord', { value: shown, number: String(value) });
  }
  const name =
    slot.step.number === undefined
      ? shown
      : t('common:numberedValue', { number: slot.step.number, value: shown });
  return t(happened.changed ? 'common:changed' : 'common:answered', { value: name });
}

function helpAfter({ misses, slot }: Extract<Happened, { kind: 'refused' }>): readonly Text[] {
  if (misses < missesUntilHelp) return [];
  return [t(slot.step.optional ? 'common:thirdMissSkip' : 'common:thirdMiss')];
}

const refusedNote = ({ form }: FormTalk, { problem, slot }: Extract<Happened, { kind: 'refused' }>): Text =>
  problemText(problem, (option) => optionLabel(form, slot.step, option));

/** The sentence for an answer that cannot be taken, with an example or with the answers that there are. */
export function problemText(problem: AnswerProblem, labelOf: (option: string) => Text = said): Text {
  switch (problem.code) {
    case 'unreadable':
      return unreadableText(problem, labelOf);
    case 'noSuchDay':
      return noSuchDayText(problem);
    case 'tooLong':
      return t('problems:tooLong', { length: problem.length, max: problem.max });
    case 'tooSmall':
      return t('problems:tooSmall', { limit: limit(problem.min, problem.money) });
    case 'tooLarge':
      return t('problems:tooLarge', { limit: limit(problem.max, problem.money) });
    case 'notWhole':
      return t('problems:notWhole');
    case 'noName':
    case 'countAlone':
      return t(`problems:${problem.code}`);
    case 'inFuture':
    case 'inPast':
      return t(`problems:${problem.code}`, { example: { date: toIsoDate(problem.example) } });
    case 'tooEarly':
      return t('problems:tooEarly', { from: { date: toIsoDate(problem.from) } });
    case 'tooLate':
      return t('problems:tooLate', { to: { date: toIsoDate(problem.to) } });
    default:
      return problem satisfies never;
  }
}

function unreadableText(
  problem: Extract<AnswerProblem, { code: 'unreadable' }>,
  labelOf: (option: string) => Text,
): Text {
  switch (problem.kind) {
    case 'date':
      return t('problems:unreadable.date', { example: { date: toIsoDate(problem.example) } });
    case 'dateOrYear':
      return t('problems:unreadable.dateOrYear', dateOrYear(problem.example));
    case 'many':
      return t('problems:unreadable.many', { last: problem.options.length });
    case 'choice':
    case 'choiceOrTimes':
      return t(`problems:unreadable.${problem.kind}`, { answers: oneOfText(problem.options.map(labelOf)) });
    default:
      return t(`problems:unreadable.${problem.kind}`);
  }
}

/** `1, 2 หรือ 3`. */
function oneOfText(answers: readonly Text[]): Text {
  const last = answers.at(-1) ?? said('');
  const others = answers.slice(0, -1);
  return others.length === 0 ? last : t('common:or', { others, last });
}

/** February is said with its year. */
export function noSuchDayText({ month, days }: MonthLength): Text {
  const first = toIsoDate(month);
  return days < 30
    ? t('problems:noSuchDayOfYear', { month: { month: first }, days })
    : t('problems:noSuchDay', { month: { nameOfMonth: first }, days });
}

const limit = (value: number, money: boolean): Param =>
  money ? t('common:baht', { amount: { baht: value } }) : value;
