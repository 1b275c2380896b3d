import { describe, expect, test } from 'vitest';
import type { DraftId, EventId } from '../../../src/engine/ids.ts';
import { startDraft } from '../../../src/features/assessment/subject.ts';
import { readTypedCode } from '../../../src/features/people/typedCode.ts';
import { numberBehind } from '../../../src/kernel/commands.ts';
import type { InboundEvent, What } from '../../../src/kernel/event.ts';
import { questionKey } from '../../../src/kernel/form/questionKey.ts';
import { type Person, stranger } from '../../../src/kernel/person.ts';
import { read } from '../../../src/kernel/reads.ts';
import { type Option, said, t } from '../../../src/kernel/reply.ts';
import { type Route, route } from '../../../src/kernel/route/index.ts';
import { centerNamed, now, officerOf, year } from '../../support/flowWorld.ts';
import { context } from '../../support/turn.ts';

/** Whose turn it is, by the rules that hold everywhere. */
const { commands } = context.features;
const readCommand = (text: string) => {
  const found = commands.read(text);
  return found && { name: found.command.name, rest: found.rest };
};
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const officer = officerOf('นาดี');
const draft = startDraft(
  'd1' as DraftId,
  centerNamed('ศจก.บ้านทุ่ง', 'นาดี'),
  { year, version: 2565 },
  undefined,
  now,
);
const shown = (...options: readonly Option[]): Person['shown'] => ({ options, asks: true, heardAt: now });

/** An officer at a question of part 1 (a choice), or at the free text that corrects a name. */
const atChoice: Person = {
  ...officer,
  drafts: { [draft.id]: draft },
  lastDraft: draft.id,
  open: { kind: 'draft', draft: draft.id },
  shown: shown(),
};
const field = { do: 'answer', key: 'corrections.1.field', value: 'chairName', at: now, event: 'e0' } as never;
const atText: Person = { ...atChoice, drafts: { [draft.id]: { ...draft, log: [field] } } };
const atNothing: Person = { ...officer, shown: shown() };
const atPrompt = (data = {}): Person => ({
  ...atNothing,
  open: { kind: 'prompt', flow: 'level', act: 'show', data },
});

const event = (what: What, at = later(10)): InboundEvent => ({
  ...{ id: 'e1' as EventId, who: officer.id, lineUser: 'U1', at, receivedAt: at, redelivered: false },
  ...what,
});
const types = (who: Person, text: string, at?: Date): Route =>
  route(who, event({ kind: 'text', text }, at), context);
const flowAndAct = ({ flow, call, parks }: Route) =>
  `${flow} ${call.kind === 'command' ? call.command : call.kind === 'act' ? call.act : call.kind}${parks ? ' parks' : ''}`;

describe('a stranger', () => {
  test('only ever meets the question of consent', () => {
    const person = stranger(officer.id, 'U1');
    for (const text of ['สวัสดี', 'ประเมิน', 'เมนู', '3', 'FL65-00000000-0', '7K4M2QXA'])
      expect(flowAndAct(types(person, text))).toBe('people event');
    const tap = { kind: 'act', flow: 'assess', act: 'takeOver', value: 'C000001' } as const;
    expect(flowAndAct(route(person, event({ kind: 'tap', tap }), context))).toBe('people event');
  });
});

describe('a command', () => {
  test('is read in either language, with spaces, capitals and courtesy', () => {
    for (const text of ['เมนู', 'เมนูครับ', ' เ ม นู ', 'Menu', 'MENU please'])
      expect(flowAndAct(types(atNothing, text))).toBe('menu menu');
    expect(flowAndAct(types(atNothing, 'งานค้าง ค่ะ'))).toBe('tasks tasks');
    expect(flowAndAct(types(atNothing, 'my data'))).toBe('people myData');
  });

  test('takes what stands behind it, the longest word first', () => {
    expect(readCommand('ประเมิน บ้านทุ่ง')).toEqual({ name: 'assess', rest: 'บ้านทุ่ง' });
    expect(readCommand('แก้ไข ๓')).toEqual({ name: 'edit', rest: '3' });
    expect(readCommand('แก้ไข สอง')).toEqual({ name: 'edit', rest: 'สอง' });
    expect(readCommand('ส่งรอบ สอง')).toEqual({ name: 'submitRound', rest: 'สอง' });
    expect(readCommand('แก้ไข 2565')).toBeUndefined();
    expect(readCommand('แก้ไข 1.5')).toBeUndefined();
    expect(['3', '๓', 'สาม', 'ข้อ 3', 'ที่ 3', 'three'].map(numberBehind)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(readCommand('แก้ไข ข้อ 12')).toEqual({ name: 'edit', rest: 'ข้อ 12' });
    // Thai has no spaces between words: what goes on without one is another word.
    expect(readCommand('ประเมินร่วมกับทีมคู่หู')).toBeUndefined();
    expect(readCommand('แผนที่')).toBeUndefined();
  });

  test('of a release to come is known, with what stands behind it; it is never offered as a correction', () => {
    for (const text of ['จัดลำดับ', 'ความพร้อม', 'ส่งออก', 'women fund'])
      expect(flowAndAct(types(atPrompt(), text))).toBe('stray notYet');
    // While free text is open it may be the answer.
    expect(flowAndAct(types(atText, 'กองทุนสตรี'))).toBe('stray commandOrAnswer');
    expect(readCommand('ประเมินความพร้อม บ้านทุ่ง')).toMatchObject({ name: 'notYet' });
    expect(commands.nearest('ส่งออค')).toBeUndefined();
  });

  test.each(['ลบข้อมูล', 'ลบข้อมูล ค่ะ', 'ออกจากระ', 'กำหนดสง', 'sign ou'])(
    'that is almost typed may be no answer while free text is open: %s',
    (text) => {
      expect(flowAndAct(types(atText, text))).toBe('stray wordOrAnswer');
      expect(commands.isAlmost(text)).toBe(true);
    },
  );

  test.each(['ข้อมูลผิด', 'ลบหนี้ให้หมด', 'สมชาย ใจดี', 'ประเมินร่วมกับทีมคู่หู', 'ออก', 'อบต.'])(
    'is not almost what begins like one: %s',
    (text) => expect(commands.isAlmost(text)).toBe(false),
  );

  test('of courtesy gets a kind word and parks nothing', () => {
    for (const text of ['รับทราบ', 'รับทราบค่ะ', 'รับทราบแล้วครับ', 'acknowledged'])
      expect(flowAndAct(types(atChoice, text))).toBe('chain acknowledged');
    expect(flowAndAct(types(atText, 'รับทราบ'))).toBe('stray commandOrAnswer');
  });

  test('in the middle of a choice acts and parks the form; a word of its own moves does not', () => {
    expect(flowAndAct(types(atChoice, 'ระดับ'))).toBe('level level parks');
    expect(flowAndAct(types(atChoice, 'เมนู'))).toBe('menu menu parks');
    for (const [text, move] of [
      ['ย้อนกลับ', 'back'],
      ['ข้าม', 'skip'],
      ['ตรวจทาน', 'review'],
      ['ทบทวน', 'review'],
      ['แก้ไข 3', 'edit'],
      ['ยกเลิก', 'cancel'],
      ['ทำต่อ', 'continue'],
    ] as const)
      expect(flowAndAct(types(atChoice, text))).toBe(`form ${move}`);
    expect(flowAndAct(types(atChoice, 'ช่วยเหลือ'))).toBe('help help');
  });

  test('while free text is open is asked about, but for the words of navigation', () => {
    expect(flowAndAct(types(atText, 'ระดับ'))).toBe('stray commandOrAnswer');
    expect(flowAndAct(types(atText, 'ประเมิน บ้านทุ่ง'))).toBe('stray commandOrAnswer');
    // A sentence that begins with such a word is rather an answer.
    expect(flowAndAct(types(atText, 'แผน การพัฒนาของศูนย์ควรทบทวนร่วมกับสมาชิกทุกปี'))).toBe('form event');
    expect(flowAndAct(types(atText, 'เมนู'))).toBe('menu menu parks');
    expect(flowAndAct(types(atText, 'ย้อนกลับ'))).toBe('form back');
    expect(flowAndAct(types(atText, 'ส่ง'))).toBe('stray wordOrAnswer');
    expect(flowAndAct(types(atPrompt({ free: 'yes' }), 'ระดับ'))).toBe('stray commandOrAnswer');
    expect(flowAndAct(types(atPrompt(), 'ระดับ'))).toBe('level level');
  });

  test('or a button, or figures alone, is rather a slip where words are asked for', () => {
    const opinion: Person = {
      ...atChoice,
      drafts: { [draft.id]: { ...draft, focus: 'improve' as never } },
    };
    for (const who of [opinion, atPrompt({ free: 'yes' })]) {
      for (const text of [
        '1',
        '๒',
        '2)',
        'ข้อ 3',
        '25,000',
        '081-234-5678',
        'ก.ย. 29-30',
        '30 กันยายน',
        'ดูคำอธิบาย',
        'ถอนผล',
        'บันทึกขั้นตอน',
        'ยินยอม',
        'ไม่เกิน',
        'ถ่ายรูป',
        'รับช่วงต่อ',
      ])
        expect([text, flowAndAct(types(who, text))]).toEqual([text, 'stray wordOrAnswer']);
      const answered = who === opinion ? 'form event' : 'level answer';
      for (const text of ['ประชุม 2 ครั้ง', 'ขอดูคำอธิบายเพิ่ม', 'ปรับปรุงทะเบียน'])
        expect([text, flowAndAct(types(who, text))]).toEqual([text, answered]);
    }
    // The labels of the form's own options stand on its cards.
    expect(flowAndAct(types(opinion, 'เบอร์โทรประธาน'))).toBe('stray wordOrAnswer');
    expect(flowAndAct(types(opinion, 'กลุ่มอาชีพ'))).toBe('stray wordOrAnswer');
    // Nothing is told by it; the form takes it where it knows what that means.
    for (const text of ['ครับ', '???', '🙏', '-', 'ไม่มี']) {
      expect([text, flowAndAct(types(opinion, text))]).toEqual([text, 'form event']);
      expect([text, flowAndAct(types(atPrompt({ free: 'yes' }), text))]).toEqual([
        text,
        'stray wordOrAnswer',
      ]);
    }
    // A name without letters is told so; some answers are figures.
    expect(flowAndAct(types(atText, '1'))).toBe('form event');
    expect(flowAndAct(types(atPrompt({ free: 'yes', figures: 'yes' }), '9'))).toBe('level answer');
  });

  test('acts also where the last question was not heard', () => {
    const unheard: Person = { ...atChoice, shown: { options: [], asks: true } };
    expect(flowAndAct(types(unheard, 'ย้อนกลับ'))).toBe('form back');
    const labelled = { ...unheard.shown, options: [{ label: t('common:edit'), tap: act('fields') }] };
    expect(flowAndAct(types({ ...unheard, shown: labelled }, 'แก้ไข'))).toBe('form edit');
  });
});

const act = (name: string, more: object = {}): Extract<Option, { tap: unknown }>['tap'] =>
  ({ kind: 'act', flow: 'form', act: name, draft: draft.id, ...more }) as never;

describe('a text', () => {
  test('answers the open question when it was typed after that was heard', () => {
    expect(flowAndAct(types(atChoice, '3'))).toBe('form event');
    expect(types(atPrompt({ ids: 'C1' }), '1')).toMatchObject({
      flow: 'level',
      call: { act: 'show', data: { ids: 'C1' } },
    });
  });

  test('typed before the question was shown, or not confirmed to have been, is shown back', () => {
    expect(flowAndAct(types(atChoice, '3', now))).toBe('form event');
    expect(flowAndAct(types(atChoice, '3', later(-1)))).toBe('stray unheard');
    expect(flowAndAct(types({ ...atChoice, shown: { options: [], asks: true } }, '3'))).toBe('stray unheard');
    expect(flowAndAct(types(atPrompt(), '1', later(-1)))).toBe('stray unheard');
  });

  test('of unknown age is shown back, since it may be older than the question', () => {
    const old: InboundEvent = { ...event({ kind: 'text', text: '3' }), ageUnknown: true };
    expect(flowAndAct(route(atChoice, old, context))).toBe('stray unheard');
  });

  test('written under another message than the question is shown back, but for a command', () => {
    const asked: Person = { ...atChoice, shown: { ...shown(), messages: ['m1', 'm2'] } };
    const quotes = (who: Person, text: string, quoted: string) =>
      flowAndAct(route(who, event({ kind: 'text', text, quotes: quoted }), context));
    expect(quotes(asked, '3', 'm2')).toBe('form event');
    expect(quotes(asked, '3', 'm0')).toBe('stray quotesAnother');
    expect(quotes(atChoice, '3', 'm0')).toBe('stray quotesAnother');
    expect(quotes(asked, 'ย้อนกลับ', 'm0')).toBe('form back');
    expect(quotes(atNothing, 'อะไรก็ได้', 'm0')).toBe('stray event');
    const submit: Option = { label: t('common:submit'), tap: act('submit') };
    expect(quotes({ ...atChoice, shown: shown(submit) }, 'ส่ง', 'm0')).toBe('stray quotesAnother');
  });

  test('that was edited changes nothing', () => {
    expect(flowAndAct(route(atChoice, event({ kind: 'edited', text: '3' }), context))).toBe('stray event');
  });

  test('with nothing open is looked at for what it may mean', () => {
    expect(flowAndAct(types(atNothing, 'อะไรก็ได้'))).toBe('stray event');
  });

  test('that is the label of a button shown last does what the button does', () => {
    const submit: Option = { label: t('common:submit'), tap: act('submit') };
    for (const text of ['ส่ง', 'ส่งค่ะ', 'submit', 'Submit'])
      expect(flowAndAct(types({ ...atChoice, shown: shown(submit) }, text))).toBe('form submit');
    expect(flowAndAct(types(atChoice, 'ส่ง'))).toBe('form event');
    const choice: Option = {
      label: said('3'),
      tap: { kind: 'answer', draft: draft.id, step: 'i1' as never, value: '3' },
    };
    expect(types({ ...atChoice, shown: shown(choice) }, '3').call).toMatchObject({
      act: 'answer',
      value: 'i1=3',
    });
  });

  test('that is the label of a button which picks gets told what to do instead', () => {
    const camera: Option = { label: t('common:photo'), pick: 'camera' };
    expect(types({ ...atChoice, shown: shown(camera) }, 'ถ่ายรูป').call).toMatchObject({
      act: 'picker',
      value: 'camera',
    });
  });

  test('that is a receipt shows what became of it, whatever is open', () => {
    for (const person of [atNothing, atChoice, atPrompt()])
      expect(flowAndAct(types(person, 'เลขที่รับ FL65-B1CDZF7X-A'))).toBe('receipt show');
  });

  test('that is a code with the word for it in front is that code', () => {
    for (const text of ['รหัส ๔tr๕ ๗fs๕ ครับ', 'รหัสเชิญ: 4TR57FS5', 'My code is 4tr5-7fs5 please']) {
      expect(flowAndAct(types(atNothing, text))).toBe('people redeem');
      expect(readTypedCode(text)).toBe('4TR57FS5');
    }
    // A code may end in what is courtesy elsewhere.
    expect(readTypedCode('code 7k4m25ka')).toBe('7K4M25KA');
    expect(readTypedCode('รหัสอะไร')).toBeUndefined();
  });

  test('that can only be an invitation code is redeemed, unless the question takes such words', () => {
    for (const person of [atChoice, atPrompt()])
      expect(flowAndAct(types(person, '8N3P5RYB'))).toBe('people redeem');
    expect(flowAndAct(types(atText, '8N3P5RYB'))).toBe('form event');
    expect(flowAndAct(types(atPrompt({ free: 'yes' }), '8N3P5RYB'))).toBe('level answer');
  });

  test('that may be a word as well is a code of somebody registered only where there is such an invitation', () => {
    for (const text of ['25000000', 'HELLOABC', '8N3P5RYB']) {
      const { where } = types(atChoice, text);
      expect(where?.want).toEqual(read('isInvitation', readTypedCode(text) ?? ''));
      expect(where && flowAndAct(where.otherwise)).toBe('form event');
    }
    // Whoever has no role yet would get tries that nobody counts.
    const unbound: Person = { ...atPrompt(), bindings: [] };
    expect(types(unbound, '8N3P5RYB').where).toBeUndefined();
    expect(flowAndAct(types(unbound, 'HELLOABC'))).toBe('level answer');
  });
});

describe('a text that was shown back', () => {
  const tap = { kind: 'act', flow: 'stray', act: 'useOffer', value: 'e0' } as const;
  const offering = (person: Person, text: string): Person => ({
    ...person,
    offered: [{ event: 'e0' as EventId, text, question: questionKey(person, context) }],
  });
  const taps = (person: Person, name = 'useOffer') =>
    route(person, event({ kind: 'tap', tap: { ...tap, act: name } }), context);

  test('is used for the question that was open then, once', () => {
    const used = taps(offering(atChoice, '3'));
    expect(used).toMatchObject({ flow: 'form', event: { kind: 'text', text: '3' }, uses: 'e0' });
    expect(flowAndAct(taps(atChoice))).toBe('stray offerGone');
    const moved = { ...offering(atChoice, '3'), drafts: atText.drafts };
    expect(flowAndAct(taps(moved))).toBe('stray offerGone');
  });

  test('does what a button of its label does, or what it says as a command', () => {
    const submit: Option = { label: t('common:submit'), tap: act('submit') };
    expect(flowAndAct(taps({ ...offering(atChoice, 'ส่ง'), shown: shown(submit) }))).toBe('form submit');
    expect(flowAndAct(taps(offering(atText, 'ระดับ'), 'runCommand'))).toBe('level level parks');
  });

  test('does not run in circles where it is the label of its own button', () => {
    const use: Option = { label: t('common:useAsAnswer'), tap };
    expect(flowAndAct(taps({ ...offering(atChoice, 'ใช้เป็นคำตอบ'), shown: shown(use) }))).toBe('form event');
  });
});

describe('a button', () => {
  const taps = (tap: object): Route => route(atChoice, event({ kind: 'tap', tap: tap as never }), context);

  test('of a draft that is gone, or was never there, is told apart', () => {
    for (const name of ['d2', '__proto__', 'constructor', 'toString']) {
      expect(flowAndAct(taps({ kind: 'answer', draft: name, step: 'i1', value: '3' }))).toBe(
        'stray oldDraft',
      );
      expect(flowAndAct(taps({ kind: 'act', flow: 'form', act: 'submitYes', draft: name }))).toBe(
        'stray oldDraft',
      );
    }
  });

  test('acts whether or not anything was heard', () => {
    expect(flowAndAct(taps({ kind: 'answer', draft: 'd1', step: 'i1', value: '3' }))).toBe('form answer');
    expect(flowAndAct(taps({ kind: 'act', flow: 'level', act: 'show', value: 'C1' }))).toBe('level show');
  });

  test.each(['admin', 'toString'])('of a flow that there is not is strange: %s', (flow) => {
    const strange = taps({ kind: 'act', flow, act: 'erase' });
    expect(flowAndAct(strange)).toBe('stray event');
    expect(strange.event).toMatchObject({ kind: 'strangeTap', who: officer.id });
  });
});

describe('what else is sent', () => {
  test('goes to the open question when it may be evidence, and gets a kind word otherwise', () => {
    const to = (person: Person, what: What) => flowAndAct(route(person, event(what), context));
    const photo: What = { kind: 'file', media: 'photo', file: 'f1' as never };
    expect(to(atChoice, photo)).toBe('form event');
    expect(to(atPrompt(), { kind: 'location', latitude: 1, longitude: 1 })).toBe('level answer');
    for (const what of [
      photo,
      { kind: 'other', media: 'sticker' },
      { kind: 'unusableFile', why: 'gone' },
      { kind: 'strangeTap' },
      { kind: 'group' },
      { kind: 'unsend', message: '1' },
    ] as const)
      expect(to(atNothing, what)).toBe('stray event');
    for (const kind of ['follow', 'unfollow'] as const) expect(to(atChoice, { kind })).toBe('people event');
  });
});
