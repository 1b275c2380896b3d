import { describe, expect, it } from 'vitest';
import { advance, type Move, presentSlot } from '../../src/engine/advance.ts';
import type { Draft } from '../../src/engine/draft.ts';
import type { Form } from '../../src/engine/form.ts';
import type { EventId } from '../../src/engine/ids.ts';
import { evidenceOn } from '../../src/engine/review.ts';
import { valuesOf, walk } from '../../src/engine/walk.ts';
import { freshDraft } from './anyForm.ts';
import { draftOf, end, formOf, key, members, points, skip, spec, step, turn } from './smallForms.ts';

const three = formOf(points(1), points(2), points(3));

/** A person filling in a form, a move every second. */
function filling(form: Form, from: Draft = freshDraft(form)) {
  let draft = from;
  let n = 100;
  const move = (made: Move) => {
    n += 1;
    const result = advance(spec(form), draft, made, turn(n));
    draft = result.draft;
    return result.happened;
  };
  return {
    move,
    types: (text: string) => move({ kind: 'text', text }),
    taps: (on: string, value: string) => move({ kind: 'tap', key: key(on), value }),
    asked: () => presentSlot(spec(form), draft)?.key,
    values: () => valuesOf(walk(form, draft).slots),
    draft: () => draft,
  };
}

describe('an answer', () => {
  it('in any wording of its number is noted, and the next question comes', () => {
    const person = filling(three);
    expect(person.types('3').kind).toBe('answered');
    expect(person.types('สอง').kind).toBe('answered');
    expect(person.types('ข้อ 1')).toMatchObject({ kind: 'answered', value: '1', itemWord: true });
    expect(person.values()).toEqual({ i1: '3', i2: '2', i3: '1' });
    expect(person.asked()).toBeUndefined();
  });

  it('that is wrong is counted until a right one is given', () => {
    const person = filling(three);
    expect(person.types('9')).toMatchObject({ kind: 'refused', misses: 1 });
    expect(person.types('อะไรนะ')).toMatchObject({ kind: 'refused', misses: 2 });
    person.types('2');
    expect(person.types('9')).toMatchObject({ kind: 'refused', misses: 1 });
  });

  it('of two meanings is asked about, and a button or its words settle it', () => {
    const form = formOf(step({ id: 'debt', kind: 'money', min: 0, max: 1_000_000_00 }));
    const asked = { kind: 'unsure', candidates: [105_00, 150_00] };
    const tapping = filling(form);
    expect(tapping.types('ร้อยห้า')).toMatchObject(asked);
    expect(tapping.taps('debt', '#1')).toMatchObject({ kind: 'answered', value: 150_00 });
    const typing = filling(form);
    expect(typing.types('ร้อยห้า')).toMatchObject(asked);
    expect(typing.types('105 บาท')).toMatchObject({ kind: 'answered', value: 105_00 });
  });

  it('that is the place of one of two amounts asked about is asked about as well', () => {
    const person = filling(formOf(step({ id: 'debt', kind: 'money', min: 0, max: 1_000_000_00 })));
    person.types('ร้อยห้า');
    expect(person.types('2')).toMatchObject({ kind: 'unsure', candidates: [150_00, 2_00] });
    expect(person.types('2 บาท')).toMatchObject({ kind: 'answered', value: 2_00 });
    const other = filling(formOf(step({ id: 'count', kind: 'number', min: 1, max: 200 })));
    expect(other.types('2-3')).toMatchObject({ kind: 'unsure', candidates: [2, 3] });
    expect(other.types('2')).toMatchObject({ kind: 'answered', value: 2 });
  });

  it('of one unsure meaning is taken on a yes and asked anew on a no', () => {
    const form = formOf(step({ id: 'debt', kind: 'money', min: 0, max: 1_000_000_00 }));
    const yes = filling(form);
    expect(yes.types('ประมาณ 20000')).toMatchObject({ kind: 'unsure', candidates: [20_000_00] });
    expect(yes.types('ใช่ครับ')).toMatchObject({ kind: 'answered', value: 20_000_00 });
    const no = filling(form);
    no.types('ประมาณ 20000');
    expect(no.types('ไม่ใช่')).toMatchObject({ kind: 'refused' });
    expect(no.types('ใช่')).toMatchObject({ kind: 'refused' });
  });

  it('whose every meaning is out of range is refused for that', () => {
    const form = formOf(step({ id: 'debt', kind: 'money', min: 0, max: 50_00 }));
    expect(filling(form).types('ร้อยห้า')).toMatchObject({
      kind: 'refused',
      problem: { code: 'tooLarge', max: 50_00, money: true },
    });
  });

  it('finds nothing open in a complete form', () => {
    const person = filling(three, draftOf(three, ['i1', '1'], ['i2', '1'], ['i3', '1']));
    expect(person.types('3').kind).toBe('complete');
    expect(person.move({ kind: 'skip' }).kind).toBe('complete');
    const file = { kind: 'file', file: 'f' } as const;
    expect(person.move({ kind: 'evidence', evidence: file }).kind).toBe('complete');
  });
});

describe('skipping', () => {
  const form = formOf(step({ id: 'why', kind: 'text', max: 40, optional: true }), points(1));

  it('passes over what may be left out, and nothing else', () => {
    const person = filling(form);
    expect(person.move({ kind: 'skip' }).kind).toBe('skipped');
    expect(person.move({ kind: 'skip' }).kind).toBe('mustAnswer');
    expect(person.asked()).toBe('i1');
  });

  it('is taken back by an answer', () => {
    const person = filling(form, draftOf(form, ['why', skip]));
    person.move({ kind: 'editKey', key: key('why') });
    person.types('เอกสารไม่ครบ');
    expect(person.values()).toEqual({ why: 'เอกสารไม่ครบ' });
  });
});

describe('a question that need not be answered', () => {
  const form = formOf(
    step({ id: 'note', kind: 'text', max: 100, optional: true }),
    step({ id: 'phone', kind: 'phone', optional: true }),
    step({ id: 'who', kind: 'text', max: 100 }),
  );
  it.each(['ไม่มี', '-', 'none', 'ไม่มีใคร'])(
    'is passed over by %s, which another takes as its answer',
    (text) => {
      const person = filling(form);
      expect(person.types(text).kind).toBe('skipped');
      expect(person.types(text).kind).toBe('skipped');
      expect(person.types(text)).toMatchObject({ kind: 'answered', value: text });
    },
  );

  it('hears that there is no telephone, and nothing less', () => {
    const person = filling(form);
    person.move({ kind: 'skip' });
    expect(person.types('ไม่มีปัญหา').kind).toBe('refused');
    expect(person.types('ไม่มีเบอร์โทร').kind).toBe('skipped');
  });
});

describe('going back', () => {
  it('from a question asked for several asks the one before, and leaves the card at the first of them', () => {
    const form = formOf(points(1), points(2), points(3), points(4));
    const shared = {
      event: 'card' as EventId,
      unclear: [],
      answers: [],
      shared: [[key('i1'), key('i2')], [key('i3')]],
    };
    const answered = {
      ...shared,
      answers: [key('i1'), key('i2')].map((one) => ({ key: one, value: '2' })),
      ...{ shared: [[key('i3')]], done: [[key('i1'), key('i2')]] },
    };
    const person = filling(form, { ...freshDraft(form), proposed: answered });
    expect(person.asked()).toBe('i3');
    expect(person.move({ kind: 'back' })).toMatchObject({
      kind: 'wentBack',
      key: 'i1',
      taken: { value: '2' },
    });
    expect(person.draft().proposed).toEqual({ ...shared, done: [] });
    expect(person.asked()).toBe('i1');
    expect(person.move({ kind: 'back' })).toEqual({ kind: 'wentBack', key: 'i1' });
    expect(person.draft().proposed).toBeUndefined();
  });

  it('asks the last question again without its answer, down to the first', () => {
    const person = filling(three);
    person.types('3');
    person.types('2');
    expect(person.move({ kind: 'back' })).toMatchObject({
      kind: 'wentBack',
      key: 'i2',
      taken: { value: '2' },
    });
    expect(person.asked()).toBe('i2');
    expect(person.values()).toEqual({ i1: '3' });
    person.move({ kind: 'back' });
    expect(person.move({ kind: 'back' })).toEqual({ kind: 'atStart' });
    expect(person.draft().log).toEqual([]);
  });

  it('during an edit only leaves the edit', () => {
    const person = filling(three, draftOf(three, ['i1', '1'], ['i2', '2']));
    person.move({ kind: 'edit', number: 1 });
    expect(person.move({ kind: 'back' })).toEqual({ kind: 'wentBack', key: 'i1' });
    expect(person.asked()).toBe('i3');
    expect(person.values()).toEqual({ i1: '1', i2: '2' });
  });

  it('also leaves the edit of a question that was not answered yet', () => {
    const person = filling(three, draftOf(three, ['i1', '1']));
    person.move({ kind: 'edit', number: 3 });
    expect(person.asked()).toBe('i3');
    person.move({ kind: 'back' });
    expect(person.asked()).toBe('i2');
    expect(person.values()).toEqual({ i1: '1' });
  });

  it('after an edit brings the answer before it back, and asks there', () => {
    const person = filling(three, draftOf(three, ['i1', '1'], ['i2', '2']));
    person.move({ kind: 'edit', number: 1 });
    person.types('3');
    person.move({ kind: 'back' });
    expect(person.values()).toEqual({ i1: '1', i2: '2' });
    expect(person.asked()).toBe('i1');
  });

  it('opens a list again that was ended last', () => {
    const form = formOf(members, points(1));
    const person = filling(form, draftOf(form, ['members.1', end]));
    expect(person.asked()).toBe('i1');
    expect(person.move({ kind: 'back' })).toEqual({ kind: 'wentBack', key: 'members.1.name' });
    expect(person.asked()).toBe('members.1.name');
  });

  it('says what was taken off', () => {
    const person = filling(three, draftOf(three, ['i1', '1']));
    expect(person.move({ kind: 'back' })).toMatchObject({ kind: 'wentBack', taken: { value: '1' } });
  });

  it('from an item of a list that is looked at again leaves the whole list', () => {
    const form = formOf(members, points(1));
    const first = [
      ['members.1.name', 'ก'],
      ['members.1.works', false],
    ] as const;
    const second = [
      ['members.2.name', 'ข'],
      ['members.2.works', false],
    ] as const;
    const filled = draftOf(form, ...first, ...second, ['members.3', end]);
    const person = filling(form, filled);
    person.move({ kind: 'editKey', key: key('members.1.name') });
    expect(person.move({ kind: 'end', key: key('members.1.name') })).toEqual({ kind: 'ended' });
    expect(person.values()).toMatchObject({ 'members.1.name': 'ก', 'members.2.name': 'ข' });
  });

  it('keeps the photos that were sent meanwhile', () => {
    const person = filling(three);
    person.types('3');
    person.move({ kind: 'evidence', evidence: { kind: 'photo', file: 'p' } });
    person.move({ kind: 'back' });
    expect(person.draft().log.map((entry) => entry.do)).toEqual(['keep']);
  });
});

describe('an edit', () => {
  it('by a number that is not there says up to which one may choose', () => {
    expect(filling(three).move({ kind: 'edit', number: 9 })).toEqual({
      kind: 'noSuchNumber',
      number: 9,
      last: 3,
    });
  });

  it('of a question that is not asked changes nothing', () => {
    expect(filling(three).move({ kind: 'editKey', key: key('i9') })).toEqual({ kind: 'notAsked' });
  });

  it('that opens a branch goes there before it goes on', () => {
    const form = formOf(
      step({ id: 'debts', kind: 'yesNo' }),
      step({ id: 'whose', kind: 'text', max: 40, when: { is: ['debts', true] } }),
      points(1),
    );
    const person = filling(form, draftOf(form, ['debts', false]));
    expect(person.asked()).toBe('i1');
    person.move({ kind: 'editKey', key: key('debts') });
    person.types('ใช่');
    expect(person.asked()).toBe('whose');
    person.types('กลุ่มออมทรัพย์');
    expect(person.asked()).toBe('i1');
  });
});

describe('a button', () => {
  it('of the present question answers it, of an earlier one changes that and stays', () => {
    const person = filling(three);
    person.taps('i1', '1');
    expect(person.taps('i1', '3')).toMatchObject({ kind: 'answered', changed: true });
    expect(person.values()).toEqual({ i1: '3' });
    expect(person.asked()).toBe('i2');
  });

  it('tapped during an edit leaves the edit open', () => {
    const person = filling(three, draftOf(three, ['i1', '1'], ['i2', '2']));
    person.move({ kind: 'edit', number: 2 });
    person.taps('i1', '3');
    expect(person.asked()).toBe('i2');
    expect(person.values()).toEqual({ i1: '3', i2: '2' });
  });

  it('that offers something else than the question takes changes nothing', () => {
    const person = filling(three);
    for (const value of ['4', '', '#0', 'yes', '__proto__'])
      expect(person.taps('i1', value)).toEqual({ kind: 'notAsked' });
    for (const on of ['i9', '', '__proto__', 'members.1.name'])
      expect(person.taps(on, '1')).toEqual({ kind: 'notAsked' });
    expect(person.draft().log).toEqual([]);
  });

  it('older than the answer that stands changes nothing', () => {
    const draft = draftOf(three, ['i1', '1'], ['i2', '2']);
    const tap = { kind: 'tap', key: key('i2'), value: '3' } as const;
    expect(advance(spec(three), draft, tap, turn(0))).toMatchObject({
      draft,
      happened: { kind: 'newerStands' },
    });
  });

  it('of a date picker brings the date', () => {
    const form = formOf(step({ id: 'by', kind: 'date', only: 'future' }));
    expect(filling(form).taps('by', '2022-09-30')).toMatchObject({ kind: 'answered', value: '2022-09-30' });
    expect(filling(form).taps('by', '2022-07-30')).toMatchObject({
      kind: 'refused',
      problem: { code: 'inPast' },
    });
  });

  it('of a suggestion answers the question that it was under', () => {
    const form = formOf(
      step({ id: 'aim', kind: 'text', max: 40 }),
      step({ id: 'who', kind: 'text', max: 40 }),
    );
    const person = filling(form);
    const suggestion = { kind: 'value', key: key('aim'), value: 'ทบทวนทุกปี' } as const;
    person.move(suggestion);
    // Tapped twice in a hurry.
    person.move(suggestion);
    expect(person.values()).toEqual({ aim: 'ทบทวนทุกปี' });
    expect(person.asked()).toBe('who');
  });
});

describe('the end of a list', () => {
  const form = formOf(members, points(1));

  it('is taken before an item and not within one', () => {
    const person = filling(form);
    person.types('สมชาย');
    expect(person.move({ kind: 'end', key: key('members.1.works') }).kind).toBe('notAsked');
    person.types('ไม่ใช่');
    expect(person.move({ kind: 'end', key: key('members.2.name') }).kind).toBe('ended');
    expect(person.asked()).toBe('i1');
  });

  it('by a button under an item that was answered since changes nothing', () => {
    const person = filling(form);
    person.types('สมชาย');
    expect(person.move({ kind: 'end', key: key('members.1.name') }).kind).toBe('newerStands');
    expect(person.values()).toEqual({ 'members.1.name': 'สมชาย' });
  });

  it('is taken back by choosing to edit its next item', () => {
    const person = filling(form, draftOf(form, ['members.1', end]));
    expect(person.move({ kind: 'editKey', key: key('members.1.name') }).kind).toBe('editing');
    expect(person.asked()).toBe('members.1.name');
    person.types('สมชาย');
    person.types('ไม่ใช่');
    expect(person.asked()).toBe('members.2.name');
    person.move({ kind: 'end', key: key('members.2.name') });
    expect(person.asked()).toBe('i1');
  });
});

describe('what is sent', () => {
  it('is kept as evidence on the open question, which stays open', () => {
    const person = filling(three);
    expect(person.move({ kind: 'evidence', evidence: { kind: 'photo', file: 'a' } })).toMatchObject({
      count: 1,
    });
    expect(person.move({ kind: 'evidence', evidence: { kind: 'file', file: 'b' } })).toMatchObject({
      count: 2,
    });
    expect(person.asked()).toBe('i1');
  });

  it('answers a question for a photo or a place', () => {
    const form = formOf(step({ id: 'sign', kind: 'photo' }), step({ id: 'at', kind: 'location' }));
    const person = filling(form);
    person.move({ kind: 'evidence', evidence: { kind: 'file', file: 'not a photo' } });
    expect(person.asked()).toBe('sign');
    person.move({ kind: 'evidence', evidence: { kind: 'photo', file: 'p' } });
    person.move({ kind: 'evidence', evidence: { kind: 'location', latitude: 14, longitude: 101 } });
    expect(person.values()).toEqual({ sign: 'p', at: { latitude: 14, longitude: 101 } });
  });

  it('answers with the first of several photos, keeps the others beside it, and goes back as one', () => {
    const form = formOf(step({ id: 'sign', kind: 'photo' }), step({ id: 'at', kind: 'location' }));
    const person = filling(form);
    const photo = (file: string) => ({ kind: 'photo', file }) as const;
    const three = { kind: 'evidence', evidence: photo('a'), more: [photo('b'), photo('c')] } as const;
    expect(person.move(three)).toMatchObject({ kind: 'answered', value: 'a', more: 2 });
    expect(evidenceOn(person.draft(), key('sign'))).toEqual([photo('b'), photo('c')]);
    expect(person.move(three)).toMatchObject({ kind: 'kept', count: 3 });
    person.move({ kind: 'back' });
    expect(person.asked()).toBe('sign');
    expect(evidenceOn(person.draft(), key('sign'))).toEqual([]);
    expect(evidenceOn(person.draft(), key('at'))).toHaveLength(3);
  });

  it('answers a question for a photo as a document too, with its name, where such are taken', () => {
    const document = { kind: 'file', file: 'd', name: 'แผน.pdf' } as const;
    const person = filling(
      formOf(step({ id: 'sign', kind: 'photo' }), step({ id: 'with', kind: 'photo', files: true })),
    );
    expect(person.move({ kind: 'evidence', evidence: document })).toMatchObject({ kind: 'kept' });
    person.move({ kind: 'evidence', evidence: { kind: 'photo', file: 'p' } });
    const nameless = { kind: 'file', file: 'd' } as const;
    expect(person.move({ kind: 'evidence', evidence: nameless })).toMatchObject({ kind: 'kept' });
    expect(person.move({ kind: 'text', text: 'ไม่มี' })).toMatchObject({
      problem: { code: 'unreadable', kind: 'photoOrFile' },
    });
    person.move({ kind: 'evidence', evidence: document });
    expect(person.values()).toEqual({ sign: 'p', with: { file: 'd', name: 'แผน.pdf' } });
  });
});
