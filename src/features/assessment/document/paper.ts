import {
  column,
  emptyCell,
  numberCell,
  type Paper,
  type PaperBlock,
  type PaperCell,
  type PaperField,
  type PaperPart,
  type PaperRow,
  textCell,
} from '../../../kernel/document/paper.ts';
import type { Wording } from '../../../kernel/form/wording.ts';
import { foundingText } from '../../../kernel/foundingText.ts';
import { said, type Text, t } from '../../../kernel/reply.ts';
import { paperSignatures, positionText } from '../../../kernel/report/paper.ts';
import { parseIsoDate } from '../../../programme/calendar/calendar.ts';
import { chairStep } from '../../../programme/report/signSteps.ts';
import type { ScoredForm } from '../forms/assessmentForm.ts';
import { indicatorStep } from '../forms/assessmentForm.ts';
import { indicatorsOf } from '../rules/assessment.ts';
import { assessmentRules } from '../rules/assessmentCase.ts';
import type { AssessmentRecord } from './record.ts';

export type PaperOf = {
  readonly record: AssessmentRecord;
  readonly form: ScoredForm;
  /** The form's own sentences, where the department had them loaded. */
  readonly wording: Wording | undefined;
  /** What it answers. */
  readonly letter: Text | undefined;
};

/** The assessment of a center as the form of its year has it, parts 1 to 6. */
export function assessmentPaper(of: PaperOf): Paper {
  const { record, letter } = of;
  const { name, moo, subdistrict, district, province } = record.general;
  return {
    title: [
      text(of, 'title'),
      t('assessment:paper.center', { center: said(name) }),
      t('assessment:place', { moo, subdistrict, district, province }),
      t('report:paper.year', { year: record.year }),
    ],
    remarks: [...(letter ? [letter] : []), wordingRemark(of)],
    parts: [
      generalPart(of),
      criteriaPart(of),
      summaryPart(of),
      opinionsPart(of),
      planPart(of),
      signaturesPart(of),
    ],
    names: namesIn(record),
  };
}

const text = ({ form: { id, version } }: PaperOf, key: string): Text =>
  t(`forms:${id}.${version}.paper.${key}`);

/** A printed sentence is the form's own only where all of them are. */
const wordingRemark = ({ form, wording }: PaperOf): Text => {
  const given = indicatorsOf(form.scoring).flatMap((n) =>
    [1, 2, 3].filter((points) => officialText(wording, n, points)),
  );
  if (given.length === 0) return t('assessment:paper.paraphrased');
  return given.length === indicatorsOf(form.scoring).length * 3
    ? t('assessment:paper.official')
    : t('assessment:paper.partlyOfficial');
};

const officialText = (wording: Wording | undefined, indicator: number, points: number): string | undefined =>
  wording?.items[String(indicator)]?.find(({ answer }) => answer === String(points))?.text;

const namesIn = ({ general, signatures }: AssessmentRecord): readonly string[] => [
  ...[general.name, general.subdistrict, general.district, general.province, general.chairName ?? ''],
  ...signatures.map(({ name }) => name),
];

const field = (label: Text, value: Text | undefined): PaperField => ({ label, ...(value && { value }) });
const words = (value: string | null): Text | undefined => (value === null ? undefined : said(value));

function generalPart(of: PaperOf): PaperPart {
  const { general } = of.record;
  const { founded, committeeSize, divisions, memberFunds } = general;
  return {
    heading: text(of, 'part1'),
    blocks: [
      {
        kind: 'fields',
        fields: [field(t('assessment:paper.founded'), founded === null ? undefined : foundedText(founded))],
      },
      {
        kind: 'fields',
        fields: [
          field(t('assessment:paper.chair'), words(general.chairName)),
          field(t('assessment:paper.phone'), words(general.chairPhone)),
        ],
      },
      {
        kind: 'fields',
        fields: [
          field(
            t('assessment:paper.committee'),
            committeeSize === null ? undefined : t('assessment:paper.people', { count: committeeSize }),
          ),
        ],
      },
      ...listed(t('assessment:paper.divisions'), divisions),
      {
        kind: 'fields',
        fields: [
          field(t('assessment:paper.members'), t('assessment:paper.groups', { count: memberFunds.length })),
        ],
      },
      ...listed(t('assessment:paper.funds'), memberFunds),
    ],
  };
}

function foundedText(founded: string): Text {
  const date = parseIsoDate(founded);
  return date ? t('common:fullDate', { date: { fullDate: date } }) : foundingText(founded);
}

const listed = (label: Text, items: readonly string[]): readonly PaperBlock[] =>
  items.length === 0
    ? [{ kind: 'fields', fields: [{ label }] }]
    : [
        { kind: 'line', text: label },
        ...items.map(
          (item, at): PaperBlock => ({
            kind: 'line',
            text: t('assessment:paper.item', { n: at + 1, item: said(item) }),
          }),
        ),
      ];

/** Part 2: every indicator with its three descriptions, the one that was given ticked. */
function criteriaPart(of: PaperOf): PaperPart {
  const { record, form, wording } = of;
  const box = (n: number, points: number): PaperCell => ({
    kind: 'box',
    ticked: record.points[n] === points,
    text: descriptionOf(of, wording, n, points),
  });
  return {
    heading: text(of, 'part2'),
    blocks: [
      {
        kind: 'table',
        columns: [
          column(t('assessment:paper.no')),
          column(t('assessment:paper.indicator'), 3),
          ...[1, 2, 3].map((points) => column(t('common:points', { points }), 4)),
          column(t('assessment:paper.pointsGiven')),
        ],
        rows: [
          ...byAspect(
            of,
            (n): PaperRow => ({
              cells: [
                numberCell(n),
                textCell(titleOf(form, n)),
                ...[1, 2, 3].map((points) => box(n, points)),
                pointsCell(record, n),
              ],
            }),
          ),
          ...closingRows(of, 5),
        ],
      },
    ],
  };
}

function descriptionOf({ form }: PaperOf, wording: Wording | undefined, n: number, points: number): Text {
  const official = officialText(wording, n, points);
  return official === undefined
    ? t(`forms:${form.id}.${form.version}.${indicatorStep(n)}.options.${points}`)
    : said(official);
}

const titleOf = ({ id, version }: ScoredForm, n: number): Text =>
  t(`forms:${id}.${version}.${indicatorStep(n)}.title`);

const pointsCell = ({ points }: AssessmentRecord, n: number): PaperCell => {
  const given = points[n];
  return given === undefined ? emptyCell : numberCell(given);
};

/** The rows of the indicators, each aspect under its name. */
const byAspect = ({ form }: PaperOf, row: (n: number) => PaperRow): readonly PaperRow[] =>
  form.scoring.aspects.flatMap(({ id, numbers }) => [
    {
      kind: 'section' as const,
      cells: [textCell(t(`forms:${form.id}.${form.version}.aspects.${id}`))],
    },
    ...numbers.map(row),
  ]);

/** The total and the level, behind so many cells of their label. */
function closingRows(of: PaperOf, labelled: number): readonly PaperRow[] {
  const { total, level } = of.record;
  const levelName = t(`forms:${of.form.id}.${of.form.version}.levels.${level}`);
  const row = (label: Text, cell: PaperCell): PaperRow => ({
    kind: 'total',
    cells: [textCell(label), ...Array.from({ length: labelled - 1 }, () => emptyCell), cell],
  });
  return [
    row(t('assessment:paper.total'), { kind: 'number', value: total, sums: true }),
    row(t('assessment:paper.result'), textCell(t('assessment:paper.level', { level, name: levelName }))),
  ];
}

/** Part 3: the points of part 2 in short. */
function summaryPart(of: PaperOf): PaperPart {
  const { record, form } = of;
  return {
    heading: text(of, 'part3'),
    blocks: [
      {
        kind: 'table',
        columns: [
          column(t('assessment:paper.indicator'), 6),
          ...[1, 2, 3].map((points) => column(t('common:points', { points }), 1)),
          column(t('assessment:paper.points'), 1),
        ],
        rows: [
          ...indicatorsOf(form.scoring).map(
            (n): PaperRow => ({
              cells: [
                textCell(t('assessment:paper.numbered', { n, title: titleOf(form, n) })),
                ...[1, 2, 3].map(
                  (points): PaperCell => ({ kind: 'box', ticked: record.points[n] === points }),
                ),
                pointsCell(record, n),
              ],
            }),
          ),
          ...closingRows(of, 4),
        ],
      },
      {
        kind: 'line',
        text: t('assessment:paper.percent', { percent: record.percent.toFixed(1) }),
      },
    ],
  };
}

/** Part 4. */
const opinionsPart = (of: PaperOf): PaperPart => ({
  heading: text(of, 'part4'),
  blocks: (['improve', 'opinion', 'together'] as const).map((key) => ({
    kind: 'fields',
    fields: [field(t(`assessment:paper.${key}`), words(of.record[key]))],
  })),
});

/** Part 5: the paper has a heading alone; the table is ours. */
const planPart = (of: PaperOf): PaperPart => ({
  heading: text(of, 'part5'),
  blocks: [
    {
      kind: 'table',
      columns: [
        column(t('assessment:paper.no')),
        column(t('assessment:paper.indicator'), 3),
        column(t('assessment:paper.aim'), 5),
        column(t('assessment:paper.who'), 2),
        column(t('assessment:paper.by'), 2),
      ],
      rows: of.record.plan.map(({ indicator, aim, who, by }): PaperRow => {
        const date = parseIsoDate(by);
        return {
          cells: [
            indicator === null ? emptyCell : numberCell(indicator),
            indicator === null ? textCell(t('assessment:paper.keep')) : textCell(titleOf(of.form, indicator)),
            textCell(said(aim)),
            textCell(said(who)),
            date ? { kind: 'date', date } : textCell(said(by)),
          ],
        };
      }),
    },
  ],
});

/** Part 6: who signed what, each in the place that the form has for it. */
function signaturesPart(of: PaperOf): PaperPart {
  const { record } = of;
  const assessor = {
    as: t('assessment:paper.assessor'),
    position: t('report:paper.officer', { district: record.general.district }),
  };
  const signatures = paperSignatures(record, assessmentRules.chain, assessor, (id) => ({
    as: t(`assessment:paper.signs.${id === chairStep.id ? 'assessed' : 'certifier'}`),
    position: positionText(id),
  }));
  return { heading: text(of, 'part6'), blocks: [{ kind: 'signatures', signatures }] };
}
