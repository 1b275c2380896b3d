import { z } from 'zod';

/**
 * A form is plain data that survives JSON. Its texts live in `locales`, under
 * `forms:<id>.<version>.<step id>`; its conditions look back only (see checkForm).
 */

/** The condition language. A form that needs more gets a named derived fact in its flow. */
export type Test =
  | { readonly is: readonly [step: string, value: string | number | boolean] }
  | { readonly atLeast: readonly [step: string, value: number] }
  | { readonly fact: string }
  | { readonly all: readonly Test[] }
  | { readonly any: readonly Test[] }
  | { readonly not: Test };

const stepId = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

const test: z.ZodType<Test> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([stepId, z.union([z.string(), z.number(), z.boolean()])]).readonly() }),
    z.strictObject({ atLeast: z.tuple([stepId, z.number()]).readonly() }),
    z.strictObject({ fact: z.string() }),
    z.strictObject({ all: z.array(test).min(1).readonly() }),
    z.strictObject({ any: z.array(test).min(1).readonly() }),
    z.strictObject({ not: test }),
  ]),
);

const common = {
  id: stepId,
  /** The part of the paper form that the step belongs to. */
  part: stepId,
  /** The step whose texts this one shares; its own id when absent. */
  text: stepId.optional(),
  /** The number in the heading `ข้อ n/m`; only numbered steps have one. */
  number: z.int().positive().optional(),
  when: test.optional(),
  optional: z.literal(true).optional(),
  /** The question on whose card it is asked for; until somebody does it is passed over. */
  beside: stepId.optional(),
  /** Names of the form's definitions that its explanation rests on. */
  definitions: z.array(z.string()).min(1).optional(),
  /** Name of a suggestion that the flow computes, taken with `ใช้คำแนะนำ`. */
  suggest: z.string().optional(),
  /** Questions of one name are asked once where all suggestions are taken. */
  once: z.string().optional(),
};

const leaf = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('text'),
    max: z.int().max(5000),
    /** The name of a person. */
    letters: z.literal(true).optional(),
    /** The names of several, with commas between them; how many there are is none of them. */
    names: z.literal(true).optional(),
    /** Figures alone may answer it, such as a house number or the numbers of a list; elsewhere they are a slip. */
    figures: z.literal(true).optional(),
    /** Its form says itself what `ไม่มี` means to it; elsewhere that is a slip, or passes over the question. */
    none: z.literal(true).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('number'),
    min: z.number(),
    max: z.number(),
    whole: z.literal(true).optional(),
    counts: z.enum(['people', 'contracts', 'percent']).optional(),
  }),
  /** Whole satang. */
  z.strictObject({ ...common, kind: z.literal('money'), min: z.int(), max: z.int() }),
  /** `points` marks a scale: the option's value is its number. */
  z.strictObject({
    ...common,
    kind: z.literal('choice'),
    options: z.array(z.string()).min(2),
    points: z.literal(true).optional(),
    /** Where the options are ranges of how often something happened: the least number of each, rising. */
    timesFrom: z.array(z.int().nonnegative()).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('many'), options: z.array(z.string()).min(2) }),
  z.strictObject({ ...common, kind: z.literal('yesNo') }),
  z.strictObject({
    ...common,
    kind: z.literal('date'),
    /**
     * What happened is dated until today (`past`), what is planned from today on (`future`). A date without a year is
     * the last one or the coming one accordingly.
     */
    only: z.enum(['past', 'future']).optional(),
    /** May lie many years back, so that a day without its year is asked about. */
    anyYear: z.literal(true).optional(),
    /** A year alone answers it as well, kept as `YYYY`. */
    yearAlone: z.literal(true).optional(),
    /** A date without a year is the coming one, though a past one may be told. */
    coming: z.literal(true).optional(),
    /** The first day that is taken. */
    from: z.iso.date().optional(),
    /** How many years after today the last day lies. */
    yearsAhead: z.int().positive().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('phone') }),
  z.strictObject({
    ...common,
    kind: z.literal('photo'),
    /** A document may be sent instead. */
    files: z.literal(true).optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('location') }),
]);

const repeat = z.strictObject({
  ...common,
  kind: z.literal('repeat'),
  steps: z.array(leaf).min(1),
  min: z.int().nonnegative(),
  max: z.int().positive(),
});

const step = z.union([leaf, repeat]);

/** How the points of numbered questions, each a scale up to 3, add up to one of three levels. */
const scoring = z.strictObject({
  /** What is summed apart, each with the numbers of its questions. */
  aspects: z.array(z.strictObject({ id: z.string(), numbers: z.array(z.int().positive()).min(1) })).min(1),
  /** The lowest totals of level 2 and of level 3. */
  levelFrom: z.strictObject({ 2: z.int(), 3: z.int() }),
});

export const formSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  version: z.int(),
  /** The official form's name and date. */
  source: z.string(),
  /** The `m` of the heading `ข้อ n/m`. */
  numbered: z.int().positive().optional(),
  scoring: scoring.optional(),
  steps: z.array(step).min(1),
});

export type Scoring = z.infer<typeof scoring>;
export type Form = z.infer<typeof formSchema>;
export type LeafStep = z.infer<typeof leaf>;
export type DateStep = Extract<LeafStep, { kind: 'date' }>;
export type RepeatStep = z.infer<typeof repeat>;
export type Step = z.infer<typeof step>;
