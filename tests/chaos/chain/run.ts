import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { features } from '../../../src/features/index.ts';
import { reportKinds } from '../../../src/kernel/report/kind.ts';
import { hashOf } from '../../../src/programme/report/hash.ts';
import type { OpenStore } from '../../../src/storage/index.ts';
import { year } from '../../app/householdOffice.ts';
import type { BotProcess } from '../../e2e/office.ts';
import { createDice, type Dice } from '../dice.ts';
import { leftIn } from '../rest.ts';
import { type Clerk, createHand, type Hand, wordsOf } from './clerk.ts';
import { type Evidence, keptReceipts } from './history.ts';
import { type ChainOffice, centers, openChainOffice, province, staff } from './office.ts';

export type ChainRun = { readonly evidence: Evidence; readonly struck: readonly string[] };

export type ChainOptions = {
  readonly seed: number;
  /** How often a process is killed or paused. */
  readonly strikes: number;
  /** Where the processes find LINE, if not at the stand-in itself. */
  readonly wayToLine?: (standIn: string) => Promise<{ readonly url: string; readonly close: () => void }>;
  /** Called with the office before its reports are judged. */
  readonly meddle?: (office: ChainOffice) => Promise<void>;
};

/** What people of a role type of themselves. */
const commands: { readonly [role: string]: readonly string[] } = {
  officer: ['ประเมิน', 'ส่งรอบ 1', 'ประเมิน', 'ส่งรอบ 1', 'เรียกคืน', 'รับทราบบนกระดาษ', 'รับรอง'],
  chair: ['รับทราบผล', 'รับทราบผล', 'เรียกคืน'],
  districtHead: ['รับรอง', 'รับรอง', 'รับรอง', 'เรียกคืน', 'มอบหมาย'],
  province: ['ระงับ', 'ระงับ', 'ระงับ', 'รับรอง', 'เมนู'],
  provinceHead: ['รับรอง', 'รับรอง', 'รับรอง', 'เรียกคืน', 'มอบหมาย', 'มอบหมาย'],
  department: ['มอบหมาย', 'เมนู', 'เมนู', 'เมนู'],
};

const picture = () =>
  sharp({ create: { width: 16, height: 16, channels: 3, background: 'white' } })
    .png()
    .toBuffer();

/** Random people sign, return and freeze while one process or the other is killed and paused. */
export async function runChainOffice({ seed, strikes, wayToLine, meddle }: ChainOptions): Promise<ChainRun> {
  const dice = createDice(seed);
  const chain = await openChainOffice('chain');
  const way = await wayToLine?.(chain.office.line.url);
  try {
    const { platform } = chain.office.line;
    const pair = createPair(chain, way && { LINE_API_BASE_URL: way.url });
    await pair.start();
    const hand = createHand(platform, dice, await picture());
    const clerks = Object.keys(staff).map((name): Clerk => ({ name, userId: chain.userOf(name) }));
    await prepare(chain, hand);

    let isOver = false;
    const working = clerks.map(async (clerk) => {
      const own = (staff[clerk.name] ?? []).flatMap(({ role }) => commands[role] ?? []);
      while (!isOver) {
        await sleep(200 + dice(800));
        await hand.does(clerk, own[dice(own.length)] ?? 'เมนู');
      }
    });
    const growing = grow(chain, dice, () => isOver);
    const struck = await pair.strike(dice, strikes, () => isTried(hand));
    isOver = true;
    await Promise.all([...working, growing]);
    const calm = createHand(platform, (sides) => sides - 1, await picture());
    await finish(chain, calm, clerks);
    await meddle?.(chain);
    const evidence = await evidenceOf(chain, [hand, calm]);
    return { evidence, struck };
  } finally {
    way?.close();
    await chain.close();
  }
}

/** Whether people have decided everything that there is to decide, and not just once. */
const isTried = ({ acts }: Hand): boolean =>
  deeds.every((deed) => acts.filter((one) => one.deed === deed).length > 2);
const deeds = ['submit', 'sign', 'return', 'recall', 'onPaper', 'name', 'freeze', 'lift'] as const;

/** Before anything is struck: every assessment is filled in, and somebody has joined. */
async function prepare({ userOf, joins }: ChainOffice, hand: Hand): Promise<void> {
  const fill = ['ถูกต้อง', Array(14).fill('2').join(' '), 'ยืนยัน', 'ข้าม', 'ข้าม', 'ข้าม'];
  const plan = ['ใช้คำแนะนำทั้งหมด', 'ใช้คำแนะนำ', 'ใช้คำแนะนำ', 'ยืนยัน'];
  const beginners = { อรทัย: ['บ้านโคก'], สุดา: ['บ้านไร่'], วิชัย: [] };
  for (const center of Object.keys(centers)) await joins(center);
  await Promise.all(
    Object.entries(beginners).map(async ([name, which]) => {
      for (const text of ['ประเมิน', ...which, ...fill, ...plan])
        await hand.says({ name, userId: userOf(name) }, text);
    }),
  );
}

/** Now and then another household joins, so that rounds say more than before. */
async function grow({ joins }: ChainOffice, dice: Dice, isOver: () => boolean): Promise<void> {
  const names = Object.keys(centers);
  while (!isOver()) {
    await sleep(3000 + dice(4000));
    await joins(names[dice(names.length)] ?? '');
  }
}

/** Nothing is struck any more: what may still be signed is signed, and all that is to be told is told. */
async function finish(chain: ChainOffice, hand: Hand, clerks: readonly Clerk[]): Promise<void> {
  for (const one of clerks.filter(({ name }) => name === 'อารี')) {
    // Of two areas each is lifted by itself.
    while ((await hand.says(one, 'ระงับ'))?.includes('ยกเลิกการระงับ')) await hand.does(one, 'ระงับ');
  }
  const rounds = ['ประเมิน', 'ส่งรอบ 1', 'มอบหมาย', 'รับทราบบนกระดาษ', 'รับทราบผล', 'รับรอง', 'รับรอง', 'รับรอง'];
  for (const text of [...rounds, ...rounds, ...rounds])
    await Promise.all(clerks.map((one) => (mayType(one, text) ? hand.does(one, text) : undefined)));
  await rest(chain);
  for (const one of clerks) await hand.says(one, 'เมนู');
}

/** Until nothing is left to be done or told. */
async function rest({ db }: ChainOffice): Promise<void> {
  for (;;) {
    const { pending, unsettled } = await leftIn(db);
    if (pending + unsettled === 0) return;
    await sleep(500);
  }
}

/** Whether a command belongs to the work of somebody; anyone may have been named to certify. */
const mayType = ({ name }: Clerk, command: string): boolean =>
  command === 'รับรอง' || (staff[name] ?? []).some(({ role }) => commands[role]?.includes(command));

/** The reports that go through a chain, with the rules of their kinds. */
export async function filedIn(store: OpenStore) {
  const kinds = [...reportKinds(features).values()].filter(({ rules }) => rules.chain.length > 0);
  const found = await Promise.all(
    kinds.map(async ({ rules }) => {
      const cases = store.cases.of<unknown>(rules);
      const records = await cases.within([{ kind: 'province', province }], [year]);
      return records.map((record) => ({ record, rules, write: cases.write }));
    }),
  );
  return found.flat();
}

async function evidenceOf(chain: ChainOffice, hands: readonly Hand[]): Promise<Evidence> {
  const { store } = chain.database;
  const { platform } = chain.office.line;
  const names = Object.keys(staff);
  const ids = new Map(names.map((name) => [chain.idOf(name) as string, name]));
  const registry = await store.centers.within([{ kind: 'province', province }]);
  const reports = (await filedIn(store)).map(({ record, rules }) => ({
    record,
    report: `${rules.id} ${registry.find(({ id }) => 'center' in record.unit && id === record.unit.center)?.name}`,
    hashes: record.revisions.map(({ content }) => hashOf(record.form, rules.says(content))),
    chain: rules.chain.map(({ id }) => id),
    nameOf: (id: string | undefined) => ids.get(id ?? '') ?? id ?? '',
  }));
  const told = names.flatMap((to) =>
    platform.messagesTo(chain.userOf(to)).map((sent) => ({
      ...{ to, at: sent.at.getTime(), text: wordsOf(sent) },
      ...(sent.inReplyTo !== undefined && { inReplyTo: sent.inReplyTo }),
    })),
  );
  const reader: Clerk = { name: 'นภา', userId: chain.userOf('นภา') };
  const asked = [];
  for (const { record } of reports)
    for (const { receipt } of keptReceipts(record))
      asked.push({ receipt, text: (await hands[0]?.says(reader, receipt)) ?? '' });
  return { acts: hands.flatMap(({ acts }) => acts), told, reports, asked };
}

/** Two processes, of which LINE calls the one or the other. */
function createPair({ office }: ChainOffice, settings?: { readonly [name: string]: string }) {
  const { webhook } = office.line.platform;
  let pair: BotProcess[] = [];
  const take = (one: BotProcess | undefined) => {
    if (one)
      webhook.change({
        url: one.webhookUrl,
        redelivery: { on: true, delaysMs: [300, 700, 1500, 3000, 6000] },
      });
  };
  return {
    async start() {
      pair = await Promise.all([office.another(settings), office.another(settings)]);
      take(pair[0]);
    },

    /** Kills one of them, or pauses it for longer than its leases live, again and again. */
    async strike(dice: Dice, strikes: number, isEnough: () => boolean): Promise<readonly string[]> {
      const struck: string[] = [];
      while (struck.length < strikes || (strikes > 0 && !isEnough())) {
        await sleep(2500 + dice(4000));
        const place = dice(2);
        const [one, other] = place === 0 ? pair : pair.toReversed();
        if (!one || !other) throw new Error('there are two');
        const isKill = dice(3) > 0;
        struck.push(isKill ? 'kill' : 'pause');
        // Now and then it is the one that LINE calls.
        if (dice(2) === 0) take(one);
        await sleep(dice(300));
        if (isKill) {
          const ended = once(one.child, 'exit');
          one.child.kill('SIGKILL');
          await ended;
          take(other);
          pair[place] = await office.another(settings);
        } else {
          one.child.kill('SIGSTOP');
          await sleep(500);
          take(other);
          await sleep(9000 + dice(2000));
          one.child.kill('SIGCONT');
        }
        take(pair[dice(2)]);
      }
      return struck;
    },
  };
}
