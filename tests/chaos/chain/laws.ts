import { allReceipts, type Done, type Evidence, type Filed, historyOf, keptReceipts } from './history.ts';
import { accepts, type Found, type Op, type Rules } from './model.ts';
import { centers, staff } from './office.ts';

type Law = (evidence: Evidence, history: readonly Done[]) => readonly string[];

const infinity = Number.POSITIVE_INFINITY;
const centerOf = (report: string): string => report.split(' ')[1] ?? '';

/** What holds of every run, judged by what people were told and by what is kept; each law names what breaks it. */
const laws: { readonly [law: string]: Law } = {
  'each submission, signature and return has one receipt, told once to whoever acted': ({ told, reports }) =>
    reports.flatMap(({ record, nameOf }) =>
      keptReceipts(record).flatMap(({ receipt, by }) => {
        const who = told.filter(({ text }) => tellsReceipt(text, receipt)).map(({ to }) => to);
        return who.length === 1 && who[0] === nameOf(by)
          ? []
          : [`${receipt} of ${nameOf(by)} told to ${who.join()}`];
      }),
    ),

  'no receipt is told that a report did not give': ({ told, reports }) => {
    const given = new Set(reports.flatMap(({ record }) => allReceipts(record)));
    return told.flatMap(({ text }) => receiptsToldIn(text)).filter((receipt) => !given.has(receipt));
  },

  'some order of what was told leads to where each report is': ({ reports }, history) =>
    reports.flatMap((filed) => {
      const ops = history.flatMap((one) => (isOp(one) && one.about === filed.report ? [one] : []));
      return accepts(rulesOf(filed, history), ops, foundOf(filed)) ? [] : [`${filed.report}: ${story(ops)}`];
    }),

  'only who has the seat, or was named for it, signs': ({ reports }, history) =>
    reports.flatMap((filed) => {
      const { record, report, nameOf } = filed;
      const rules = rulesOf(filed, history);
      return record.revisions.flatMap(({ signatures }) =>
        signatures.flatMap(({ person, step, receipt }) => {
          const by = nameOf(person);
          const sign = history.find((one) => one.receipt === receipt);
          const op: Op = { did: 'sign', by, sent: sign?.sent ?? 0, told: sign?.told ?? infinity };
          return person === undefined || rules.mayTake(step, op) ? [] : [`${by} signed ${step} of ${report}`];
        }),
      );
    }),

  'only the holder of a seat, or the level above, names who stands in': (_, history) =>
    history
      .filter(({ did, told }) => did === 'name' && told !== infinity)
      .filter(({ by, about }) => !holds(by, seatIn(about)) && !holds(by, above(seatIn(about))))
      .map(({ by, about }) => `${by} named somebody for ${about}`),

  'nobody takes two steps of one report': ({ reports }) =>
    reports.flatMap(({ record, report, nameOf }) => {
      const steps = new Map<string, Set<string>>();
      const note = (by: string, step: string) => steps.set(by, (steps.get(by) ?? new Set()).add(step));
      for (const { by, signatures } of record.revisions) {
        note(nameOf(by), 'submit');
        for (const { person, step } of signatures) if (person) note(nameOf(person), step);
      }
      return [...steps].flatMap(([by, all]) =>
        all.size > 1 ? [`${by}: ${[...all].join()} of ${report}`] : [],
      );
    }),

  'nothing is done while it is frozen': (_, history) => {
    const freezes = history.filter(({ did, told }) => did === 'freeze' && told !== infinity);
    return freezes.flatMap((freeze) => {
      // Until whatever may have changed it was begun.
      const end = Math.min(
        ...history
          .filter(
            ({ did, about, sent }) =>
              (did === 'lift' || did === 'freeze') && about === freeze.about && sent > freeze.told,
          )
          .map(({ sent }) => sent),
      );
      return history
        .filter((one) => isOp(one) && liesIn(centerOf(one.about), freeze.about))
        .filter(({ sent, told }) => sent > freeze.told && told < end)
        .map(({ by, did, about }) => `${by} ${did} ${about}`);
    });
  },

  'a locked report has all signatures over what it says': ({ reports }) =>
    reports.flatMap(({ report, record, hashes, chain }) =>
      record.revisions.flatMap(({ locked, signatures, hash }, place) => {
        if (!locked) return [];
        const steps = signatures.map(({ step }) => step).join();
        const isOver = [hash, ...signatures.map((one) => one.hash)].every((one) => one === hashes[place]);
        return steps === chain.join() && isOver ? [] : [`${report}: ${steps}`];
      }),
    ),

  'no notice is given twice': ({ told }, history) => {
    const seen = new Map<string, number>();
    for (const { to, text } of told) {
      for (const line of noticesIn(text)) {
        const key = `${to}: ${line}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    }
    return [...seen].filter(([line, times]) => times > causesOf(line, history)).map(([line]) => line);
  },

  'whoever sent or signed a report is told of each step': ({ told, reports }, history) =>
    reports.flatMap(({ record, nameOf }) =>
      record.revisions.flatMap(({ by, signatures }) =>
        signatures.flatMap((one, place) => {
          // Of several that were signed together only the first is named with its receipt.
          const sign = history.filter(({ receipt }) => receipt === one.receipt);
          const isAlone =
            sign.length === 1 && history.filter(({ told: at }) => at === sign[0]?.told).length === 1;
          const actor = nameOf(one.person ?? one.onPaper?.by);
          const before = [by, ...signatures.slice(0, place).flatMap(({ person }) => person ?? [])].map(
            nameOf,
          );
          return before
            .filter((name) => isAlone && name !== actor)
            .filter(
              (name) =>
                !told.some(({ to, text }) => to === name && text.includes(`แล้ว เลขที่รับ ${one.receipt}`)),
            )
            .map((name) => `${name} of ${one.receipt}`);
        }),
      ),
    ),

  'whoever sent or signed a report is told why it goes back': ({ told, reports }) =>
    reports.flatMap(({ record, nameOf }) =>
      record.revisions.flatMap(({ by, signatures, ended }) => {
        if (ended?.kind !== 'returned') return [];
        return [by, ...signatures.flatMap(({ person }) => person ?? [])]
          .map(nameOf)
          .filter((name) => name !== nameOf(ended.by))
          .filter(
            (name) =>
              !told.some(({ to, text }) => to === name && text.includes(`แก้ไข เหตุผล: ${ended.reason}`)),
          )
          .map((name) => `${name} of ${ended.reason}`);
      }),
    ),

  'a receipt that is sent in tells who holds the report': ({ asked, reports }) =>
    asked.flatMap(({ receipt, text }) => {
      const filed = reports.find(({ record }) => keptReceipts(record).some((one) => one.receipt === receipt));
      const says = filed && holderText(filed);
      return says !== undefined && text.includes(says) ? [] : [`${receipt}: not ${says} but ${text}`];
    }),
};

/** The laws that a run breaks, and by what. */
export function brokenLaws(evidence: Evidence): { readonly [law: string]: readonly string[] } {
  const history = historyOf(evidence);
  const broken = Object.entries(laws).map(([law, finds]) => [law, finds(evidence, history)] as const);
  return Object.fromEntries(broken.filter(([, found]) => found.length > 0));
}

const isOp = (one: Done): one is Done & Op =>
  one.did !== 'name' && one.did !== 'freeze' && one.did !== 'lift';

const story = (ops: readonly Done[]): string =>
  ops
    .map(({ by, did, receipt = '', told }) => `${by} ${did} ${receipt}${told === infinity ? ' perhaps' : ''}`)
    .join('; ');

const receiptsToldIn = (text: string): readonly string[] => [
  ...[...text.matchAll(/^เลขที่รับ (FL\S+)$/gm)].map(([, one = '']) => one),
  ...(/^รับรองแล้ว \d+ ฉบับ/m.test(text)
    ? [...text.matchAll(/^ศจก\.\S+ · เลขที่รับ (FL\S+)$/gm)].map(([, one = '']) => one)
    : []),
];

const tellsReceipt = (text: string, receipt: string): boolean => receiptsToldIn(text).includes(receipt);

/** The lines of a message that tell of something somebody else did. */
const noticesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .filter((line) => !line.startsWith('แตะหรือพิมพ์'))
    .filter((line) =>
      /^\S+ (?:รับรอง|รับทราบ|ส่ง).*เลขที่รับ FL|^\S+ ส่งกลับ.*แก้ไข เหตุผล: |\(\S+(?: \S+)? ลงนามแล้ว\)$|^\S+ มอบหมาย|^\S+ เรียกคืน|ตำแหน่ง\S+ว่าง พิมพ์ มอบหมาย/.test(
        line,
      ),
    );

/** How often such a notice may come: once, or as often as what it tells of was done. */
function causesOf(notice: string, history: readonly Done[]): number {
  if (/FL\d\d-|เหตุผล: /.test(notice)) return 1;
  const about = history.filter((one) => one.did !== 'freeze' && one.did !== 'lift');
  if (notice.includes('มอบหมาย') && !notice.includes('รอลงนาม'))
    return about.filter(
      ({ did, to = '' }) => did === 'name' && (notice.includes(to) || notice.includes('ให้คุณ')),
    ).length;
  const center = /ศจก\.[^\s:]+/.exec(notice)?.[0] ?? '';
  const own = about.filter((one) => one.about.endsWith(center));
  if (notice.includes('เรียกคืน'))
    return own.filter(({ did }) => did === 'recall' || did === 'takeBack').length;
  if (notice.includes('ลงนามแล้ว)'))
    return own.filter(({ did }) => did === 'sign' || did === 'onPaper').length;
  return own.filter(({ did }) => did === 'submit' || did === 'sign' || did === 'onPaper').length;
}

/** A seat as one word: `districtHead นาดี`. */
function seatIn(text: string): string {
  const center = /ศจก\.\S+/.exec(text)?.[0];
  if (center) return `chair ${center}`;
  const district = /พัฒนาการอำเภอ(\S+)/.exec(text)?.[1];
  return district ? `districtHead ${district}` : 'provinceHead ';
}

const above = (seat: string): string => {
  const [role, where = ''] = seat.split(' ');
  if (role === 'chair') return `districtHead ${centers[where]}`;
  return role === 'districtHead' ? 'provinceHead ' : 'department ';
};

const holds = (name: string, seat: string): boolean =>
  (staff[name] ?? []).some(({ role, center, district }) => `${role} ${center ?? district ?? ''}` === seat);

const seatOf = (step: string, center: string): string => {
  if (step === 'chair') return `chair ${center}`;
  return step === 'district' ? `districtHead ${centers[center]}` : 'provinceHead ';
};

const liesIn = (center: string, area: string): boolean => {
  const district = /อำเภอ(\S+)/.exec(area)?.[1];
  return district === undefined || district === centers[center];
};

function rulesOf({ report, record, hashes, chain }: Filed, history: readonly Done[]): Rules {
  const center = centerOf(report);
  return {
    chain,
    replaces: report.startsWith('debt'),
    says: (receipt) => hashes[record.revisions.findIndex((one) => one.receipt === receipt)],
    maySend: (by) => holds(by, `officer ${centers[center]}`),
    mayTake: (step, { by, told }) => {
      const seat = seatOf(step, center);
      return (
        holds(by, seat) ||
        history.some(
          (one) => one.did === 'name' && one.to === by && seatIn(one.about) === seat && one.sent < told,
        )
      );
    },
  };
}

function foundOf({ record }: Filed): Found {
  const last = record.revisions.at(-1);
  const at = !last || last.ended ? 'office' : last.locked ? 'locked' : 'chain';
  return {
    at,
    revision: record.revisions.length,
    receipts: last?.signatures.map(({ receipt }) => receipt) ?? [],
  };
}

/** Who holds a report, as people read it. */
function holderText(filed: Filed): string {
  const { record, chain } = filed;
  const last = record.revisions.at(-1);
  if (last?.ended) return last.ended.kind === 'returned' ? 'ส่งกลับให้พัฒนากรแก้ไข' : 'เรียกคืนไปแก้ไข';
  if (last?.locked) return 'รับรองครบทุกขั้นแล้ว';
  const step = chain.find((one) => !last?.signatures.some((signature) => signature.step === one));
  if (step === 'chair') return 'รอประธาน';
  return step === 'district' ? 'รอพัฒนาการอำเภอ' : 'รอพัฒนาการจังหวัด';
}

/** What a run really tried, and how often. */
export function reached(evidence: Evidence): { readonly [what: string]: number } {
  const counts: { [what: string]: number } = {};
  const note = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  for (const { did, told } of historyOf(evidence)) note(told === infinity ? `${did}, untold` : did);
  for (const { record } of evidence.reports) {
    for (const { locked, signatures, no } of record.revisions) {
      if (locked) note('locked');
      if (signatures.some(({ revision }) => revision !== no)) note('signatures kept');
      if (signatures.some(({ capacity }) => capacity.delegated)) note('signed for a seat');
    }
  }
  return counts;
}
