import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';

/** The rules of `.dependency-cruiser.cjs` and what they say of the `src` beside a folder's `package.json`. */
export type Cruise = {
  /** Files and packages that were seen, so that nothing passes by being overlooked. */
  readonly seen: number;
  readonly violations: readonly Violation[];
};
export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

const config = new URL('../../.dependency-cruiser.cjs', import.meta.url).pathname;

export async function cruiseSources(root: string): Promise<Cruise> {
  const options = await extractOptions(config);
  const { output } = await cruise(['src'], { ...options, baseDir: root, validate: true });
  if (typeof output === 'string') throw new Error('the cruise was to answer with data');
  return readCruise(output);
}

function readCruise({ summary, modules }: ICruiseResult): Cruise {
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { seen: modules.filter(({ source }) => source.startsWith('src/')).length, violations };
}

/** With a TypeScript that it does not know, dependency-cruiser sees no file and finds nothing wrong. */
const fewest = 100;

/** What is wrong with the sources, or with the look that was taken at them. */
export function complaintsOf({ seen, violations }: Cruise): readonly string[] {
  const wrong = violations.map(({ rule, from, to }) => `${rule}: ${from} imports ${to}`);
  return seen > fewest ? wrong : [...wrong, `only ${seen} files of src were seen, so the rules say nothing`];
}

export async function ruleNames(): Promise<readonly string[]> {
  const { ruleSet } = await extractOptions(config);
  const { forbidden = [] }: IFlattenedRuleSet = ruleSet ?? {};
  return forbidden.map(({ name }) => name ?? 'unnamed');
}
