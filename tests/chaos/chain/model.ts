/**
 * Where a report is, without a word of the product's own code: what people were told is accepted where some order of
 * it leads there, each thing at an instant between the tap and the answer.
 */
export type Op = {
  readonly did: 'submit' | 'sign' | 'onPaper' | 'return' | 'takeBack' | 'recall';
  readonly by: string;
  readonly receipt?: string;
  readonly sent: number;
  /** When it was told; of what was never told nobody knows whether it happened. */
  readonly told: number;
};

export type Signed = {
  readonly step: string;
  readonly by: string;
  readonly receipt?: string;
  readonly on: number;
};

export type Where = {
  readonly at: 'office' | 'locked' | 'chain';
  readonly revision: number;
  /** What it says, in short. */
  readonly says?: string;
  readonly signed: readonly Signed[];
  /** The step of whoever sent it back. */
  readonly returner?: string;
  /** Who took which step of what went before. */
  readonly earlier: readonly string[];
};

/** What is known of a report besides what was done with it. */
export type Rules = {
  readonly chain: readonly string[];
  /** Whether one that nobody has signed is replaced by another. */
  readonly replaces: boolean;
  readonly says: (receipt: string) => string | undefined;
  /** Whether somebody has the seat of a step, or may have been named for it by then. */
  readonly mayTake: (step: string, op: Op) => boolean;
  readonly maySend: (by: string) => boolean;
};

export const nothingSent: Where = { at: 'office', revision: 0, signed: [], earlier: [] };

export const waitedFor = ({ chain }: Rules, { at, signed }: Where): string | undefined =>
  at === 'chain' ? chain.find((step) => !signed.some((one) => one.step === step)) : undefined;

const tookAnother = ({ earlier, signed }: Where, by: string, step: string): boolean =>
  [...earlier, ...signed.map((one) => `${one.by} ${one.step}`)].some(
    (one) => one.startsWith(`${by} `) && one !== `${by} ${step}`,
  );

/** Where a report is after something was done; nothing where that may not be. */
export function after(rules: Rules, where: Where, op: Op): Where | undefined {
  const step = waitedFor(rules, where);
  switch (op.did) {
    case 'submit':
      return submitted(rules, where, op);
    case 'sign':
    case 'onPaper':
      return step === undefined ? undefined : signed(rules, where, op, step);
    case 'return': {
      if (step === undefined) return undefined;
      const reached = rules.chain.slice(0, rules.chain.indexOf(step) + 1);
      const own = reached.find((one) => rules.mayTake(one, op) && !tookAnother(where, op.by, one));
      return own === undefined ? undefined : { ...where, at: 'office', returner: own };
    }
    case 'recall': {
      const isOpen = step !== undefined && !where.signed.some(({ on }) => on === where.revision);
      if (!isOpen || !rules.maySend(op.by) || tookAnother(where, op.by, 'submit')) return undefined;
      return { ...where, at: 'office' };
    }
    case 'takeBack': {
      const newest = where.signed.at(-1);
      if (where.at !== 'chain' || newest?.on !== where.revision || whoGave(newest) !== op.by)
        return undefined;
      return { ...where, signed: where.signed.slice(0, -1) };
    }
    default:
      return op.did satisfies never;
  }
}

function submitted(rules: Rules, where: Where, { by, receipt }: Op): Where | undefined {
  const says = receipt === undefined ? undefined : rules.says(receipt);
  if (says === undefined || !rules.maySend(by) || tookAnother(where, by, 'submit')) return undefined;
  const isReplaced =
    rules.replaces && where.at === 'chain' && !where.signed.some(({ on }) => on === where.revision);
  if (where.at === 'chain' && !isReplaced) return undefined;
  if (where.at !== 'office' && says === where.says) return undefined;
  const kept =
    where.at === 'office' && says === where.says
      ? where.signed.filter(({ step }) => step !== where.returner)
      : [];
  const gone = where.signed.map((one) => `${one.by} ${one.step}`);
  const earlier = [...new Set([...where.earlier, ...gone, `${by} submit`])].sort();
  return { at: 'chain', revision: where.revision + 1, says, signed: kept, earlier };
}

function signed(rules: Rules, where: Where, op: Op, step: string): Where | undefined {
  const onPaper = op.did === 'onPaper';
  if (onPaper ? step !== 'chair' || !rules.maySend(op.by) : !rules.mayTake(step, op)) return undefined;
  if (!onPaper && tookAnother(where, op.by, step)) return undefined;
  const by = onPaper ? `paper:${op.by}` : op.by;
  const one = { step, by, on: where.revision, ...(op.receipt !== undefined && { receipt: op.receipt }) };
  const all = { ...where, signed: [...where.signed, one] };
  return waitedFor(rules, all) === undefined ? { ...all, at: 'locked' } : all;
}

const whoGave = ({ by }: Signed): string => by.replace(/^paper:/, '');

/** How a report is found in the end. */
export type Found = Pick<Where, 'at' | 'revision'> & { readonly receipts: readonly (string | undefined)[] };

const isFound = ({ at, revision, signed }: Where, found: Found): boolean =>
  at === found.at &&
  revision === found.revision &&
  signed.length === found.receipts.length &&
  signed.every(({ receipt }, place) => receipt === undefined || receipt === found.receipts[place]);

/** Whether some order of what was done leads to what is found; what was told before a tap came before it. */
export function accepts(rules: Rules, ops: readonly Op[], found: Found): boolean {
  const tried = new Set<string>();
  const search = (where: Where, left: readonly Op[]): boolean => {
    if (left.every(({ told }) => told === Number.POSITIVE_INFINITY) && isFound(where, found)) return true;
    const key = `${JSON.stringify(where)} ${left.map((op) => ops.indexOf(op)).join()}`;
    if (tried.has(key)) return false;
    tried.add(key);
    const soonest = Math.min(...left.map(({ told }) => told));
    return left.some((op) => {
      if (op.sent > soonest) return false;
      const next = after(rules, where, op);
      return (
        next !== undefined &&
        search(
          next,
          left.filter((one) => one !== op),
        )
      );
    });
  };
  return search(nothingSent, ops);
}
