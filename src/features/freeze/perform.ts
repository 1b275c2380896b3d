import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Parts, Performers } from '../../kernel/effects.ts';
import type { Notice } from '../../kernel/notice.ts';
import { covers } from '../../programme/area/areas.ts';
import { capacities, reportingRoles } from '../../programme/people/actor.ts';
import {
  decideFreeze,
  type FreezableArea,
  type FreezeIntent,
  type FreezeOutcome,
  freezeId,
  newAreaFreeze,
} from '../../programme/report/freeze.ts';
import { freezeReports } from './deeds.ts';

type Work = Required<Pick<Performers, 'freezeReports' | 'liftFreeze'>>;
type Wanted = FreezeIntent extends infer I ? (I extends FreezeIntent ? Omit<I, keyof Acting> : never) : never;
type Acting = Pick<FreezeIntent, 'id' | 'by' | 'name' | 'at' | 'capacity'>;

/** What an area decides about its freeze, and who is told: each who works with its reports, once. */
export function createFreezeWork({ store }: Pick<Parts, 'store'>): Work {
  return {
    freezeReports: (job, { area, from, until, reason }) =>
      settle(job, area, { kind: 'freeze', from, until, reason }),
    liftFreeze: (job, { area }) => settle(job, area, { kind: 'lift' }),
  };

  async function settle(job: Job, area: FreezableArea, wanted: Wanted): Promise<Done> {
    const { id, by, at } = job;
    const [as] = capacities(by.bindings, freezeReports).filter(({ scope }) => covers(scope, area));
    const capacity = as && { role: as.role, scope: as.scope };
    const acting = { id, by: by.id, name: by.name ?? '', at, ...(capacity && { capacity }) };
    const decided = await decideShared(store.freezes, freezeId(area), (present) =>
      decideFreeze(present ?? newAreaFreeze(area), { ...acting, ...wanted }),
    );
    if (!decided) throw new Error('an area always decides about its freeze');
    const { outcome: result } = decided;
    const notice = noticeOf(area, result, acting.name);
    const people = notice ? await concerned(area) : [];
    const told = people.filter((person) => person !== by.id);
    return {
      outcome: {
        of: wanted.kind === 'lift' ? 'liftFreeze' : 'freezeReports',
        area,
        result,
        told: told.length,
      },
      notices: notice ? told.map((to) => ({ to, notice })) : [],
    };
  }

  /** The people of the area, and of the province around a district those who work in it. */
  async function concerned(area: FreezableArea) {
    const [within, provincial] = await Promise.all([
      store.persons.holding(reportingRoles, area),
      area.kind === 'district'
        ? store.persons.holding(['province', 'director', 'provinceHead'], {
            ...{ kind: 'province', province: area.province },
          })
        : [],
    ]);
    return [...new Set([...within, ...provincial])];
  }
}

function noticeOf(area: FreezableArea, result: FreezeOutcome, by: string): Notice | undefined {
  if (result.kind === 'set') return { kind: 'reportsFrozen', area, freeze: result.freeze };
  return result.kind === 'lifted' ? { kind: 'freezeLifted', area, by } : undefined;
}
