/** Browser module: makes elements. Texts become text nodes, never markup. */
export const domScript = String.raw`
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'style') Object.assign(element.style, value);
    else if (name === 'class') element.className = value;
    else if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

const webAddress = /https?:\/\/[^\s<>"']+/g;

/** A text with its web addresses as links. */
export function linked(text) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(webAddress)) {
    parts.push(text.slice(from, match.index));
    parts.push(el('a', { href: match[0], target: '_blank', rel: 'noopener noreferrer' }, match[0]));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Makes anything tappable by finger, mouse and keyboard. */
export function tappable(element, label, act) {
  element.classList.add('tappable');
  element.setAttribute('role', 'button');
  element.tabIndex = 0;
  if (label) element.setAttribute('aria-label', label);
  const perform = (event) => {
    event.stopPropagation();
    event.preventDefault();
    act();
  };
  element.addEventListener('click', perform);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') perform(event);
  });
  return element;
}
`;
