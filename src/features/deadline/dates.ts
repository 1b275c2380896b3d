import { areaTitle } from '../../kernel/area/text.ts';
import type { ChoiceRow } from '../../kernel/ask/choose.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import { withoutPrompt } from '../../kernel/ask/prompt.ts';
import { pose, type Question } from '../../kernel/ask/question.ts';
import { toMenu } from '../../kernel/ask/toMenu.ts';
import type { Decision } from '../../kernel/decision.ts';
import type { Due } from '../../kernel/due.ts';
import type { Context } from '../../kernel/flow.ts';
import { letterText } from '../../kernel/letterText.ts';
import type { Person } from '../../kernel/person.ts';
import { type Block, said, type Text, t } from '../../kernel/reply.ts';
import { type Scope, scopeKey } from '../../programme/area/areas.ts';
import type { DeadlineArea, DeadlinePlace, DeadlineRule } from '../../programme/deadline/deadline.ts';
import { dueFor, ruleFor } from '../../programme/deadline/dueFor.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { endOfPeriod, type Period, periodsOf } from '../../programme/report/period.ts';
import { areasToSet } from './deeds.ts';
import { overridesText } from './overrides.ts';
import { dueText, nameText, routeText, setterText } from './text.ts';

/** The dates of the year in one's areas; those that one may change are there to choose. */
export function showDates(
  person: Person,
  rules: readonly DeadlineRule[],
  context: Context,
  notes: readonly Text[] = [],
): Decision {
  const [area] = ownAreas(person);
  if (!area) return { person };
  if (changeable(person, context).length > 0) return pose(person, whichKind(person, rules, context, notes));
  const card = { heading: headingOf(area, rules, context), blocks: datesOnly(person, rules, context, notes) };
  return {
    person: withoutPrompt(person),
    reply: { messages: [{ kind: 'card', card }], options: [toMenu] },
  };
}

/** Which kind of date is to be changed, below the dates that others set; answered with its id. */
export function whichKind(
  person: Person,
  rules: readonly DeadlineRule[],
  context: Context,
  notes: readonly Text[] = [],
): Question<string> {
  const [area = nation] = ownAreas(person);
  return oneOf({
    ...{
      flow: 'deadline',
      act: 'kind',
      wordings: context.wordings,
      heading: headingOf(area, rules, context),
    },
    blocks: [...datesOnly(person, rules, context, notes), { kind: 'title', text: t('deadline:toChange') }],
    rows: changeable(person, context).map((kind) => toRow(kind, area, rules, context)),
  });
}

const nation: DeadlineArea = { kind: 'nation' };

/** What is due next in the area, then what the card is. */
function headingOf(area: DeadlineArea, rules: readonly DeadlineRule[], context: Context): Text {
  const { today, year, features } = context;
  const heading = t('deadline:heading', { area: areaTitle(area), year });
  const [next] = features.dues
    .flatMap((kind) => dueFor(rules, kind.id, presentPeriod(kind, context), area) ?? [])
    .filter((due) => due >= today)
    .sort();
  return next ? t('deadline:headingNext', { next: dueText(next, today), heading }) : heading;
}

/** The dates that this person cannot change, with notes above them. */
function datesOnly(
  person: Person,
  rules: readonly DeadlineRule[],
  context: Context,
  notes: readonly Text[],
): readonly Block[] {
  const [area = nation, ...others] = ownAreas(person);
  const { dues } = context.features;
  const mine = changeable(person, context);
  return [
    ...notes.map((text): Block => ({ kind: 'text', text, tone: 'strong' })),
    ...dues.filter((kind) => !mine.includes(kind)).map((kind) => line(kind, area, rules, context)),
    ...others.flatMap((other): readonly Block[] => [
      { kind: 'title', text: areaTitle(other) },
      ...dues.map((kind) => line(kind, other, rules, context)),
    ]),
  ];
}

/** The kinds of which a person may change a date. */
const changeable = (
  { bindings }: Person,
  { features: { dues } }: Pick<Context, 'features'>,
): readonly Due[] => dues.filter((kind) => areasToSet(bindings, kind).length > 0);

const toRow = (
  kind: Due,
  area: DeadlineArea,
  rules: readonly DeadlineRule[],
  context: Context,
): ChoiceRow => {
  const period = presentPeriod(kind, context);
  const { id, also } = kind;
  return {
    id,
    name: nameText(kind, period),
    ...(also && { also }),
    note: noteText(kind, { area, ...period }, rules, context.today),
  };
};

/** Each once, the widest first; a center's dates are its district's. */
function ownAreas({ bindings }: Person): readonly DeadlineArea[] {
  const areas = bindings.map(({ scope }) => deadlineArea(scope));
  const each = [...new Map(areas.map((area) => [scopeKey(area), area])).values()];
  return each.sort((a, b) => widths.indexOf(a.kind) - widths.indexOf(b.kind));
}

const widths: readonly DeadlineArea['kind'][] = ['nation', 'province', 'district'];

function deadlineArea(scope: Scope): DeadlineArea {
  if (scope.kind !== 'center') return scope;
  const { province, district } = scope;
  return { kind: 'district', province, district };
}

/** Of what is due several times a year, the part that is under way or was last. */
function presentPeriod({ every }: Due, { year, today }: Pick<Context, 'year' | 'today'>): Period {
  const periods = periodsOf(every, year);
  return periods.find((period) => today <= endOfPeriod(every, period)) ?? periods.at(-1) ?? { year };
}

function line(kind: Due, area: DeadlineArea, rules: readonly DeadlineRule[], context: Context): Block {
  const period = presentPeriod(kind, context);
  const name = nameText(kind, period);
  const note = noteText(kind, { area, ...period }, rules, context.today);
  return { kind: 'text', text: t('deadline:line', { name, note }) };
}

/** The date with how far away it is, who reports to whom and whose date it is; where another one holds. */
function noteText(
  kind: Due,
  { area, ...period }: Omit<DeadlinePlace, 'kind'>,
  rules: readonly DeadlineRule[],
  today: IsoDate,
): Text {
  const place = { kind: kind.id, area, ...period };
  const rule = ruleFor(rules, kind.id, period, area);
  const setter = rule && area.kind !== 'nation' ? [setterText(rule.area)] : [];
  const letter = rule?.letter ? [letterText(rule.letter)] : [];
  return joined([
    dueText(rule?.due, today),
    routeText(kind),
    ...setter,
    ...letter,
    ...exceptions(rules, place),
  ]);
}

/** The date with how far away it is; where another one holds. */
export function dateText(place: DeadlinePlace, rules: readonly DeadlineRule[], today: IsoDate): Text {
  const { kind, area, ...period } = place;
  return joined([dueText(dueFor(rules, kind, period, area), today), ...exceptions(rules, place)]);
}

function exceptions(rules: readonly DeadlineRule[], place: DeadlinePlace): readonly Text[] {
  const others = overridesText(rules, place);
  return others ? [t('deadline:except', { others })] : [];
}

const joined = ([first = said(''), ...more]: readonly Text[]): Text =>
  more.reduce((note, part) => t('deadline:and', { note, part }), first);
