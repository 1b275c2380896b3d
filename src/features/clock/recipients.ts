import { readDuties } from '../../kernel/duty/readDuties.ts';
import { everyone, type Tells } from '../../kernel/recipient.ts';
import { bangkokDate } from '../../programme/calendar/calendar.ts';
import { closesOn, closingSummaryDay } from '../../programme/deadline/summaryDays.ts';
import { byProvince } from '../../programme/duty/byProvince.ts';
import { callsAt, callsFor, type DutyCall } from '../../programme/duty/calls.ts';
import { countByKind } from '../../programme/duty/dutyCount.ts';
import { sendClassOf } from '../../programme/duty/urgency.ts';
import { readOpenDueDates } from '../deadline/index.ts';
import { summaryAreas } from './morning.ts';

/** Who owes something, or oversees who does, and is told of it on that day; nobody is read where nothing is owed. */
export const remindedAt: Tells = async ({ store, dues, year }, { at }) => {
  const today = bangkokDate(at);
  const when = { year: await year(), today };
  const calls = callsAt(await readDuties({ store, dues }, [{ kind: 'nation' }], when), at);
  if (calls.length === 0) return [];
  const near = byProvince(calls, ({ duty }) => duty);
  return everyone(store, (person) => {
    const own = callsFor(person, near(person));
    const [first] = own;
    const duties = own.map(({ duty }) => duty);
    const about = countByKind(dues, duties);
    return first && { class: sendClassOf(duties, today), ...dueOf(first), about };
  });
};

const dueOf = ({ duty: { deadline } }: DutyCall) => (deadline ? { due: deadline.due } : {});

/** Who gets summaries. */
export const summarised: Tells = ({ store }) =>
  everyone(store, (person) => (summaryAreas(person).length > 0 ? { class: 'summary' } : undefined));

/** Those in whose area a date of an open year has passed. */
export const closedAt: Tells = async ({ store, dues, year }, { at }) => {
  const today = bangkokDate(at);
  const rules = await readOpenDueDates(store, await year());
  if (!rules.some((rule) => closingSummaryDay(rule) === today)) return [];
  return everyone(store, (person) =>
    summaryAreas(person).some((area) => closesOn(dues, rules, area, today))
      ? { class: 'summary' }
      : undefined,
  );
};
