import type { DocumentAsked, DocumentKind, DocumentSource } from '../../../kernel/document/kind.ts';
import { wordingId } from '../../../kernel/form/wording.ts';
import type { Text } from '../../../kernel/reply.ts';
import { answersText, newestRevisions } from '../../../kernel/report/paper.ts';
import type { Center } from '../../../programme/center/center.ts';
import { ruleFor } from '../../../programme/deadline/dueFor.ts';
import type { Revision } from '../../../programme/report/revision.ts';
import { assessmentCases } from '../cases.ts';
import { seeLevel } from '../deeds.ts';
import type { AssessmentCase, AssessmentReport } from '../rules/assessmentCase.ts';
import { officialReport } from '../rules/newestReport.ts';
import { scoredForm } from '../versions.ts';
import { assessmentList } from './list.ts';
import { assessmentPaper } from './paper.ts';
import { type AssessmentRecord, recordOf } from './record.ts';

/** The assessments of an area's centers on the form of their year, the official one of each center. */
export const assessmentDocument: DocumentKind = {
  id: 'assessment',
  deeds: [seeLevel],
  read: async (source, asked) => {
    const { records, newest } = await readRecords(source, asked);
    const [first] = records;
    if (!first) return undefined;
    const rules = await source.store.deadlines.rules(asked.year);
    const papers = await Promise.all(
      records.map(async (record) => {
        const form = formOf(source, record);
        const wording = await source.store.wordings.read(wordingId(form));
        return assessmentPaper({ record, form, wording, letter: letterFor(rules, record, asked) });
      }),
    );
    return {
      newest,
      record: { document: 'assessment', year: asked.year, reports: records },
      papers,
      list: assessmentList(formOf(source, first), records),
    };
  },
};

async function readRecords(
  { store }: DocumentSource,
  { area, year, revisions }: DocumentAsked,
): Promise<{ readonly records: readonly AssessmentRecord[]; readonly newest: Newest }> {
  const [cases, centers] = await Promise.all([
    assessmentCases(store).within([area], [year]),
    store.centers.within([area]),
  ]);
  const records = centers
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((center) => {
      const found = meant(cases, center, year, revisions);
      return found ? [recordOf(found.case, found.revision, center)] : [];
    });
  return { records, newest: newestRevisions(cases) };
}

type Newest = ReturnType<typeof newestRevisions>;

/** The revision that was asked for, else the official report. */
function meant(
  cases: readonly AssessmentCase[],
  { id }: Center,
  year: DocumentAsked['year'],
  revisions: DocumentAsked['revisions'],
): { readonly case: AssessmentCase; readonly revision: Revision<AssessmentReport> } | undefined {
  const official = officialReport(cases, id, year);
  const no = official && revisions?.[official.case.id];
  const asked = official?.case.revisions.find((one) => one.no === no);
  return official && asked ? { case: official.case, revision: asked } : official;
}

function formOf({ forms }: DocumentSource, { form }: AssessmentRecord) {
  const [id = '', version] = form.split('@');
  return scoredForm(forms, { id, version: Number(version) });
}

/** The letter that set the date by which the assessment was due. */
function letterFor(
  rules: Parameters<typeof ruleFor>[0],
  { general: { province, district } }: AssessmentRecord,
  { year }: DocumentAsked,
): Text | undefined {
  const rule = ruleFor(rules, 'assessment', { year }, { kind: 'district', province, district });
  return rule?.letter && answersText(rule.letter);
}
