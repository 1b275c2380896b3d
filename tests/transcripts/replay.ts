import type { DraftId } from '../../src/engine/ids.ts';
import { takeWording } from '../../src/features/form/wording/takeWording.ts';
import type { What } from '../../src/kernel/event.ts';
import { stranger } from '../../src/kernel/person.ts';
import type { Option, Tap } from '../../src/kernel/reply.ts';
import type { Tick } from '../../src/kernel/tick.ts';
import type { Scope } from '../../src/programme/area/areas.ts';
import { parseInstant } from '../../src/programme/calendar/calendar.ts';
import { defaultHouseholdTarget } from '../../src/programme/center/center.ts';
import { toIsoYear } from '../../src/programme/center/founding.ts';
import type { FileId, FiscalYear } from '../../src/programme/ids.ts';
import { clockJobs, runId } from '../../src/programme/job/job.ts';
import type { Binding, Role } from '../../src/programme/people/actor.ts';
import { scopeKindOf } from '../../src/programme/people/actor.ts';
import { inviteLife } from '../../src/programme/people/invite.ts';
import { createTexts } from '../../src/text/texts.ts';
import { contract, join, managed, planned, resulted, year } from '../app/householdOffice.ts';
import { wordsOf } from '../support/conversation.ts';
import { centerNamed } from '../support/flowWorld.ts';
import { type Heard, personId, type World } from './world.ts';

const texts = createTexts();
const province = 'ปราจีนบุรี';

/**
 * Replays the lines that people wrote in a transcript and gives the whole conversation back. A transcript is
 * plain text; every line is one of
 *
 *   # a remark
 *   @ อรทัย = officer กบินทร์บุรี        somebody who is registered already
 *   @ code 7K4M2QXA = chair นาดี ศจก.…   an invitation that exists (`expired` before the code for an old one)
 *   @ later 3 days | @ year 2565 closed   the world goes on (`@ year 2566 beside 2565`: both take reports)
 *   @ at 2565-08-12T10:00                  it is that time
 *   @ lost | @ nameless                   the next reply does not arrive; LINE tells no names
 *   @ no address                          photos and documents cannot be opened by a link
 *   @ center ศจก.ใหม่ = นาดี                a center of which the registry has nothing but the name
 *                                         (`budgeted` or `founded 2552` behind the district where it has that)
 *   @ wording 3 1 = ประชุมปีละ …           the paper says this of item 3, at 1 point (without the point: of the item)
 *   @ household by อรทัย in ศจก.… = 12/3 30000+20000 นายสมชาย ใจดี
 *                                         a household that joined in June; `planned` or `managed` before its name
 *                                         when it has its plan, or its step 4 as well
 *                                         (`1..40` for as many in the houses of these numbers)
 *   @ clock reminders 2565-08-02 อรทัย      a job tells a person of that day's morning (`kept` at the end: no push is left)
 *   @ quota 100                           LINE tells that the month has so many pushes
 *   @ sending                             what was announced or ordered, and is due, goes out
 *   @ result by อรทัย in ศจก.… = 1 20000   household 1 then owes 20,000 baht
 *   อรทัย: 3                              what a person types
 *   อรทัย [2]                             taps the button of that label
 *   อรทัย (sticker)                       sends or does something else, by one word
 *   อรทัย <2                              typed before the last question was shown
 *   อรทัย ^2                              typed under another message than the last question
 *   อรทัย ~2                              what a text reads after it was edited
 *   อรทัย [[2]]                           taps the same button that was tapped by that label before
 *
 * and the bot's lines, which are made anew: `    bot: …`, or `    bot to สมหญิง: …`.
 */
export async function replay(
  text: string,
  world: World,
  /** Called after each thing that somebody said, with what everybody then heard. */
  visit: (heard: readonly Heard[]) => Promise<void> = async () => {},
  /** How a button of the last reply is used. */
  use: (heard: Heard | undefined, option: Option, tap: Tap) => What = onPhone,
): Promise<string> {
  const tapped = new Map<string, Tap>();
  const last = new Map<string, Heard>();
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('    ')) continue;
    lines.push(line);
    if (line.startsWith('@ ')) await change(world, line.slice(2));
    if (line === '@ sending') {
      const all = await world.sends();
      for (const heard of all) lines.push(...botLines(heard, ''));
      await visit(all);
    }
    const struck = clockIn(line);
    if (struck) {
      const all = await world.happens(struck.who, { kind: 'tick', tick: struck.tick });
      for (const heard of all) lines.push(...botLines(heard, ''));
      await visit(all);
    }
    const act = /^(\S+?)(?:: (.*)| \[\[(.+)\]\]| \[(.+)\]| \((\w+)\)| <(.*)| \^(.*)| ~(.*))$/.exec(line);
    if (!act || line.startsWith('#') || line.startsWith('@')) continue;
    const [, who = '', typed, old, label, material, early, quoting, edited] = act;
    const heard = last.get(who);
    const option = heard?.person.shown.options.find(
      (one) => label !== undefined && texts.wordings(one.label).includes(label),
    );
    const shown = option && 'tap' in option ? option.tap : undefined;
    const tap = old !== undefined ? tapped.get(`${who} ${old}`) : shown;
    if ((label !== undefined || old !== undefined) && !tap)
      throw new Error(`${who} sees no button ${label ?? old}`);
    if (label !== undefined && tap) tapped.set(`${who} ${label}`, tap);
    const what: What =
      quoting !== undefined
        ? { kind: 'text', text: quoting, quotes: 'another' }
        : edited !== undefined
          ? { kind: 'edited', text: edited }
          : option && shown
            ? use(heard, option, shown)
            : toWhat(typed ?? early ?? '', tap, material);
    const at = early === undefined ? undefined : new Date(world.clock.now.getTime() - 60_000);
    const all = await world.happens(who, what, at);
    for (const heard of all) {
      if (heard.who === who) last.set(who, heard);
      lines.push(...botLines(heard, who));
    }
    await visit(all);
  }
  return lines.join('\n');
}

/** `@ clock <job> <day> <who>`. */
function clockIn(line: string): { readonly who: string; readonly tick: Tick } | undefined {
  const [, job, day = '', who, kept] = /^@ clock (\S+) (\S+) (\S+)( kept)?$/.exec(line) ?? [];
  const name = clockJobs.find((one) => one === job);
  const at = parseInstant(`${day}T08:30`);
  if (!name || !who || !at) return undefined;
  return { who, tick: { job: name, run: runId(name, at), at, ahead: 0, push: kept === undefined } };
}

function toWhat(text: string, tap: Tap | undefined, material: string | undefined): What {
  if (material !== undefined) return materials(material);
  return tap && tap.kind !== 'say' ? { kind: 'tap', tap } : { kind: 'text', text };
}

/** A tap; a button that says its label sends it. */
function onPhone(heard: Heard | undefined, option: Option, tap: Tap): What {
  return tap.kind === 'say'
    ? { kind: 'text', text: texts.render(option.label, heard?.person.language ?? 'th') }
    : { kind: 'tap', tap };
}

function materials(word: string): What {
  const known: { readonly [word: string]: What } = {
    photo: { kind: 'file', media: 'photo', file: 'photo-1' as FileId },
    threePhotos: {
      ...{ kind: 'file', media: 'photo', file: 'photo-1' as FileId },
      more: ['photo-2', 'photo-3'] as FileId[],
    },
    threePhotosOfFour: {
      ...{ kind: 'file', media: 'photo', file: 'photo-1' as FileId, unusable: 1 },
      more: ['photo-2', 'photo-3'] as FileId[],
    },
    document: { kind: 'file', media: 'file', file: 'file-1' as FileId, name: 'หนังสือเชิญประชุม.pdf' },
    location: { kind: 'location', latitude: 13.9, longitude: 101.6 },
    sticker: { kind: 'other', media: 'sticker' },
    voice: { kind: 'other', media: 'audio' },
    hugePhoto: { kind: 'unusableFile', why: 'tooLarge' },
    strangeFile: { kind: 'unusableFile', why: 'notTaken' },
    emptyFile: { kind: 'unusableFile', why: 'empty' },
    heicPhoto: { kind: 'unusableFile', why: 'heic' },
    damagedPhoto: { kind: 'unusableFile', why: 'damaged' },
    macroFile: { kind: 'unusableFile', why: 'macros' },
    deletedPhoto: { kind: 'unusableFile', why: 'gone' },
    photoThatFails: { kind: 'unusableFile', why: 'unavailable' },
    forgedButton: { kind: 'strangeTap' },
    othersButton: {
      kind: 'tap',
      tap: { kind: 'act', flow: 'form', act: 'submitYes', draft: 'of-somebody-else' as DraftId },
    },
    unsend: { kind: 'unsend', message: '1' },
    group: { kind: 'group' },
    veryLongText: { kind: 'text', text: 'ก'.repeat(2001) },
    follow: { kind: 'follow' },
    unfollow: { kind: 'unfollow' },
  };
  const what = known[word];
  if (!what) throw new Error(`nobody knows how to send (${word})`);
  return what;
}

function botLines({ who, person, reply }: Heard, speaker: string): readonly string[] {
  const words = wordsOf(reply, person.language)
    .split('\n')
    .filter((line) => line !== '');
  const to = who === speaker ? 'bot' : `bot to ${who}`;
  const options = (reply.options ?? [])
    .map(({ label }) => `[${texts.render(label, person.language)}]`)
    .join(' ');
  return [...words, ...(options ? [options] : [])].map((line) => `    ${to}: ${line}`);
}

async function change(world: World, line: string): Promise<void> {
  if (line === 'lost') world.line.loses = true;
  if (line === 'nameless') world.line.hidesNames = true;
  if (line === 'no address') world.line.servesFiles = false;
  const [, item = '', answer, official] = /^wording (\d+)(?: (\d))? = (.*)$/.exec(line) ?? [];
  if (official !== undefined) {
    const id = 'center-assessment@2565';
    const before = (await world.wordings.read(id))?.items[item] ?? [];
    const items = { [item]: [...before, { ...(answer && { answer }), text: official }] };
    await takeWording(world.wordings, { id, items });
    return;
  }
  const [, name, its, budgeted, founded] =
    /^center (\S+) = (\S+)( budgeted)?(?: founded (\d+))?$/.exec(line) ?? [];
  if (name && its) {
    const {
      founded: _date,
      committeeSize: _size,
      householdTarget: _target,
      ...bare
    } = centerNamed(name, its, { chair: {}, divisions: [], memberFunds: [] });
    const year = founded === undefined ? undefined : toIsoYear(Number(founded));
    const target = defaultHouseholdTarget(year, budgeted !== undefined);
    const center = {
      ...bare,
      budgeted: budgeted !== undefined,
      ...(year !== undefined && { founded: year }),
      ...(target !== undefined && { householdTarget: target }),
    };
    await world.centers.write({ center, rev: 1, outcomes: {}, confirmations: [] }, 0);
    return;
  }
  if ((await household(world, line)) || (await result(world, line))) return;
  const [, expired, code, role, district, center] =
    /^(expired )?code (\S+) = (\w+)(?: (\S+))?(?: (\S+))?$/.exec(line) ?? [];
  if (code && role) {
    const expiresAt = new Date(world.clock.now.getTime() + (expired ? -1 : inviteLife));
    const scope = scopeFor(world, role as Role, district, center);
    await world.invites.write({ code, role: role as Role, scope, expiresAt, rev: 1, outcomes: {} }, 0);
    return;
  }
  const [, pushes] = /^quota (\d+)$/.exec(line) ?? [];
  if (pushes) world.month.limit = Number(pushes);
  const [, at0] = /^at (\S+)$/.exec(line) ?? [];
  const instant = at0 === undefined ? undefined : parseInstant(at0);
  if (instant) world.clock.now = instant;
  const [, days] = /^later (\d+) days?$/.exec(line) ?? [];
  if (days) world.clock.now = new Date(world.clock.now.getTime() + Number(days) * 86_400_000);
  const [, year, closed, beside] = /^year (\d{4})(?:( closed)| beside (\d{4}))?$/.exec(line) ?? [];
  if (year) {
    world.years.present = Number(year) as FiscalYear;
    world.years.closed = closed !== undefined;
    if (beside) world.years.beside = Number(beside) as FiscalYear;
  }
  const [, who, as, where, at] = /^(\S+) = (\w+)(?: (\S+))?(?: (\S+))?$/.exec(line) ?? [];
  if (who && as) {
    const binding: Binding = {
      role: as as Role,
      scope: scopeFor(world, as as Role, where, at),
      since: world.clock.now,
      ...(at ? { centerName: at } : {}),
    };
    const present = world.people.get(who) ?? {
      ...stranger(personId(who), who),
      consentedAt: world.clock.now,
      name: who,
    };
    world.people.set(who, { ...present, bindings: [...present.bindings, binding] });
  }
}

async function household(world: World, line: string): Promise<boolean> {
  const [, who = '', name, houseNo = '', baht = '', reached, head = ''] =
    /^household by (\S+) in (\S+) = (\S+) ([\dx+]+) (?:(planned|managed) )?(.+)$/.exec(line) ?? [];
  const center = world.centers.all().find((one) => one.center.name === name)?.center;
  if (!center) return false;
  const [, first, last] = /^(\d+)\.\.(\d+)$/.exec(houseNo) ?? [];
  if (last === undefined) await joins(houseNo);
  for (let no = Number(first); no <= Number(last); no += 1) await joins(String(no));
  return true;

  async function joins(no: string) {
    const joining = join({ head, houseNo: no, contracts: amounts(baht).map(contract) }, center);
    const joined = await world.hasDone(who, joining);
    if (joined.of !== 'joinHousehold' || joined.result.kind !== 'joined')
      throw new Error(`not joined: ${line}`);
    const { household } = joined.result;
    const done = reached === undefined ? [] : reached === 'planned' ? [planned] : [planned, managed];
    for (const work of done)
      await world.hasDone(who, { kind: 'workHousehold', center: joining.center, year, household, work });
  }
}

/** `30000+20000`, or `300x1000` for many of one amount. */
const amounts = (baht: string): readonly number[] =>
  baht.split('+').flatMap((part) => {
    const [times = '', amount] = part.split('x');
    return amount === undefined ? [Number(times)] : Array<number>(Number(times)).fill(Number(amount));
  });

async function result(world: World, line: string): Promise<boolean> {
  const [, who = '', name, no, baht = ''] = /^result by (\S+) in (\S+) = (\d+) ([\dx+]+)$/.exec(line) ?? [];
  const center = world.centers.all().find((one) => one.center.name === name)?.center;
  const household = world.households
    .all()
    .find(({ place }) => place.center === center?.id && place.no === Number(no))?.id;
  if (!center || !household) return false;
  const work = resulted(...amounts(baht).filter((amount) => amount > 0));
  await world.hasDone(who, { kind: 'workHousehold', center: center.id, year, household, work });
  return true;
}

function scopeFor(world: World, role: Role, district = '', name = ''): Scope {
  const kind = scopeKindOf[role];
  if (kind === 'nation') return { kind };
  if (kind === 'province') return { kind, province };
  if (kind === 'district') return { kind, province, district };
  const center = world.centers.all().find((one) => one.center.name === name)?.center;
  if (!center) throw new Error(`no center ${name}`);
  return { kind: 'center', province, district, center: center.id };
}
