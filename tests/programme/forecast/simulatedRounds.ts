import { addDays, daysBetween } from '../../../src/programme/calendar/calendar.ts';
import type { ReportRound } from '../../../src/programme/forecast/round.ts';
import type { IsoDate, PersonId } from '../../../src/programme/ids.ts';
import { createDice } from '../../chaos/dice.ts';

/** How the officers of a simulated area go about a round. */
export const behaviours = ['earlySteady', 'deadlineRush', 'remindedWaves'] as const;
export type Behaviour = (typeof behaviours)[number];

type Chance = ReturnType<typeof chanceOf>;

function chanceOf(seed: number) {
  const dice = createDice(seed);
  const uniform = () => (dice(2 ** 30) + 0.5) / 2 ** 30;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  return {
    between: (from: number, to: number) => from + (to - from) * uniform(),
    whole: (from: number, to: number) => from + dice(to - from + 1),
    holds: (share: number) => uniform() < share,
    /** Around 1, with the spread of its logarithm. */
    around: (spread: number) => Math.exp(spread * normal() - (spread * spread) / 2),
  };
}

/** Readiness to finish by day, of which the whole round has about 1; weeks and days are unlike one another. */
function readinessBy(behaviour: Behaviour, days: readonly number[], chance: Chance): readonly number[] {
  const shape = shapeOf(behaviour, days, chance);
  const sum = shape.reduce((so, each) => so + each, 0);
  let week = 1;
  return shape.map((each, day) => {
    if (day % 5 === 0) week = chance.around(0.4);
    return (each * week * chance.around(0.4)) / sum;
  });
}

function shapeOf(behaviour: Behaviour, days: readonly number[], chance: Chance): readonly number[] {
  switch (behaviour) {
    case 'earlySteady': {
      const slowing = chance.between(0.3, 1);
      return days.map((_, day) => 1 + (slowing - 1) * (day / days.length));
    }
    case 'deadlineRush': {
      const within = chance.between(4, 12);
      const base = chance.between(0.02, 0.15);
      return days.map((before) => base + Math.exp(-before / within));
    }
    case 'remindedWaves': {
      const pull = chance.between(4, 12);
      const reminded = [42, 28, 14, 7, 3, 1, 0];
      return days.map((before) => (reminded.some((on) => before <= on && before > on - 3) ? pull : 1));
    }
    default:
      return behaviour satisfies never;
  }
}

export const isWorkingDay = (date: IsoDate): boolean => ![0, 6].includes(new Date(date).getUTCDay());

/** A round that was played to its end. */
export type PlayedRound = {
  /** What is known on a morning, so many days before the due date. */
  readonly seen: (daysBefore: number) => ReportRound;
  readonly doneInTime: number;
};

type Report = {
  readonly officer: number;
  readonly begun: IsoDate;
  readonly done?: IsoDate;
  /** How far the draft of one who never finishes gets. */
  readonly stuck: number;
};

const opened = '2022-01-10' as IsoDate;
const questions = 14;

/** A round of so many centers; the same seed plays the same round. */
export function playRound(behaviour: Behaviour, total: number, seed: number): PlayedRound {
  const chance = chanceOf(seed);
  const due = addDays(opened, chance.whole(50, 110));
  const reports = reportsOf(behaviour, total, due, chance);
  const seen = (daysBefore: number): ReportRound => {
    const today = addDays(due, -daysBefore);
    return {
      opened,
      due,
      today,
      questions,
      reports: reports.map((report, no) => ({
        center: `C${no}`,
        officer: { id: `P${report.officer}` as PersonId, name: `officer ${report.officer}` },
        ...(report.done && report.done < today && { doneOn: report.done }),
        answered: answeredBy(today, report),
      })),
    };
  };
  return { seen, doneInTime: reports.filter(({ done }) => done).length };
}

/** Officers have up to three centers each; some are quicker than others, and laggards do not finish at all. */
function reportsOf(behaviour: Behaviour, total: number, due: IsoDate, chance: Chance): readonly Report[] {
  const dates = Array.from({ length: daysBetween(opened, due) + 1 }, (_, n) => addDays(opened, n)).filter(
    (date) => isWorkingDay(date) || date === due,
  );
  const toGo = dates.map((date) => daysBetween(date, due));
  const readiness = readinessBy(behaviour, toGo, chance);
  const isReminded = behaviour === 'remindedWaves';
  const level = (isReminded ? 2.2 : 2.4) * chance.around(0.35);
  const laggards = isReminded ? chance.between(0.03, 0.3) : 0;
  const reports: Report[] = [];
  for (let officer = 0; reports.length < total; officer += 1) {
    const eager = chance.holds(laggards) ? 0 : chance.around(0.4);
    for (let own = chance.whole(1, 3); own > 0 && reports.length < total; own -= 1) {
      const done = dates.find((_, day) => chance.holds(1 - Math.exp(-level * eager * (readiness[day] ?? 0))));
      const begun = done ? addDays(done, -chance.whole(0, 12)) : addDays(opened, chance.whole(5, 100));
      reports.push({ officer, begun, ...(done && { done }), stuck: chance.whole(1, 10) });
    }
  }
  return reports;
}

function answeredBy(today: IsoDate, { begun, done, stuck }: Report): number {
  if (begun >= today) return 0;
  if (!done) return stuck;
  const share = daysBetween(begun, today) / (daysBetween(begun, done) + 1);
  return Math.floor(questions * Math.min(1, share));
}
