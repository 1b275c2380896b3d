/** Browser module: the people's tabs and the tools beside the chat. */
export const toolsScript = `
import { byId, el } from './dom.js';

export function createTools({ texts, act, choose }) {
  const news = new Map();
  let state;
  let person;

  const chosen = () => state.people.find((known) => known.userId === person);

  function drawPeople() {
    const tabs = state.people.map(({ userId, name, note, blocked }) =>
      el(
        'button',
        { type: 'button', role: 'tab', class: 'tab' + (blocked ? ' off' : ''), 'aria-selected': String(userId === person), onclick: () => choose(userId) },
        el('span', { class: 'face', 'aria-hidden': 'true' }, [...name.replace(/^(นาย|นางสาว|นาง)/, '').trim()].slice(0, 1).join('')),
        el('span', { class: 'name' }, name, note && el('small', {}, note)),
        news.get(userId) && el('b', { class: 'news' }, String(news.get(userId))),
      ),
    );
    byId('people').replaceChildren(...tabs);
    byId('people').querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  function drawTools() {
    const { blocked, name, note } = chosen() ?? {};
    byId('who').textContent = [name, note].filter(Boolean).join(' · ');
    byId('block').textContent = blocked ? texts.unblock : texts.block;
    byId('armed').textContent = state.faults > 0 ? state.faults + ' ' + texts.armed : '';
    for (const [tick, on] of Object.entries(state.webhooks)) byId('webhooks').elements[tick].checked = on;
    byId('quota').textContent = state.quota.used + ' / ' + (state.quota.limit ?? texts.quotaNone);
    for (const control of byId('composer').querySelectorAll('textarea, button')) control.disabled = Boolean(blocked);
  }

  function show(fresh) {
    state = fresh;
    drawPeople();
    drawTools();
  }

  byId('block').addEventListener('click', () => act({ kind: chosen()?.blocked ? 'unblock' : 'block' }));
  byId('newPerson').addEventListener('submit', async (event) => {
    event.preventDefault();
    const { name } = event.target.elements;
    const known = state.people.map(({ userId }) => userId);
    await act({ kind: 'join', name: name.value.trim() });
    name.value = '';
    const newcomer = state.people.find(({ userId }) => !known.includes(userId));
    if (newcomer) choose(newcomer.userId);
  });
  byId('faults').addEventListener('submit', (event) => {
    event.preventDefault();
    const { place, kind, times } = event.target.elements;
    act({ kind: 'fault', place: place.value, fault: kind.value, times: Number(times.value) });
  });
  byId('disarm').addEventListener('click', () => act({ kind: 'noFaults' }));
  byId('webhooks').addEventListener('change', () => {
    const { redelivery, duplicates, escapes } = byId('webhooks').elements;
    act({ kind: 'webhooks', redelivery: redelivery.checked, duplicates: duplicates.checked, escapes: escapes.checked });
  });
  byId('openTools').addEventListener('click', () => byId('tools').classList.toggle('open'));
  byId('closeTools').addEventListener('click', () => byId('tools').classList.remove('open'));

  return {
    show,
    people: () => state.people,
    choose: (userId) => {
      person = userId;
      news.delete(userId);
      byId('tools').classList.remove('open');
      show(state);
    },
    addNews: (userId) => {
      news.set(userId, (news.get(userId) ?? 0) + 1);
      drawPeople();
    },
  };
}
`;
