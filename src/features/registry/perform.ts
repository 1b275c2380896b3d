import { decideShared } from '../../kernel/decideShared.ts';
import type { Done, Job, Performers } from '../../kernel/effects.ts';
import { partId } from '../../kernel/intent.ts';
import type { NoticeOf } from '../../kernel/notice.ts';
import { type AroundStore, readAround } from '../../kernel/report/around.ts';
import type { Kept } from '../../kernel/store.ts';
import { type CenterIntent, type CenterRecord, decideCenter } from '../../programme/center/record.ts';
import type { CenterId } from '../../programme/ids.ts';
import { freezeAt, frozenBy } from '../../programme/report/freeze.ts';

type Work = Required<Pick<Performers, 'correctCenter' | 'confirmCenter' | 'confirmCenters' | 'doubtCenter'>>;

/** A center's entry decides on corrections, confirmations and what is said against it. */
export function createRegistryWork(store: Pick<Kept, 'centers' | 'persons'> & AroundStore): Work {
  const { centers, persons } = store;

  /** While its area is frozen an entry is neither corrected nor judged; what was decided before is not undone. */
  async function decide(center: CenterId, intent: CenterIntent) {
    const found = await centers.read(center);
    if (found && !found.outcomes[intent.id]) {
      const { province, district } = found.center;
      const unit = { kind: 'center', province, district, center } as const;
      const freeze = freezeAt((await readAround(store, unit, { chain: [] })).freezes, intent.at);
      if (freeze) return { record: found, outcome: frozenBy(freeze) };
    }
    const decided = await decideShared(
      centers,
      center,
      (present) => present && decideCenter(present, intent),
    );
    if (!decided) throw new Error('an intent names a center that the registry does not hold');
    return decided;
  }

  const acting = ({ id, by, at }: Job) => ({ id, by: by.id, at });

  return {
    correctCenter: async (job, { center, year, correction }) => {
      const intent = { ...acting(job), kind: 'correct', year, corrections: [correction] } as const;
      const { outcome: result } = await decide(center, intent);
      return { outcome: { of: 'correctCenter', center, year, result }, notices: [] };
    },

    confirmCenter: async (job, { center, ...judged }) => {
      const { outcome: result } = await decide(center, { ...judged, ...acting(job), kind: 'confirm' });
      return { outcome: { of: 'confirmCenter', center, year: judged.year, result }, notices: [] };
    },

    confirmCenters: async (job, { year, entries }) => {
      const results = await Promise.all(
        entries.map(async ({ center, ...judged }) => {
          const own = { ...acting(job), id: partId(job.id, center) };
          const { outcome: result } = await decide(center, { ...judged, ...own, kind: 'confirm', year });
          return { center, result };
        }),
      );
      return { outcome: { of: 'confirmCenters', year, results }, notices: [] };
    },

    doubtCenter: async (job, { center, ...judged }) => {
      const { record, outcome: result } = await decide(center, { ...judged, ...acting(job), kind: 'doubt' });
      const notices = result.kind === 'doubted' ? await doubtNotices(job, record, result) : [];
      const { year } = judged;
      return { outcome: { of: 'doubtCenter', center, year, result, told: notices.length }, notices };
    },
  };

  /** It is for the officers of the district to put right. */
  async function doubtNotices(
    { by }: Job,
    { center: { id: center, province, district } }: CenterRecord,
    { year, as }: Pick<NoticeOf<'registryDoubted'>, 'year' | 'as'>,
  ): Promise<Done['notices']> {
    const notice: NoticeOf<'registryDoubted'> = {
      ...{ kind: 'registryDoubted', center, year, as },
      by: by.name ?? '',
    };
    const officers = await persons.holding(['officer'], { kind: 'district', province, district });
    return officers.filter((person) => person !== by.id).map((to) => ({ to, notice }));
  }
}
