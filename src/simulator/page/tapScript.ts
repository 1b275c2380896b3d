/** Browser module: what a tap on an action does. */
export const tapScript = `
import { byId, el } from './dom.js';

const inputTypes = { date: 'date', time: 'time', datetime: 'datetime-local' };

/** Asks for a date or time with the browser's own picker; nothing when the person gives up. */
function pick(action) {
  const dialog = byId('picker');
  const input = byId('pickerInput');
  byId('pickerLabel').textContent = action.label ?? '';
  input.type = inputTypes[action.mode];
  input.value = (action.initial ?? '').replace('t', 'T');
  input.min = (action.min ?? '').replace('t', 'T');
  input.max = (action.max ?? '').replace('t', 'T');
  dialog.returnValue = '';
  byId('giveUp').onclick = () => dialog.close();
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'choose' ? input.value : undefined), { once: true });
  });
}

/** act sends what the person does; place is the sample location. */
export function createTap({ act, place }) {
  const doings = {
    message: ({ text }) => act({ kind: 'text', text }),
    postback: ({ data, displayText, text, fillInText, inputOption }) => {
      if (text) act({ kind: 'text', text });
      if (inputOption === 'openKeyboard') {
        const field = byId('text');
        field.value = fillInText ?? field.value;
        field.focus();
      }
      return act({ kind: 'postback', data, displayText });
    },
    datetimepicker: async (action) => {
      const value = await pick(action);
      if (value) await act({ kind: 'postback', data: action.data, params: { [action.mode]: value.slice(0, 16) } });
    },
    uri: ({ uri }) => {
      if (/^https?:/i.test(uri)) window.open(uri, '_blank', 'noopener');
      else if (/^tel:/i.test(uri)) window.location.assign(uri);
    },
    clipboard: ({ clipboardText }) => navigator.clipboard.writeText(clipboardText),
    camera: () => byId('photo').click(),
    cameraRoll: () => byId('photo').click(),
    location: () => act({ kind: 'location', ...place }),
  };
  return (action) => doings[action.type]?.(action);
}

export function drawQuickReply(items, tap) {
  return items.map(({ imageUrl, action }) =>
    el(
      'button',
      { type: 'button', class: 'chip', onclick: () => tap(action) },
      imageUrl && el('img', { src: imageUrl, alt: '' }),
      action.label,
    ),
  );
}
`;
