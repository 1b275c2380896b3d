import type { Due } from '../../../src/kernel/due.ts';
import { reportOfUnits } from '../../../src/kernel/duty/kind.ts';
import { said, t } from '../../../src/kernel/reply.ts';
import type { ReportKind } from '../../../src/kernel/report/kind.ts';
import type { ReportCase } from '../../../src/programme/report/case.ts';
import { rowOf } from '../../../src/programme/report/row.ts';
import type { ReportRules } from '../../../src/programme/report/rules.ts';
import { newestRevision } from '../../../src/programme/report/stage.ts';
import { unitId } from '../../../src/programme/report/unit.ts';
import { certify, checkVillages } from './deeds.ts';
import { villagesIn, villageWith } from './villages.ts';

export type VillageReport = {
  readonly funds: number;
  readonly members: number;
  readonly leader: string;
};
export type VillageCase = ReportCase<VillageReport>;

export const villageRules: ReportRules<VillageReport> = {
  id: 'villageCheck',
  form: 'village-check',
  unit: 'village',
  every: 'quarter',
  chain: [
    { id: 'district', role: 'districtHead', act: 'certify' },
    { id: 'province', role: 'provinceHead', act: 'certify' },
  ],
  supplements: false,
  says: (report) => report,
  figures: { villageFunds: ({ funds }) => funds, villageMembers: ({ members }) => members },
};

export const villageKind: ReportKind<VillageReport> = {
  rules: villageRules,
  counts: (record) => {
    const content = newestRevision(record)?.content;
    const figures = content ? { villageFunds: content.funds, villageMembers: content.members } : {};
    return [
      { unit: record.unit, source: record.id, rev: record.rev, figures, row: rowOf(record, villageRules) },
    ];
  },
  seenBy: [checkVillages, certify],
  readBy: [checkVillages, certify],
  received: ({ unit }, { content: { funds, members } }) => ({
    what: t('due:villageCheck'),
    about: { label: t('villageCheck:village'), name: said(villageWith(unitId(unit))?.name ?? '') },
    result: t('villageCheck:counted', { funds, members }),
  }),
  signed: (_record, { content: { leader } }) => [
    { kind: 'fact', label: t('villageCheck:village'), value: said(leader) },
  ],
  photos: () => [],
};

export const villageDue: Due = {
  id: 'villageCheck',
  place: 75,
  from: 'district',
  every: 'quarter',
  duty: reportOfUnits({
    rules: villageRules,
    unitsIn: async (_store, areas) =>
      villagesIn(areas).map(({ unit, name }) => ({ unit, name, figures: {} })),
    missing: ({ state }) => t('villageCheck:missing', { answered: state.answered }),
    start: ({ unit, part = 1 }) => ({
      kind: 'act',
      flow: 'villageCheck',
      act: 'choose',
      value: `${unitId(unit)}|${part}`,
    }),
  }),
};
