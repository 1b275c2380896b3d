import { type Text, t } from '../../../kernel/reply.ts';
import { type CenterDebts, type Joined, joinedAs } from '../debts.ts';
import type { BatchWork } from '../intent.ts';
import type { Understood } from '../rules/batch.ts';
import type { MethodKind } from '../rules/method.ts';
import { managingStep } from '../rules/steps.ts';
import { methodName } from '../text/form.ts';

/** The planned methods of a household that a line says is at step 4, where none are told yet. */
function plannedOf({ said, household }: Understood, debts: CenterDebts): Joined | undefined {
  const joined = joinedAs(debts, household);
  const isManaging = said.kind === 'step' && said.step === managingStep;
  return isManaging && joined?.work.plan && joined.work.methods.length === 0 ? joined : undefined;
}

/** A default interest may be waived or relaxed without an amount; every other method changes something that is asked. */
const needsNoMore = (kinds: readonly MethodKind[]): boolean => kinds.every((kind) => kind === 'waiver');

/**
 * The planned methods as they are shown with the lines, once for all households that have the same: which are recorded
 * as done, or that more is asked of them.
 */
export function plannedTexts(lines: readonly Understood[], debts: CenterDebts): readonly Text[] {
  const groups = new Map<
    string,
    { readonly kinds: readonly MethodKind[]; readonly nos: readonly number[] }
  >();
  for (const line of lines) {
    const kinds = plannedOf(line, debts)?.work.plan?.methods;
    const key = kinds?.join() ?? '';
    if (kinds) groups.set(key, { kinds, nos: [...(groups.get(key)?.nos ?? []), line.no] });
  }
  return [...groups.values()].map(({ kinds, nos }) => {
    const params = { nos: nos.join(', '), methods: t('common:list', { items: kinds.map(methodName) }) };
    return t(needsNoMore(kinds) ? 'household:batch.planned' : 'household:batch.plannedMore', params);
  });
}

/** What is kept of the planned methods together with step 4. */
export function plannedWork(line: Understood, debts: CenterDebts): readonly BatchWork[] {
  const joined = plannedOf(line, debts);
  if (!joined?.work.plan || !needsNoMore(joined.work.plan.methods)) return [];
  const { no, household } = line;
  const value = [{ kind: 'waiver' as const }];
  const { rev: based } = joined.household;
  return [{ no, household, work: { kind: 'change', based, changes: [{ field: 'methods', value }] } }];
}
