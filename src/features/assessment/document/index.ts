import type { DocumentKind } from '../../../kernel/document/kind.ts';
import { wordingId } from '../../../kernel/form/wording.ts';
import { t } from '../../../kernel/reply.ts';
import { answeredLetter, centerReports } from '../../../kernel/report/centerReports.ts';
import { fieldOfReport } from '../../../kernel/report/paper.ts';
import { standingRevision } from '../../../programme/report/stage.ts';
import { assessmentCases } from '../cases.ts';
import { seeLevel } from '../deeds.ts';
import { scoredForm } from '../versions.ts';
import { assessmentList } from './list.ts';
import { assessmentPaper } from './paper.ts';
import { recordOf } from './record.ts';

const named = ['total', 'percent', 'level', 'improve', 'opinion', 'together', 'plan', 'general'] as const;

/** The assessments of an area's centers on the form of their year, the official one of each center. */
export const assessmentDocument: DocumentKind = {
  id: 'assessment',
  name: t('assessment:paper.name'),
  fieldName: fieldOfReport(([first, second]) => {
    if (first === 'points') return t('assessment:paper.field.points', { n: second ?? '' });
    const name = named.find((one) => one === first);
    return name && t(`assessment:paper.field.${name}`);
  }),
  deeds: [seeLevel],
  read: async (source, asked) => {
    const { store, forms } = source;
    const { reports, newest } = await centerReports(assessmentCases(store), source, asked, standingRevision);
    const [first] = reports;
    if (!first) return undefined;
    const ids = [...new Set(reports.map((report) => wordingId(report.case.form)))];
    const [rules, ...wordings] = await Promise.all([
      store.deadlines.rules(asked.year),
      ...ids.map((id) => store.wordings.read(id)),
    ]);
    const made = reports.map((report) => ({
      form: report.case.form,
      record: recordOf(report.case, report.revision, report.center),
    }));
    const records = made.map(({ record }) => record);
    return {
      newest,
      record: { document: 'assessment', year: asked.year, reports: records },
      papers: () =>
        made.map(({ form, record }) => {
          const wording = wordings[ids.indexOf(wordingId(form))];
          const letter = answeredLetter(rules, 'assessment', asked.year, record.general);
          return assessmentPaper({ record, form: scoredForm(forms, form), wording, letter });
        }),
      list: () => assessmentList(scoredForm(forms, first.case.form), records),
    };
  },
};
