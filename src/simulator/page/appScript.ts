/** Browser module: the page's beginning; holds the chosen person and the stream of the chat. */
export const appScript = `
import { createChat } from './chat.js';
import { byId, el } from './dom.js';
import { createTap, drawQuickReply } from './tap.js';
import { createTools } from './tools.js';

const language = document.documentElement.lang;
const address = new URL(window.location.href);
const texts = await fetchJson('/page/texts?language=' + language);

let person;
let stream;
let entries = [];

/** How the page writes an emoji of LINE's, whose place it tells the bot. */
const emoji = '(smile)';
/** What the next text quotes or changes. */
let about;

const tap = createTap({ act, place: { title: texts.samplePlace, address: texts.samplePlaceAddress } });
const chat = createChat({ texts, language, tap, about: setAbout, entryOf });
const tools = createTools({ texts, act, choose });

async function fetchJson(path, options) {
  const response = await fetch(path, options);
  if (!response.ok) throw new Error(path + ' ' + response.status);
  return response.json();
}

async function act(wanted) {
  byId('quick').replaceChildren();
  const body = JSON.stringify({ userId: person, ...wanted });
  tools.show(await fetchJson('/page/act', { method: 'POST', headers: { 'content-type': 'application/json' }, body }));
}

/** Photos that are picked together come as one set. */
async function sendPhotos(files) {
  const set = [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('').toUpperCase();
  const all = [...files].map((file, place) => {
    const query = new URLSearchParams({ person, ...(files.length > 1 && { set, index: place + 1, total: files.length }) });
    return fetchJson('/page/photo?' + query, { method: 'POST', headers: { 'content-type': file.type }, body: file });
  });
  await Promise.all(all);
}

async function sendFile(file) {
  const query = new URLSearchParams({ person, name: file.name });
  const headers = { 'content-type': 'application/octet-stream' };
  await fetchJson('/page/file?' + query, { method: 'POST', headers, body: file });
}

/** A message by its id, as it reads now. */
function entryOf(messageId) {
  return entries.findLast((entry) => messageId === (entry.messageId ?? entry.sent?.messageId));
}

function setAbout(next) {
  about = next;
  byId('about').hidden = !about;
  byId('aboutText').textContent = about ? texts[about.kind === 'edit' ? 'editing' : 'quoting'] + ': ' + about.excerpt : '';
  const said = about?.kind === 'edit' && entryOf(about.messageId).said.text;
  if (said) field.value = said;
  if (about) field.focus();
}

function say(text) {
  const { kind, messageId } = about ?? {};
  setAbout(undefined);
  if (kind === 'edit') return act({ kind, messageId, text });
  return act({ kind: 'text', text, ...(text.includes(emoji) && { emojis: [emoji] }), ...(messageId && { quotes: messageId }) });
}

function choose(userId) {
  if (userId === person) return;
  person = userId;
  setAbout(undefined);
  address.searchParams.set('person', userId);
  window.history.replaceState(null, '', address);
  const other = new URL(address);
  other.searchParams.set('language', language === 'th' ? 'en' : 'th');
  byId('language').href = other.search;
  tools.choose(userId);
  follow(userId);
}

function follow(userId) {
  stream?.close();
  stream = new EventSource('/page/stream?person=' + encodeURIComponent(userId));
  stream.addEventListener('history', (event) => {
    entries = JSON.parse(event.data);
    byId('lost').hidden = true;
    drawAll();
  });
  stream.addEventListener('entry', (event) => {
    entries.push(JSON.parse(event.data));
    drawLast();
    if (['notice', 'bot'].includes(entries.at(-1).kind)) fetchJson('/page/state').then(tools.show);
  });
  stream.addEventListener('news', (event) => tools.addNews(JSON.parse(event.data).userId));
  stream.addEventListener('error', () => {
    byId('lost').hidden = false;
  });
}

function drawAll() {
  const box = byId('messages');
  box.replaceChildren();
  if (entries.length === 0) box.append(el('p', { class: 'notice empty' }, texts.emptyChat));
  entries.forEach((_entry, position) => drawAt(position));
  settle();
}

function drawLast() {
  if (entries.length === 1) byId('messages').replaceChildren();
  drawAt(entries.length - 1);
  settle();
}

function drawAt(position) {
  const box = byId('messages');
  const entry = entries[position];
  const before = entries[position - 1];
  box.querySelector('.typing')?.remove();
  if (entry.said?.type === 'edited') return chat.change(box, entry);
  if (entry.kind === 'typing' && position < entries.length - 1) return;
  if (!before || chat.day(before) !== chat.day(entry)) box.append(el('p', { class: 'day' }, chat.day(entry)));
  box.append(chat.draw(entry));
}

/** Shows the last message's quick replies and brings what is new into view, now and once pictures have come. */
function settle() {
  const last = entries.at(-1);
  const items = last?.kind === 'bot' ? (last.sent.message.quickReply?.items ?? []) : [];
  byId('quick').replaceChildren(...drawQuickReply(items, tap));
  const box = byId('messages');
  const newest = last?.kind === 'bot' ? chat.firstOf(box, last) : undefined;
  // An answer longer than the screen is read from its top on.
  const toNewest = () => box.scrollTo(0, newest ? topIn(box, newest) : box.scrollHeight);
  toNewest();
  for (const image of box.querySelectorAll('img')) image.addEventListener('load', toNewest, { once: true });
}

/** How far down an element of a box that scrolls lies, in CSS pixels. */
const topIn = (box, element) => box.scrollTop + element.getBoundingClientRect().top - box.getBoundingClientRect().top;

const field = byId('text');
const grow = () => {
  field.style.height = 'auto';
  field.style.height = Math.min(field.scrollHeight, 140) + 'px';
};
field.addEventListener('input', grow);
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId('composer').requestSubmit();
});
byId('composer').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (text) say(text);
  field.value = '';
  grow();
});
byId('pickPhoto').addEventListener('click', () => byId('photo').click());
byId('photo').addEventListener('change', async (event) => {
  await sendPhotos(event.target.files);
  event.target.value = '';
});
byId('pickFile').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', async (event) => {
  for (const file of event.target.files) await sendFile(file);
  event.target.value = '';
});
byId('addEmoji').addEventListener('click', () => {
  field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
  field.focus();
});
byId('aboutEnd').addEventListener('click', () => setAbout(undefined));
byId('sendLocation').addEventListener('click', () => tap({ type: 'location' }));
byId('sendSticker').addEventListener('click', () => act({ kind: 'sticker' }));
byId('attach').addEventListener('click', (event) => {
  if (event.target.tagName === 'BUTTON') byId('attach').open = false;
});

tools.show(await fetchJson('/page/state'));
const wanted = address.searchParams.get('person');
const first = tools.people().find(({ userId }) => userId === wanted) ?? tools.people()[0];
if (first) choose(first.userId);
`;
