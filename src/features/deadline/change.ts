import { areasNamed } from '../../kernel/area/named.ts';
import { areaPath } from '../../kernel/area/path.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { type ChoiceList, type ChoiceRow, chooseReply, readChosen } from '../../kernel/ask/choose.ts';
import { notAllowed } from '../../kernel/ask/notAllowed.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import type { Decision } from '../../kernel/decision.ts';
import { reportName } from '../../kernel/due.ts';
import type { Call, Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import type { DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import type { DueKind } from '../../programme/deadline/kind.ts';
import { type Period, periodKey, periodsOf, startOfPeriod } from '../../programme/report/period.ts';
import { changeable, dateText, showDates, toRow } from './dates.ts';
import { areasToSet } from './deeds.ts';
import { askDue } from './due.ts';
import { type Meant, meantBy, placePath, stepBefore } from './place.ts';
import { nameText } from './text.ts';

type Answer = Extract<Call, { kind: 'answer' }>;
/** How the list that is asked of next is shown. */
type Shown = { readonly page?: number; readonly misses?: number; readonly rows?: readonly ChoiceRow[] };

/** Asks for what is not known yet of the date that is to be changed: its kind, the part of the year, the area. */
export function change(
  person: Person,
  path: string | undefined,
  rules: readonly DeadlineRule[],
  context: Context,
  shown: Shown = {},
): Decision {
  const meant = meantBy(path, person, context);
  if (!meant) return showDates(person, rules, context, [], shown.misses);
  if (areasToSet(person.bindings, meant.kind).length === 0) return notAllowed(person, t('deadline:whoSets'));
  const { kind, period, area } = meant;
  if (!period) return chooseReply(person, partList(person, kind, rules, context, shown));
  if (!area) return chooseReply(person, areaList(person, { kind, period }, rules, context, shown));
  return askDue(person, { kind: kind.id, area, ...period }, rules, context);
}

/** A kind, part or area that was typed. */
export function readChange(
  person: Person,
  call: Answer,
  rules: readonly DeadlineRule[],
  context: Context,
): Decision {
  const text = call.event.kind === 'text' ? call.event.text : '';
  const rows = rowsAsked(person, call, rules, context);
  const found = readChosen(text, call.data, rows, context.wordings);
  if (found.kind === 'one') return change(person, found.id, rules, context);
  const misses = missesOf(call.data) + 1;
  if (call.act !== 'area') return change(person, call.data.of, rules, context, { misses });
  if (found.kind === 'several') {
    const several = rows.filter(({ id }) => found.ids.includes(id));
    return change(person, call.data.of, rules, context, { rows: several });
  }
  const titled = areasNamed(text, scopesOf(person)).map((area) => `${call.data.of}/${areaPath(area)}`);
  const row = rows.find(({ id }) => titled.includes(id));
  return change(person, row?.id ?? call.data.of, rules, context, row ? {} : { misses });
}

/** The rows of the open question. */
function rowsAsked(
  person: Person,
  { act, data }: Answer,
  rules: readonly DeadlineRule[],
  context: Context,
): readonly ChoiceRow[] {
  const meant = meantBy(data.of, person, context);
  if (act === 'kind' || !meant)
    return changeable(person, context).map((kind) => toRow(kind, { kind: 'nation' }, rules, context));
  const { kind, period } = meant;
  if (act === 'part') return partList(person, kind, rules, context, {}).rows;
  return period ? areaList(person, { kind, period }, rules, context, {}).rows : [];
}

const scopesOf = (person: Person) => person.bindings.map(({ scope }) => scope);

function partList(
  person: Person,
  kind: DueKind,
  rules: readonly DeadlineRule[],
  context: Context,
  { misses = 0 }: Shown,
): ChoiceList {
  const [area] = areasToSet(person.bindings, kind);
  return {
    flow: 'deadline',
    act: 'part',
    heading: t(`deadline:whichPart.${kind.every === 'quarter' ? 'quarter' : 'month'}`, {
      name: reportName(kind.id),
    }),
    rows: periodsOf(kind.every, context.year).map((period) => ({
      id: `${kind.id}/${periodKey(period)}`,
      name: nameText(kind, period),
      // A month may be typed in short.
      also: t('common:date', { date: { date: startOfPeriod(kind.every, period) } }),
      ...(area ? { note: dateText({ kind: kind.id, area, ...period }, rules, context.today) } : {}),
    })),
    keep: { of: kind.id, back: stepBefore({ kind }, person, context.year) },
    misses,
  };
}

function areaList(
  person: Person,
  { kind, period }: { readonly kind: DueKind; readonly period: Period },
  rules: readonly DeadlineRule[],
  context: Context,
  { page = 0, misses = 0, rows }: Shown,
): ChoiceList {
  const of = `${kind.id}/${periodKey(period)}`;
  const all = areasToSet(person.bindings, kind).map((area) => ({
    id: placePath({ kind: kind.id, area, ...period }),
    name: area.kind === 'district' ? said(areaName(area)) : areaTitle(area),
    note: dateText({ kind: kind.id, area, ...period }, rules, context.today),
  }));
  return {
    flow: 'deadline',
    act: 'area',
    heading: t('deadline:whichArea', { name: nameText(kind, period) }),
    rows: rows ?? all,
    page,
    misses,
    // Of a name that several areas have only these are shown: all of them are before.
    keep: { of, back: rows ? `areas ${of} 0` : stepBefore({ kind, period }, person, context.year) },
    more: (next) => ({ kind: 'act', flow: 'deadline', act: 'areas', value: `${of} ${next}` }),
  };
}

/** The date that a path means in full, where this person may change it. */
export function placeOf(
  person: Person,
  path: string | undefined,
  context: Context,
): DeadlinePlace | undefined {
  const { kind, period, area }: Partial<Meant> = meantBy(path, person, context) ?? {};
  return kind && period && area && { kind: kind.id, area, ...period };
}
