import { areasBelow, areasNamed } from '../../kernel/area/named.ts';
import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { type ChoiceRow, readChosen } from '../../kernel/ask/choose.ts';
import { missesOf } from '../../kernel/ask/prompt.ts';
import { carried } from '../../kernel/ask/question.ts';
import type { Wordings } from '../../kernel/commands.ts';
import type { Call } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said } from '../../kernel/reply.ts';
import { bindingText } from '../../kernel/roleText.ts';
import { covers, type Scope } from '../../programme/area/areas.ts';
import { capacities } from '../../programme/people/actor.ts';
import { seeSummary } from './deeds.ts';

/** Which area a summary is asked of, as far as the call says; known before anything is read. */
export type AreaMeant =
  | { readonly kind: 'area'; readonly area: Scope; readonly page: number; readonly misses: number }
  /** One of several: of one's own capacities, or areas of the same name. */
  | { readonly kind: 'several'; readonly rows: readonly ChoiceRow[]; readonly misses: number }
  | { readonly kind: 'unknown' };

export function areaMeant(person: Person, call: Call, wordings: Wordings): AreaMeant {
  switch (call.kind) {
    case 'command':
      return oneOf(call.rest === '' ? ownAreas(person) : named(person, call.rest));
    case 'act': {
      if (call.act === 'own') return oneOf(ownAreas(person));
      const [path, page] = call.value?.split(' ') ?? [];
      const area = areaAt(path);
      const shown = area && area.kind !== 'center' && isOwn(person, area);
      return shown ? { kind: 'area', area, page: Number(page ?? 0), misses: 0 } : unknown;
    }
    case 'answer':
      return typed(person, call, wordings);
    case 'event':
      return unknown;
    default:
      return call satisfies never;
  }
}

/** What was looked at before an area, as `back` of a prompt: the area around it, or the list of one's own. */
export function stepBefore(person: Person, area: Scope, of?: string): string | undefined {
  const around = areaAround(area);
  if (around && isOwn(person, around)) return `area@summary ${carried(of, areaPath(around))}`;
  return ownAreas(person).length > 1 ? carried('own@summary', of ?? '').trim() : undefined;
}

const unknown: AreaMeant = { kind: 'unknown' };

/** A number or name of the list that is open; what is unclear shows the list again. */
function typed(
  person: Person,
  { data, event }: Extract<Call, { kind: 'answer' }>,
  wordings: Wordings,
): AreaMeant {
  const listed = areaAt(data.area);
  const rows = listed ? areasBelow(listed).map(toRow) : ownAreas(person);
  const text = event.kind === 'text' ? event.text : '';
  const chosen = readChosen(text, data, rows, wordings);
  if (chosen.kind === 'one')
    return oneOf(rows.filter(({ id }) => id === chosen.id && isOwn(person, areaAt(id))));
  if (chosen.kind === 'several') return oneOf(rows.filter(({ id }) => chosen.ids.includes(id)));
  const titled = named(person, text);
  if (titled.length > 0) return oneOf(titled);
  const misses = missesOf(data) + 1;
  return listed && isOwn(person, listed)
    ? { kind: 'area', area: listed, page: 0, misses }
    : { kind: 'several', rows, misses };
}

const scopesOf = (person: Person): readonly Scope[] =>
  capacities(person.bindings, seeSummary).map(({ scope }) => scope);

const isOwn = (person: Person, area: Scope | undefined): boolean =>
  area !== undefined && scopesOf(person).some((scope) => covers(scope, area));

/** The area next above that has a summary. */
function areaAround(area: Scope): Scope | undefined {
  if (area.kind === 'nation') return undefined;
  return area.kind === 'province' ? { kind: 'nation' } : { kind: 'province', province: area.province };
}

/** The areas of one's own capacities, each once. */
function ownAreas(person: Person): readonly ChoiceRow[] {
  const rows = capacities(person.bindings, seeSummary).map((binding) => ({
    id: areaPath(binding.scope),
    name: bindingText(binding),
  }));
  return rows.filter(({ id }, place) => rows.findIndex((row) => row.id === id) === place);
}

function oneOf(rows: readonly ChoiceRow[]): AreaMeant {
  const [first] = rows;
  if (rows.length > 1) return { kind: 'several', rows, misses: 0 };
  const area = areaAt(first?.id);
  return area ? { kind: 'area', area, page: 0, misses: 0 } : unknown;
}

/** The provinces and districts of that name in one's areas. */
function named(person: Person, text: string): readonly ChoiceRow[] {
  return areasNamed(text, scopesOf(person)).map((area) => ({ id: areaPath(area), name: areaTitle(area) }));
}

const toRow = (area: Scope): ChoiceRow => ({ id: areaPath(area), name: said(areaName(area)) });
