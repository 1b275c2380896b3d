import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterwardsProblem,
  amountProblem,
  type Contract,
  contractsProblem,
  joiningProblem,
  toBasisPoints,
  totalsOf,
} from '../../../../src/features/household/rules/contract.ts';
import {
  lowerPercent,
  methodProblem,
  methodsProblem,
  oneRemains,
  type UsedMethod,
} from '../../../../src/features/household/rules/method.ts';
import {
  compareDebts,
  type DebtResult,
  isOneContract,
  resultIn,
} from '../../../../src/features/household/rules/result.ts';
import { seed } from '../../../seed.ts';
import { contract, day, limits } from './world.ts';

const before = [contract(30_000), contract(20_000)];
const refinance: UsedMethod = {
  kind: 'refinance',
  from: { kind: 'outside', name: 'ธ.ก.ส.' },
  toFund: 'กทบ.',
};

describe('what a household owes', () => {
  test('is said back in all, and a contract that is paid off is none', () => {
    const contracts = [contract(30_000, { overdue: true }), contract(0, { overdue: true }), contract(500)];
    expect(totalsOf(contracts)).toEqual({ contracts: 2, outstandingSatang: 3_050_000, overdue: 1 });
  });

  test.each<[string, readonly Contract[], string]>([
    ['no contract at all', [], 'noContracts'],
    ['nothing owed', [contract(0)], 'nothingOwed'],
    ['less than nothing', [contract(-1)], 'amountOutOfRange'],
    ['a part of a satang', [contract(0.001)], 'amountOutOfRange'],
    ['more than a hundred million baht', [contract(100_000_000.01)], 'amountOutOfRange'],
    ['interest beyond all reason', [contract(1, { rateBasisPoints: 100_001 })], 'rateOutOfRange'],
    ['interest below nothing', [contract(1, { rateBasisPoints: -1 })], 'rateOutOfRange'],
    ['a fund without a name', [contract(1, { fund: ' ' })], 'textMissing'],
    ['a name of 300 characters', [contract(1, { fund: 'ก'.repeat(300) })], 'textTooLong'],
    ['hundreds of contracts', Array.from({ length: 101 }, () => contract(1)), 'tooManyContracts'],
  ])('cannot be, when it joins: %s', (_what, contracts, code) => {
    expect(joiningProblem(contracts)?.code).toBe(code);
  });

  test('may be a hundred million baht at a rate above the law, in a hundred contracts, as they are found', () => {
    const contracts = Array.from({ length: 100 }, () => contract(100_000_000, { rateBasisPoints: 24_000 }));
    expect(joiningProblem(contracts)).toBeUndefined();
  });

  test('may be nothing afterwards', () => {
    expect(contractsProblem([contract(0)])).toBeUndefined();
    expect(contractsProblem([])).toBeUndefined();
  });

  test('is held to the law afterwards where a contract is new, and not where it is as it was found', () => {
    const found = [contract(1, { fund: 'กทบ.', rateBasisPoints: 2400 })];
    const limits = { rateBasisPoints: 1000 };
    const problemOf = (fund: string, rateBasisPoints: number) =>
      afterwardsProblem([contract(1, { fund, rateBasisPoints })], found, limits);
    expect(problemOf('กทบ', 2400)).toBeUndefined();
    expect(problemOf('กลุ่มออมทรัพย์', 1000)).toBeUndefined();
    const refused = { code: 'rateAboveLimit', params: { maxPercent: 10 } };
    expect(problemOf('กทบ.', 1800)).toEqual(refused);
    expect(problemOf('กลุ่มออมทรัพย์', 2400)).toEqual(refused);
  });

  test('counts percent in hundredths', () => {
    expect([toBasisPoints(6.5), toBasisPoints(0.07), toBasisPoints(15)]).toEqual([650, 7, 1500]);
    expect(amountProblem(0)).toBeUndefined();
  });
});

describe('a method', () => {
  const ground = { joinedOn: day('2022-06-01'), before, limits };
  const until = day('2023-03-31');

  test.each<[string, UsedMethod]>([
    ['two contracts became one', { kind: 'consolidation', joined: 2, fund: 'กทบ.' }],
    ['a later end', { kind: 'longerTerm', from: day('2022-12-31'), to: until }],
    ['a lower rate', { kind: 'lowerInterest', fromBasisPoints: 600, toBasisPoints: 0 }],
    ['nothing is paid for now', { kind: 'pause', variant: 'nothingPaid', until }],
    ['only interest is paid', { kind: 'pause', variant: 'interestPaid', until }],
    ['interest stops', { kind: 'freeze', until }],
    ['default interest is relaxed, without an amount', { kind: 'waiver' }],
    ['interest is waived', { kind: 'waiver', satang: 1 }],
    ['an outside lender is closed', refinance],
    ['a refinance with a longer term', { ...refinance, until }],
  ])('fits: %s', (_what, method) => expect(methodProblem(method, ground)).toBeUndefined());

  test.each<[string, UsedMethod, string]>([
    ['one contract made of one', { kind: 'consolidation', joined: 1, fund: 'กทบ.' }, 'tooFewJoined'],
    ['more joined than there are', { kind: 'consolidation', joined: 3, fund: 'กทบ.' }, 'tooManyJoined'],
    ['the same end', { kind: 'longerTerm', from: until, to: until }, 'notLater'],
    ['the same rate', { kind: 'lowerInterest', fromBasisPoints: 600, toBasisPoints: 600 }, 'rateNotLower'],
    [
      'lower, but above the limit',
      { kind: 'lowerInterest', fromBasisPoints: 2400, toBasisPoints: 1800 },
      'rateAboveLimit',
    ],
    [
      'a pause that ended before',
      { kind: 'pause', variant: 'nothingPaid', until: day('2022-06-01') },
      'notLater',
    ],
    ['a freeze that ended before', { kind: 'freeze', until: day('2022-05-01') }, 'notLater'],
    ['nothing waived', { kind: 'waiver', satang: 0 }, 'nothingWaived'],
    ['nobody refinanced', { ...refinance, from: { kind: 'fund', name: '' } }, 'textMissing'],
  ])('does not fit: %s', (_what, method, code) => expect(methodProblem(method, ground)?.code).toBe(code));

  test.each([
    [600, 5],
    [1800, 15],
    [150, 1],
    [50, 0],
  ])('gives as an example of a lower rate than %i one that is taken: %i', (fromBasisPoints, percent) => {
    expect(lowerPercent(fromBasisPoints, ground.limits)).toBe(percent);
    const lowered = { kind: 'lowerInterest', fromBasisPoints, toBasisPoints: percent * 100 } as const;
    expect(methodProblem(lowered, ground)).toBeUndefined();
  });

  test('is there once, if at all', () => {
    expect(methodsProblem([], ground)).toBeUndefined();
    expect(methodsProblem([refinance, refinance], ground)?.code).toBe('methodTwice');
    expect(methodsProblem([refinance, { kind: 'freeze', until }], ground)).toBeUndefined();
  });

  test('that joins contracts leaves one of them', () => {
    const joined: readonly UsedMethod[] = [{ kind: 'consolidation', joined: 2, fund: 'กทบ.' }];
    const three = [...before, contract(1000)];
    expect(oneRemains(joined, three, [contract(50_000), contract(1000)])).toBe(true);
    expect(oneRemains(joined, three, three)).toBe(false);
    expect(oneRemains([refinance], three, three)).toBe(true);
    expect(oneRemains([...joined, refinance], three, three)).toBe(true);
    expect(oneRemains([...joined, refinance], three, [...three, contract(1)])).toBe(false);
  });
});

/** Of a household that owes to no lender outside. */
const resultOf = (
  before: readonly Contract[],
  after: readonly Contract[],
  methods: readonly UsedMethod[],
): DebtResult => resultIn({ before, outside: [], methods }, { after });

describe('the result of a household', () => {
  const kinds = (contracts: readonly Contract[], methods: readonly UsedMethod[] = []) => {
    const { cleared, reduced, restructured, notYet } = resultOf(before, contracts, methods);
    return Object.entries({ cleared, reduced, restructured, notYet }).flatMap(([kind, is]) =>
      is ? [kind] : [],
    );
  };

  test.each<[string, readonly Contract[], readonly UsedMethod[], readonly string[]]>([
    ['cleared when none is left', [], [], ['cleared']],
    ['cleared when all is paid off', [contract(0), contract(0)], [], ['cleared']],
    ['not cleared by a refinance with a new contract', [contract(50_000)], [refinance], ['restructured']],
    ['reduced when less is left', [contract(49_999.99)], [], ['reduced']],
    ['reduced and restructured at once', [contract(40_000)], [refinance], ['reduced', 'restructured']],
    [
      'cleared and restructured at once',
      [],
      [{ kind: 'freeze', until: day('2023-01-01') }],
      ['cleared', 'restructured'],
    ],
    ['restructured, and not reduced, by fewer contracts alone', [contract(50_000)], [], ['restructured']],
    ['reduced alone when one of two is paid off', [contract(30_000)], [], ['reduced']],
    ['nothing yet in as many contracts for as much', [contract(49_000), contract(1000)], [], ['notYet']],
    [
      'restructured by a consolidation into one',
      [contract(50_000)],
      [{ kind: 'consolidation', joined: 2, fund: 'กทบ.' }],
      ['restructured'],
    ],
    ['nothing yet when it grew', [contract(60_000)], [], ['notYet']],
  ])('is %s', (_what, contracts, methods, expected) => expect(kinds(contracts, methods)).toEqual(expected));

  test('sets growth and fall apart', () => {
    expect(resultOf(before, [contract(60_000)], [])).toMatchObject({
      reducedSatang: 0,
      grownSatang: 1_000_000,
    });
    expect(resultOf(before, [], [])).toMatchObject({ reducedSatang: 5_000_000, grownSatang: 0 });
  });

  test('is the ideal with one contract', () => {
    expect(isOneContract(resultOf(before, [contract(1)], []))).toBe(true);
    expect(isOneContract(resultOf(before, [], []))).toBe(false);
  });
});

describe('a debt to lenders outside', () => {
  const informal = { lender: 'นายทุน', informal: true as const, outstandingSatang: 2_000_000 };
  const moved: UsedMethod = {
    ...{ kind: 'refinance', from: { kind: 'outside', name: 'นายทุน' } },
    ...{ movedInSatang: 2_000_000, toFund: 'กทบ.' },
  };

  test('that was moved in is no growth, and reduced compares without it', () => {
    expect(resultOf(before, [contract(45_000), contract(20_000)], [moved])).toMatchObject({
      ...{ reduced: true, restructured: true, cleared: false },
      ...{ reducedSatang: 500_000, grownSatang: 0, afterSatang: 6_500_000, movedInSatang: 2_000_000 },
    });
    expect(resultOf(before, [contract(75_000)], [moved])).toMatchObject({
      reduced: false,
      grownSatang: 500_000,
    });
  });

  test('is not what a fund took over from a fund, which was debt before', () => {
    const within: UsedMethod = { ...moved, from: { kind: 'fund', name: 'กข.คจ.' } };
    expect(resultOf(before, [contract(65_000)], [within])).toMatchObject({ grownSatang: 1_500_000 });
  });

  test('is restructured when it is closed or moved, and never reduced or cleared where no fund was owed', () => {
    const of = (left: number, after: readonly Contract[], methods: readonly UsedMethod[]) =>
      resultIn({ before: [], outside: [informal], methods }, { after, informalLeftSatang: left });
    const restructured = {
      restructured: true,
      cleared: false,
      reduced: false,
      reducedSatang: 0,
      grownSatang: 0,
    };
    expect(of(0, [], [])).toMatchObject({ ...restructured, informal: { before: 2_000_000, after: 0 } });
    expect(of(0, [contract(18_000)], [moved])).toMatchObject(restructured);
    expect(of(500_000, [], [])).toMatchObject({ notYet: true, restructured: false, cleared: false });
  });

  const aunt = { lender: 'ป้าแดง', informal: true as const, outstandingSatang: 3_000_000 };
  const bank = { lender: 'ธ.ก.ส.' };

  test.each<[string, readonly number[], { readonly after: number; readonly restructured: boolean }]>([
    ['one of two is closed', [0, 3_000_000], { after: 3_000_000, restructured: true }],
    ['the other one is closed', [2_000_000, 0], { after: 2_000_000, restructured: true }],
    ['both are closed', [0, 0], { after: 0, restructured: true }],
    ['one fell', [2_000_000, 500_000], { after: 2_500_000, restructured: false }],
    ['one grew by what the other fell', [1_000_000, 4_000_000], { after: 5_000_000, restructured: false }],
    ['nothing is told', [], { after: 5_000_000, restructured: false }],
  ])('is compared lender by lender: %s', (_what, left, { after, restructured }) => {
    const informalLeft = [informal, aunt].flatMap(({ lender }, place) => {
      const satang = left[place];
      return satang === undefined ? [] : [{ no: place + 1, lender, satang }];
    });
    const outside = [informal, aunt, bank];
    expect(resultIn({ before: [], outside, methods: [] }, { after: [], informalLeft })).toMatchObject({
      ...{ restructured, notYet: !restructured, cleared: false, reduced: false },
      informal: { before: 5_000_000, after },
    });
  });

  test('is told by the number of the loan, also where another one was taken off since', () => {
    const outside = [{ ...aunt, no: 2 }];
    const informalLeft = [
      { no: 1, lender: 'นายทุน', satang: 0 },
      { no: 2, lender: 'ป้าแดง', satang: 1_000_000 },
    ];
    expect(resultIn({ before: [], outside, methods: [] }, { after: [], informalLeft })).toMatchObject({
      ...{ restructured: false, informal: { before: 3_000_000, after: 1_000_000 } },
    });
  });

  test('of a result that tells only what is left in all is restructured when all of it is closed', () => {
    const of = (informalLeftSatang: number) =>
      resultIn({ before: [], outside: [informal, aunt], methods: [] }, { after: [], informalLeftSatang });
    expect(of(3_000_000)).toMatchObject({
      ...{ restructured: false, informal: { before: 5_000_000, after: 3_000_000 } },
    });
    expect(of(0)).toMatchObject({ restructured: true, informal: { before: 5_000_000, after: 0 } });
  });

  test('changes no figure of the funds, and adds up whatever was owed and is left', () => {
    const satang = fc.integer({ min: 0, max: 500_000 });
    const debts = fc.array(fc.record({ before: satang, after: satang }), { maxLength: 5 });
    const contracts = fc.array(
      fc.integer({ min: 0, max: 90_000 }).map((baht) => contract(baht)),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(debts, contracts, contracts, fc.boolean(), (owed, then, now, managed) => {
        const compared = { before: then, after: now, managed, movedInSatang: 0 };
        const { informal: all, ...result } = compareDebts({ ...compared, informal: owed });
        const alone = compareDebts({ ...compared, informal: [] });
        const isClosed = owed.some(({ before, after }) => before > 0 && after === 0);
        const restructured = alone.restructured || isClosed;
        const notYet = alone.notYet && !isClosed;
        expect(result).toEqual({ ...alone, restructured, notYet });
        expect(all?.before ?? 0).toBe(owed.reduce((sum, { before }) => sum + before, 0));
        expect(all?.after ?? 0).toBe(owed.reduce((sum, { after }) => sum + after, 0));
      }),
      { seed },
    );
  });

  test('is enough to join, where it is informal; a bank’s is not', () => {
    expect(joiningProblem([], [informal])).toBeUndefined();
    expect(joiningProblem([], [{ lender: 'ธ.ก.ส.' }])?.code).toBe('noContracts');
  });
});
