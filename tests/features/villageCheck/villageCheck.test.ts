import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { features } from '../../../src/features/index.ts';
import { newestForms } from '../../../src/kernel/forms.ts';
import { stranger } from '../../../src/kernel/person.ts';
import type { Scope } from '../../../src/programme/area/areas.ts';
import { newDeadline } from '../../../src/programme/deadline/deadline.ts';
import { decideDeadline } from '../../../src/programme/deadline/decideDeadline.ts';
import type { FiscalYear, IntentId, IsoDate } from '../../../src/programme/ids.ts';
import type { Role } from '../../../src/programme/people/actor.ts';
import { createSimulator, type Simulator } from '../../../src/simulator/index.ts';
import { type App, createApp } from '../../../src/start/app.ts';
import { type Database, openDatabase } from '../../../src/start/database.ts';
import { createOffice, type Office } from '../../../src/start/process.ts';
import { type Someone, someone } from '../../e2e/someone.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { recorder } from '../../support/record.ts';
import { villageCheck } from './index.ts';
import { type VillageReport, villageDue, villageRules } from './kind.ts';

const year = 2565 as FiscalYear;
const nadi: Scope = { kind: 'district', province: 'ปราจีนบุรี', district: 'นาดี' };
const prachin: Scope = { kind: 'province', province: 'ปราจีนบุรี' };
const log = { info: () => {}, warn: () => {}, error: () => {} };

describe('a kind of report that is put into the array of features', () => {
  let own: TestDatabase;
  let line: Simulator;
  let database: Database;
  let app: App;
  let office: Office;
  let dataDir: string;
  let officer: Someone;
  let districtHead: Someone;
  let provinceHead: Someone;

  beforeAll(async () => {
    own = await freshDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'fundline-'));
    line = await createSimulator({
      ...{ port: 0, channelSecret: 'secret', channelAccessToken: 'token' },
      webhookUrl: 'http://127.0.0.1:9/webhook',
      ...{ now: () => new Date(), newId: randomUUID, recorder: recorder('village-check') },
    });
    const config = readConfig({
      ...{ PORT: '0', HOST: '127.0.0.1', MONGODB_URI: own.uri, DATA_DIR: dataDir, ALLOW_OLD_MONGODB: '1' },
      ...{ LINE_CHANNEL_SECRET: 'secret', LINE_CHANNEL_ACCESS_TOKEN: 'token' },
      ...{ LINE_API_BASE_URL: line.url, LINE_DATA_API_BASE_URL: line.url },
    });
    if (config.mode !== 'production') throw new Error('the bot of a test runs as in production');
    const all = [...features, villageCheck];
    database = await openDatabase(config, { owner: 'command', features: all, progress: () => {} });
    await database.store.years.open(year, database.clock.now(), newestForms(all));
    app = await createApp({ config, line: config.line, database, log, scheduled: false });
    office = createOffice({ config, line: config.line, database, log, shareOfWork: 'relief' });
    line.platform.webhook.change({ url: `http://127.0.0.1:${app.port}/webhook` });
    officer = await bind('officer', nadi);
    districtHead = await bind('districtHead', nadi);
    provinceHead = await bind('provinceHead', prachin);
    const { record } = decideDeadline(
      villageDue,
      newDeadline('villageCheck', { year, part: 1 }, { kind: 'nation' }),
      {
        ...{ kind: 'set', id: 'set' as IntentId, by: { kind: 'operator' }, accepted: true, holds: false },
        ...{ at: new Date('2021-12-01T00:00:00Z'), due: '2022-01-10' as IsoDate },
      },
    );
    await database.store.deadlines.write(record, 0);
  });

  afterAll(async () => {
    await office.close();
    await app.close();
    await line.close();
    await database.close();
    await own.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function bind(role: Role, scope: Scope): Promise<Someone> {
    const { userId } = line.platform.addPerson({ name: role });
    const id = database.sealer.personId(userId);
    const since = new Date('2021-10-01T00:00:00Z');
    const person = {
      ...stranger(id, userId),
      ...{ consentedAt: since, name: role, bindings: [{ role, scope, since }] },
    };
    await database.store.persons.commit([
      { record: { person, rev: 1, handled: [], outbox: [], pending: [] }, expected: 0 },
    ]);
    return someone(line, userId);
  }

  const casesOf = () => database.store.cases.of<VillageReport>(villageRules).within([prachin], [year]);

  it('is asked, and resumed where it was left', async () => {
    expect(await officer.says('เมนู')).toContain('ตรวจหมู่บ้าน · ตรวจหมู่บ้านทุกไตรมาส');
    expect(await officer.says('ตรวจหมู่บ้าน')).toContain('หมู่ 4 ต.ทุ่งโพธิ์');
    expect(await officer.says('1')).toContain('มีกองทุนกี่กองทุน');
    expect(await officer.says('หลายกองทุน')).toContain('มีกองทุนกี่กองทุน');
    expect(await officer.says('3')).toContain('มีสมาชิกกี่คน');
    await officer.says('เมนู');
    expect(await officer.says('ทำต่อ')).toContain('มีสมาชิกกี่คน');
  });

  it('is owed, and reminded of', async () => {
    const owed = await officer.says('งานค้าง');
    expect(owed).toContain('ตรวจหมู่บ้าน หมู่ 3 ต.ทุ่งโพธิ์');
    expect(owed).toContain('ตอบแล้ว 1/3 ข้อ');
    expect(owed).toContain('ตอบแล้ว 0/3 ข้อ');
    const at = new Date('2022-01-07T01:30:00Z');
    await office.runJob('reminders', at, { ahead: at.getTime() - database.clock.now().getTime() });
    expect(await officer.isTold('ตรวจหมู่บ้าน')).toContain('หมู่ 3 ต.ทุ่งโพธิ์');
  });

  it('is submitted with a receipt, counted, and signed in turn', async () => {
    await officer.says('ทำต่อ');
    await officer.says('40');
    expect(await officer.says('ผู้ใหญ่บ้าน')).toContain('ผู้ใหญ่บ้าน');
    await officer.says('ส่ง');
    const sent = await officer.says('ใช่');
    expect(sent).toMatch(/เลขที่รับ FL65-\w{8}-\w · หมู่ 3 ต.ทุ่งโพธิ์/);
    const [number = ''] = /FL65-\w{8}-\w/.exec(sent) ?? [];
    expect(await districtHead.says(number)).toContain('หมู่บ้าน: หมู่ 3 ต.ทุ่งโพธิ์\nผล: 3 กองทุน 40 คน');
    expect(await officer.says('งานค้าง')).not.toContain('หมู่ 3 ต.ทุ่งโพธิ์');

    const summary = await districtHead.says('สรุป');
    expect(summary).toContain('กองทุนในหมู่บ้านที่ตรวจ: 3');
    expect(summary).toContain('สมาชิกกองทุนในหมู่บ้านที่ตรวจ: 40');

    expect(await provinceHead.says('ตรวจหมู่บ้าน')).toContain('notYet');
    expect(await districtHead.says('งานค้าง')).toContain('ตรวจหมู่บ้าน หมู่ 3 ต.ทุ่งโพธิ์');
    expect(await districtHead.says('ตรวจหมู่บ้าน')).toContain('รับรองแล้ว หมู่ 3 ต.ทุ่งโพธิ์');
    expect(await provinceHead.says('ตรวจหมู่บ้าน')).toContain('รับรองแล้ว หมู่ 3 ต.ทุ่งโพธิ์');
    const [signed] = await casesOf();
    expect(signed?.revisions).toMatchObject([
      {
        content: { funds: 3, members: 40, leader: 'ผู้ใหญ่บ้าน' },
        signatures: [{ step: 'district' }, { step: 'province' }],
        locked: expect.any(Date),
      },
    ]);
    expect(await database.store.standings.check(year)).toEqual([]);
  });
});
