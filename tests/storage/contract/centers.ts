import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { reconcile } from '../../../src/features/registry/rules/reconcile.ts';
import { decideCenter } from '../../../src/programme/center/record.ts';
import type { NumberedRow, RegistryRow } from '../../../src/programme/center/row.ts';
import type { FiscalYear } from '../../../src/programme/ids.ts';
import type { OpenStore } from '../../../src/storage/index.ts';
import {
  at,
  center,
  centerId,
  centerRecord,
  district,
  intentId,
  nation,
  personId,
  province,
  scopeOf,
  secrets,
  year,
} from './samples.ts';
import type { OpenWorld, World } from './world.ts';

export function centersContract(open: OpenWorld<OpenStore>): void {
  let store: OpenStore;
  const worlds: World<OpenStore>[] = [];
  beforeEach(async () => {
    const world = await open();
    worlds.push(world);
    store = world.store('a');
  });
  afterAll(async () => {
    for (const world of worlds) await world.close();
  });

  describe('a center', () => {
    test('is read as written, with what was decided and confirmed', async () => {
      const whole = {
        ...centerRecord(center(1)),
        imported: row(1),
        confirmations: [{ year, as: 'officer' as const, by: personId(1), at }],
        outcomes: { e1: { kind: 'confirmed', year, as: 'officer' } as const },
      };
      expect(await store.centers.write(whole, 0)).toBe('committed');
      expect(await store.centers.read(centerId(1))).toEqual(whole);
      expect(await store.centers.read(centerId(2))).toBeUndefined();
    });

    test('takes over every correction of thirty who correct it at once', async () => {
      await store.centers.write(centerRecord(center(1)), 0);
      const confirm = async (n: number): Promise<void> => {
        const present = await store.centers.read(centerId(1));
        if (!present) return;
        const intent = {
          ...({ kind: 'confirm', id: intentId(`c${n}`), by: personId(n), at, as: ['officer'] } as const),
          year: (2565 + n) as FiscalYear,
        };
        const { record } = decideCenter(present, intent);
        if ((await store.centers.write(record, present.rev)) !== 'committed') await confirm(n);
      };
      await Promise.all(Array.from({ length: 30 }, (_, n) => confirm(n)));
      const after = await store.centers.read(centerId(1));
      expect(after?.rev).toBe(31);
      expect(new Set(after?.confirmations.map(({ by }) => by))).toHaveProperty('size', 30);
    });

    test('is found within its area only', async () => {
      const [here, there] = [center(1), center(2, { province: 'เลย' })];
      for (const each of [here, there]) await store.centers.write(centerRecord(each), 0);
      expect(await store.centers.within([nation])).toEqual([here, there]);
      expect(await store.centers.within([province('เลย')])).toEqual([there]);
      expect(await store.centers.within([district('วาริชภูมิ', 'สกลนคร')])).toEqual([here]);
      expect(await store.centers.within([scopeOf(here), scopeOf(there)])).toEqual([here, there]);
      expect(await store.centers.within([scopeOf({ ...here, province: 'เลย' })])).toEqual([]);
      expect(await store.centers.within([])).toEqual([]);
    });

    test('shows of itself what figures and duties need, as it was written last', async () => {
      const { id, name, province, district, householdTarget } = center(1);
      const row = { id, name, province, district, householdTarget };
      expect(await store.registry.apply(reconcile([], [numbered(2)]))).toEqual([]);
      await store.centers.write(centerRecord(center(1)), 0);
      const confirmations = [{ year, as: 'officer' as const, by: personId(1), at }];
      const changed = { ...center(1), name: 'ศูนย์ใหม่', householdTarget: 9 };
      await store.centers.write({ ...centerRecord(changed), confirmations, rev: 2 }, 1);
      expect(await store.centers.rows([scopeOf(center(1))])).toEqual([
        { ...row, name: 'ศูนย์ใหม่', householdTarget: 9, confirmations: [{ year, as: 'officer' }] },
      ]);
      const doubt = { year, as: 'districtHead', by: personId(2), at, reason: 'เบอร์โทรเปลี่ยน' } as const;
      await store.centers.write({ ...centerRecord(changed), doubts: [doubt], rev: 3 }, 2);
      expect(await store.centers.rows([scopeOf(center(1))])).toMatchObject([{ doubted: [year] }]);
      const all = await store.centers.rows([nation]);
      expect(all.map(({ id }) => id)).toEqual((await store.centers.within([nation])).map(({ id }) => id));
      expect(all).toHaveLength(2);
    });
  });

  describe('an import of the registry', () => {
    const importRows = async (rows: readonly NumberedRow[]) => {
      const changes = reconcile(await store.registry.entries(), rows);
      return { changes, conflicts: await store.registry.apply(changes) };
    };

    test('makes centers, and changes nothing the second time', async () => {
      const first = await importRows([numbered(1), numbered(2)]);
      expect(first.conflicts).toEqual([]);
      expect(await store.centers.within([nation])).toHaveLength(2);
      const before = await store.registry.entries();
      const second = await importRows([numbered(1), numbered(2)]);
      expect(second.changes).toMatchObject({ created: [], updated: [], rejected: [] });
      expect(second.conflicts).toEqual([]);
      expect(await store.registry.entries()).toEqual(before);
    });

    test('takes over what its rows state anew and keeps what was decided by chat', async () => {
      await importRows([numbered(1)]);
      const [made] = await store.centers.within([nation]);
      if (!made) return expect.unreachable();
      await correct(made.id, '0899999999');
      await importRows([numbered(1, { committeeSize: 9 })]);
      const after = await store.centers.read(made.id);
      expect(after?.center).toEqual({
        ...made,
        committeeSize: 9,
        chair: { ...made.chair, phone: '0899999999' },
      });
      expect(Object.keys(after?.outcomes ?? {})).toEqual(['by chat']);
      expect(after?.imported).toMatchObject({ committeeSize: 9, chairPhone: secrets.phone });
    });

    test('names the rows whose center was corrected while it ran, and leaves those alone', async () => {
      await importRows([numbered(1), numbered(2)]);
      const changes = reconcile(await store.registry.entries(), [
        numbered(1, { committeeSize: 9 }),
        numbered(2, { committeeSize: 9 }),
      ]);
      const corrected = changes.updated[0];
      if (!corrected) return expect.unreachable();
      await correct(corrected.center.id, '0899999999');
      expect(await store.registry.apply(changes)).toEqual([corrected.line]);
      expect((await store.centers.read(corrected.center.id))?.center).toMatchObject({
        chair: { phone: '0899999999' },
      });
      expect((await store.centers.read(corrected.center.id))?.center.committeeSize).toBeUndefined();
    });

    test('gives a center its new name, and its former name to another one', async () => {
      await importRows([numbered(1)]);
      const [made] = await store.centers.within([nation]);
      if (!made) return expect.unreachable();
      const name = 'ศจก.รวมใจพัฒนา';
      expect((await importRows([numbered(1, { name })])).changes.rejected).toHaveLength(1);
      const rows: readonly NumberedRow[] = [
        { ...numbered(1, { name }), means: made.id },
        { line: 2, row: row(1), means: 'new' },
      ];
      expect((await importRows(rows)).conflicts).toEqual([]);
      const after = await store.centers.within([nation]);
      expect(after.map((each) => each.name).sort()).toEqual([made.name, name].sort());
      expect((await store.centers.read(made.id))?.center.name).toBe(name);
      expect((await importRows(rows)).changes).toMatchObject({ created: [], updated: [], rejected: [] });
    });

    test('that runs twice at once makes every center once', async () => {
      const rows = [numbered(1), numbered(2), numbered(3)];
      const changes = reconcile(await store.registry.entries(), rows);
      const conflicts = await Promise.all([store.registry.apply(changes), store.registry.apply(changes)]);
      expect(conflicts.flat().sort()).toEqual([1, 2, 3]);
      expect(await store.centers.within([nation])).toHaveLength(3);
    });

    async function correct(id: ReturnType<typeof centerId>, phone: string): Promise<void> {
      const present = await store.centers.read(id);
      if (!present) return expect.unreachable();
      const corrections = [{ field: 'chairPhone', value: phone }] as const;
      const intent = {
        kind: 'correct',
        year,
        id: intentId('by chat'),
        by: personId(1),
        at,
        corrections,
      } as const;
      await store.centers.write(decideCenter(present, intent).record, present.rev);
    }
  });
}

function row(n: number, changes: Partial<RegistryRow> = {}): RegistryRow {
  const villages = ['หนองบัว', 'ดอนแดง', 'โคกสะอาด', 'นาคำ'];
  const village = villages[n] ?? 'ป่าไม้';
  return {
    province: 'สกลนคร',
    district: 'วาริชภูมิ',
    subdistrict: 'วาริชภูมิ',
    moo: n,
    village,
    name: `ศูนย์จัดการกองทุนชุมชนบ้าน${village}`,
    chairName: secrets.chair,
    chairPhone: secrets.phone,
    ...changes,
  };
}

const numbered = (n: number, changes?: Partial<RegistryRow>): NumberedRow => ({
  line: n,
  row: row(n, changes),
});
