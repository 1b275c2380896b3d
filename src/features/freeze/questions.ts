import type { LeafStep } from '../../engine/form.ts';
import type { Json } from '../../engine/ids.ts';
import { areasBelow, areasNamed } from '../../kernel/area/named.ts';
import { areaAt, areaPath } from '../../kernel/area/path.ts';
import { areaName, areaTitle } from '../../kernel/area/text.ts';
import { oneOf } from '../../kernel/ask/oneOf.ts';
import type { Question } from '../../kernel/ask/question.ts';
import { stepValues } from '../../kernel/ask/stepValues.ts';
import { typedValue } from '../../kernel/ask/typedValue.ts';
import { yesNo } from '../../kernel/ask/yesNo.ts';
import type { Context } from '../../kernel/flow.ts';
import type { Person } from '../../kernel/person.ts';
import { said, t } from '../../kernel/reply.ts';
import { covers } from '../../programme/area/areas.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { areasFor } from '../../programme/people/actor.ts';
import type { FreezableArea } from '../../programme/report/freeze.ts';
import { freezeReports } from './deeds.ts';

/** Letters of a reason. */
const longestReason = 500;

/** A freeze as far as it is known. */
export type Wanted = {
  readonly area: FreezableArea;
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly reason: string;
};

/** The area of a path, where this person may freeze it. */
export function freezableAt({ bindings }: Person, path: string | undefined): FreezableArea | undefined {
  const area = areaAt(path);
  if (area?.kind !== 'province' && area?.kind !== 'district') return undefined;
  return areasFor(bindings, freezeReports).some((scope) => covers(scope, area)) ? area : undefined;
}

/** One's own province and its districts; of the department the provinces. */
export function whichArea({ bindings }: Person, { wordings }: Context): Question<string> {
  const own = areasFor(bindings, freezeReports);
  const areas = own.flatMap((scope) => (scope.kind === 'nation' ? [] : [scope]));
  return oneOf({
    ...{ flow: 'freeze', act: 'area', heading: t('freeze:whichArea'), wordings },
    rows: [...areas, ...own.flatMap(areasBelow)].map((area) => ({
      id: areaPath(area),
      name: area.kind === 'district' ? said(areaName(area)) : areaTitle(area),
    })),
    // Its name with or without the title in front.
    alsoMeant: (text) => areasNamed(text, own).map(areaPath),
  });
}

export const fromWhen = (area: FreezableArea, context: Context): Question<Json> =>
  typedValue({
    ...{ flow: 'freeze', act: 'from', of: areaPath(area), keep: { back: 'add' } },
    text: [t('freeze:fromWhen', { area: areaTitle(area) })],
    values: stepValues({ ...day, id: 'from' }, sayDay, context),
  });

export const untilWhen = (area: FreezableArea, from: IsoDate, context: Context): Question<Json> =>
  typedValue({
    ...{ flow: 'freeze', act: 'until', of: `${areaPath(area)} ${from}` },
    keep: { back: `area ${areaPath(area)}` },
    text: [t('freeze:untilWhen', { from: { date: from } })],
    values: stepValues({ ...day, id: 'until', from }, sayDay, context),
  });

export const why = ({ area, from, until }: Omit<Wanted, 'reason'>, context: Context): Question<Json> =>
  typedValue({
    ...{ flow: 'freeze', act: 'reason', of: `${areaPath(area)} ${from} ${until}` },
    keep: { back: `from ${areaPath(area)} ${from}` },
    text: [t('freeze:why')],
    values: stepValues(reasonStep, (reason) => said(String(reason)), context),
  });

/** Asks once, with how many reports it concerns. */
export const whether = ({ area, from, until, reason }: Wanted, count: number): Question<boolean> =>
  yesNo({
    ...{ flow: 'freeze', act: 'confirm', of: `${areaPath(area)} ${from} ${until}`, keep: { reason } },
    lead: [t('freeze:concerns', { count, area: areaTitle(area) }), t('freeze:allAreTold')],
    text: t('freeze:ask', {
      ...{ area: areaTitle(area), from: { date: from }, until: { date: until } },
      reason: said(reason),
    }),
    ...{ yes: t('common:confirm'), no: t('common:no') },
  });

export const whetherToLift = (area: FreezableArea): Question<boolean> =>
  yesNo({
    ...{ flow: 'freeze', act: 'liftYes', of: areaPath(area) },
    text: t('freeze:askLift', { area: areaTitle(area) }),
    ...{ yes: t('common:yes'), no: t('common:no') },
  });

const day = { part: 'freeze', kind: 'date', only: 'future', yearsAhead: 1 } as const;

const reasonStep: LeafStep = { id: 'reason', part: 'freeze', kind: 'text', max: longestReason };

const sayDay = (date: Json) => t('common:date', { date: { date: String(date) as IsoDate } });
