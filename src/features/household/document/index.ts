import type { DocumentKind } from '../../../kernel/document/kind.ts';
import { t } from '../../../kernel/reply.ts';
import { answeredLetter, centerReports } from '../../../kernel/report/centerReports.ts';
import { fieldOfReport } from '../../../kernel/report/paper.ts';
import { newestRevision } from '../../../programme/report/stage.ts';
import { roundCases } from '../cases.ts';
import { seeHouseholdCounts, seeHouseholds } from '../deeds.ts';
import { roundRules } from '../rules/round.ts';
import type { RoundNo } from '../rules/roundRow.ts';
import { roundList } from './list.ts';
import { roundPaper } from './paper.ts';
import { roundJson, roundRecord } from './record.ts';

/** The reports of a round of an area's centers. */
const roundDocument = (round: RoundNo): DocumentKind => ({
  id: roundRules[round].id,
  name: t(`household:paper.name${round}`),
  fieldName: fieldOfReport(([first]) =>
    first === 'households' || first === 'declined' ? t(`household:paper.field.${first}`) : undefined,
  ),
  deeds: [seeHouseholds, seeHouseholdCounts],
  namesBy: seeHouseholds,
  read: async (source, asked) => {
    const { store } = source;
    const { year, names } = asked;
    const { reports, newest } = await centerReports(roundCases(store, round), source, asked, newestRevision);
    if (reports.length === 0) return undefined;
    const rules = await store.deadlines.rules(year);
    const records = reports.map((one) => roundRecord(one.case, one.revision, one.center, names));
    return {
      newest,
      record: roundJson(round, year, records),
      papers: () =>
        records.map((record) => {
          const letter = answeredLetter(rules, roundRules[round].id, year, record.center);
          return roundPaper(round, record, letter);
        }),
      list: () => roundList(round, records),
    };
  },
});

export const roundDocuments: readonly DocumentKind[] = [roundDocument(1), roundDocument(2)];
