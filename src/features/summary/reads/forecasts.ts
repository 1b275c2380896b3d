import { scopeOfCenter } from '../../../kernel/area/scopeOfCenter.ts';
import { readSituation } from '../../../kernel/duty/readDuties.ts';
import type { SituationStore } from '../../../kernel/duty/situationStore.ts';
import type { Forms } from '../../../kernel/forms.ts';
import type { Person } from '../../../kernel/person.ts';
import { readPeople } from '../../../kernel/readPeople.ts';
import type { Readers } from '../../../kernel/reads.ts';
import { rememberLast } from '../../../kernel/rememberLast.ts';
import type { Scope } from '../../../programme/area/areas.ts';
import { covers, scopeKey } from '../../../programme/area/areas.ts';
import { addDays, bangkokDate } from '../../../programme/calendar/calendar.ts';
import { isClosedDay } from '../../../programme/calendar/closedDays.ts';
import type { CenterRow } from '../../../programme/center/record.ts';
import { dueFor } from '../../../programme/deadline/dueFor.ts';
import type { Situation } from '../../../programme/duty/situation.ts';
import { forecast } from '../../../programme/forecast/forecast.ts';
import { shortestListToRemind } from '../../../programme/forecast/remind.ts';
import type { OwedReport, ReportRound } from '../../../programme/forecast/round.ts';
import type { IsoDate } from '../../../programme/ids.ts';
import type { CaseRow } from '../../../programme/report/row.ts';
import { unitId } from '../../../programme/report/unit.ts';
import { indicatorsAsked } from '../../assessment/index.ts';
import type { AreaForecast } from '../found.ts';

/** A round is taken to have begun so many days before its date, where nothing was done before. */
const usualRound = 60;
/** Of fewer centers, or days on which something was done, nothing can be foretold. */
const fewestCenters = 5;
const fewestPastDays = 2;

export function forecastReaders({
  store,
  forms,
}: {
  readonly store: SituationStore;
  readonly forms: Forms;
}): Pick<Readers, 'forecastsOf'> {
  const ofNation = rememberLast(forecastOf);
  return {
    forecastsOf: async (_asker, areas, year, today) => {
      const years = store.years.list();
      const found = await Promise.all(
        areas.map(async (area) => {
          const isNation = area.kind === 'nation';
          const [situation, officers, staffed] = await Promise.all([
            readSituation(store, [area], { year, today }),
            isNation ? [] : officersIn(store, area),
            store.persons.areasOf('officer', area.kind === 'center' ? districtOf(area) : area),
          ]);
          const questions = indicatorsAsked(forms, await years, year);
          return (isNation ? ofNation : forecastOf)(area, situation, officers, { today, questions, staffed });
        }),
      );
      return found.flatMap((one) => one ?? []);
    },
  };
}

type Known = Pick<ReportRound, 'today' | 'questions'> & {
  /** The districts with a registered officer. */
  readonly staffed: readonly Scope[];
};

/**
 * How far the assessments of an area will be on their due date, and whom to remind; nothing without a date or once it
 * is over. What nobody is registered for is not counted on. In the nation, of whose officers none is given, it is left
 * to the provinces whom they remind.
 */
function forecastOf(
  area: Scope,
  { year, centers, rules, units, answered }: Situation,
  officers: readonly Person[],
  { today, questions, staffed }: Known,
): AreaForecast | undefined {
  const due = dueFor(rules, 'assessment', { year }, area);
  if (due === undefined || today > due || centers.length === 0) return undefined;
  const rows = new Map(
    units.map((one) => [unitId(one.unit), one.rows.find(({ kind }) => kind === 'assessment')]),
  );
  const seats = new Set(staffed.map(scopeKey));
  const isVacant = (center: CenterRow): boolean => {
    const row = rows.get(center.id);
    return !row?.firstAt && !row?.holder && !seats.has(scopeKey(districtOf(center)));
  };
  const vacant = new Map(
    centers.filter(isVacant).map((center) => [scopeKey(districtOf(center)), districtOf(center)]),
  );
  const possible = centers.filter((center) => !isVacant(center));
  const reports = possible.map((center): OwedReport => {
    const row = rows.get(center.id);
    const officer = officerOf(center, row, officers);
    return {
      center: center.id,
      answered: (row?.holder && answered.get(row.holder.draft)) ?? 0,
      ...(officer && { officer: { id: officer.id, name: officer.name ?? '' } }),
      ...(row?.firstAt && { doneOn: bangkokDate(row.firstAt) }),
    };
  });
  const first = reports.reduce<IsoDate | undefined>(
    (least, { doneOn }) => (doneOn && (!least || doneOn < least) ? doneOn : least),
    undefined,
  );
  const usual = addDays(due, -usualRound);
  const opened = first !== undefined && first < usual ? first : usual;
  const round: ReportRound = { opened, due, today, questions, reports };
  const seen = forecast(round, (date) => !isClosedDay(date));
  const { people } = shortestListToRemind(round, seen, 1);
  const { done, expected, low, high } = seen;
  const pastDays = new Set(reports.flatMap(({ doneOn }) => (doneOn && doneOn < today ? [doneOn] : [])));
  const isTellable = centers.length >= fewestCenters && pastDays.size >= fewestPastDays;
  return {
    ...{ area, due, total: centers.length, done, vacant: [...vacant.values()] },
    ...(isTellable && { likely: { expected, low, high } }),
    remind: people.map(({ name, open }) => ({ name, open })),
  };
}

const districtOf = ({ province, district }: Pick<CenterRow, 'province' | 'district'>): Scope => ({
  kind: 'district',
  province,
  district,
});

/** Who blocked the bot cannot be reminded. */
async function officersIn({ persons }: SituationStore, area: Scope): Promise<readonly Person[]> {
  const officers = await readPeople(persons, await persons.holding(['officer'], area));
  return officers.filter(({ away }) => !away);
}

/** Who has the draft in hand, or the first officer of the district by name. */
function officerOf(
  center: CenterRow,
  row: CaseRow | undefined,
  officers: readonly Person[],
): Person | undefined {
  const holder = row?.holder?.person;
  const own = officers.filter(({ bindings }) =>
    bindings.some(({ role, scope }) => role === 'officer' && covers(scope, scopeOfCenter(center))),
  );
  const byName = own.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'th'));
  return own.find(({ id }) => id === holder) ?? byName[0];
}
