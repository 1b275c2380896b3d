import type { DocumentAsked, DocumentKind, DocumentSource } from '../../../kernel/document/kind.ts';
import { answersText, newestRevisions } from '../../../kernel/report/paper.ts';
import { ruleFor } from '../../../programme/deadline/dueFor.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import { unitId } from '../../../programme/report/unit.ts';
import { roundCases } from '../cases.ts';
import { seeHouseholdCounts, seeHouseholds } from '../deeds.ts';
import { roundRules } from '../rules/round.ts';
import type { RoundNo } from '../rules/roundRow.ts';
import { roundList } from './list.ts';
import { roundPaper } from './paper.ts';
import { type RoundRecord, roundJson, roundRecord } from './record.ts';

/** The reports of a round of an area's centers. */
const roundDocument = (round: RoundNo): DocumentKind => ({
  id: roundRules[round].id,
  deeds: [seeHouseholds, seeHouseholdCounts],
  namesBy: seeHouseholds,
  read: async (source, asked) => {
    const { records, newest } = await readRecords(round, source, asked);
    if (records.length === 0) return undefined;
    const rules = await source.store.deadlines.rules(asked.year);
    const letter = ({ center: { province, district } }: RoundRecord) => {
      const area = { kind: 'district', province, district } as const;
      const rule = ruleFor(rules, roundRules[round].id, { year: asked.year }, area);
      return rule?.letter && answersText(rule.letter);
    };
    return {
      newest,
      record: roundJson(round, asked.year, records),
      papers: records.map((record) => roundPaper(round, record, letter(record))),
      list: roundList(round, records),
    };
  },
});

export const roundDocuments: readonly DocumentKind[] = [roundDocument(1), roundDocument(2)];

type Newest = ReturnType<typeof newestRevisions>;

async function readRecords(
  round: RoundNo,
  { store }: DocumentSource,
  { area, year, names, revisions }: DocumentAsked,
): Promise<{ readonly records: readonly RoundRecord[]; readonly newest: Newest }> {
  const [cases, centers] = await Promise.all([
    roundCases(store, round).within([area], [year]),
    store.centers.within([area]),
  ]);
  const records = centers
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((center) => {
      const found = cases.find(({ unit }) => unitId(unit) === center.id);
      if (!found) return [];
      const asked = found.revisions.find(({ no }) => no === revisions?.[found.id]);
      const revision = asked ?? newestRevision(found);
      return revision ? [roundRecord(found, revision, center, names)] : [];
    });
  return { records, newest: newestRevisions(cases) };
}
