/** Browser module: draws flex containers with DOM nodes. */
export const flexScript = `
import { el, tappable } from './dom.js';

const steps = { none: '0', xs: '2px', sm: '4px', md: '8px', lg: '12px', xl: '16px', xxl: '20px' };
const letters = { xxs: '11px', xs: '13px', sm: '14px', md: '16px', lg: '19px', xl: '22px', xxl: '29px', '3xl': '35px', '4xl': '48px', '5xl': '74px' };
const pictures = { xxs: '40px', xs: '60px', sm: '80px', md: '100px', lg: '120px', xl: '140px', xxl: '160px', '3xl': '180px', '4xl': '200px', '5xl': '220px', full: '100%' };
const borders = { none: '0', light: '0.5px', normal: '1px', medium: '2px', 'semi-bold': '3px', bold: '4px' };
const edges = { start: 'flex-start', end: 'flex-end', center: 'center', top: 'flex-start', bottom: 'flex-end' };
const measure = (value, words) => (value === undefined ? undefined : (words[value] ?? value));
const isRow = (layout) => layout !== 'vertical';

export function drawFlex(container, tap) {
  if (container.type !== 'carousel') return drawBubble(container, tap);
  return el('div', { class: 'carousel' }, ...container.contents.map((bubble) => drawBubble(bubble, tap)));
}

function drawBubble(bubble, tap) {
  const root = el('div', { class: 'flex ' + (bubble.size ?? 'mega'), dir: bubble.direction });
  for (const name of ['header', 'hero', 'body', 'footer']) {
    const node = bubble[name];
    if (!node) continue;
    const look = bubble.styles?.[name] ?? {};
    const block = el('div', { class: 'block ' + name, style: { backgroundColor: look.backgroundColor } });
    if (look.separator) block.style.borderTop = '1px solid ' + (look.separatorColor ?? '#d9dde3');
    block.append(draw(node, 'vertical', tap, name));
    root.append(block);
  }
  return act(root, bubble.action, tap);
}

function draw(node, layout, tap, block) {
  const drawn = (drawers[node.type] ?? drawNothing)(node, layout, tap, block);
  place(drawn, node, layout);
  return node.type === 'button' ? drawn : act(drawn, node.action, tap);
}

function act(element, action, tap) {
  return action ? tappable(element, action.label, () => tap(action)) : element;
}

function place(element, node, layout) {
  const { style } = element;
  const margin = measure(node.margin, steps);
  if (margin) style[isRow(layout) ? 'marginInlineStart' : 'marginTop'] = margin;
  if (node.position === 'absolute') style.position = 'absolute';
  else if (node.offsetTop || node.offsetBottom || node.offsetStart || node.offsetEnd) style.position = 'relative';
  style.top = measure(node.offsetTop, steps) ?? '';
  style.bottom = measure(node.offsetBottom, steps) ?? '';
  style.insetInlineStart = measure(node.offsetStart, steps) ?? '';
  style.insetInlineEnd = measure(node.offsetEnd, steps) ?? '';
  style.flex = share(node, layout);
  if (isRow(layout) && layout !== 'baseline' && edges[node.gravity]) style.alignSelf = edges[node.gravity];
}

/** How much of its parent a component takes: in a row one share each, in a column its own height. */
function share(node, layout) {
  if (node.type === 'separator' || node.type === 'icon') return 'none';
  if (node.type === 'filler') return String(node.flex ?? 1) + ' 1 0';
  const sized = isRow(layout) ? node.width : node.height;
  const shares = node.flex ?? (isRow(layout) && sized === undefined ? 1 : 0);
  if (shares > 0) return shares + ' 1 ' + (isRow(layout) ? '0' : 'auto');
  return sized === undefined ? '0 1 auto' : 'none';
}

const drawers = { box: drawBox, text: drawText, button: drawButton, image: drawImage, icon: drawIcon, separator: drawSeparator, filler: () => el('div'), video: drawVideo };
const drawNothing = () => el('div');

function drawBox(node, _layout, tap, block) {
  const box = el('div', { class: 'box ' + node.layout });
  const { style } = box;
  style.gap = measure(node.spacing, steps) ?? '';
  if (block && block !== 'hero') style.padding = { header: '20px', body: '20px', footer: '10px' }[block];
  for (const [name, side] of [['paddingAll', 'padding'], ['paddingTop', 'paddingTop'], ['paddingBottom', 'paddingBottom'], ['paddingStart', 'paddingInlineStart'], ['paddingEnd', 'paddingInlineEnd']])
    if (node[name] !== undefined) style[side] = measure(node[name], steps);
  for (const name of ['backgroundColor', 'width', 'maxWidth', 'height', 'maxHeight', 'justifyContent', 'alignItems'])
    if (node[name] !== undefined) style[name] = node[name];
  if (node.cornerRadius) {
    style.borderRadius = measure(node.cornerRadius, steps);
    style.overflow = 'hidden';
  }
  if (node.borderWidth) style.border = measure(node.borderWidth, borders) + ' solid ' + (node.borderColor ?? '#b7bcc4');
  const { background } = node;
  if (background) {
    const middle = background.centerColor ? background.centerColor + ' ' + (background.centerPosition ?? '50%') + ', ' : '';
    style.backgroundImage = 'linear-gradient(' + background.angle + ', ' + background.startColor + ', ' + middle + background.endColor + ')';
  }
  box.append(...node.contents.map((child) => draw(child, node.layout, tap)));
  return box;
}

function letterStyle(node) {
  return {
    fontSize: measure(node.size, letters) ?? '',
    color: node.color ?? '',
    fontWeight: node.weight === 'bold' ? '700' : '',
    fontStyle: node.style === 'italic' ? 'italic' : '',
    textDecoration: node.decoration ?? '',
  };
}

function drawText(node) {
  const text = el('div', { class: node.wrap ? 'words wrap' : 'words', style: letterStyle({ size: 'md', ...node }) });
  const { style } = text;
  style.textAlign = node.align ?? '';
  if (node.lineSpacing) style.lineHeight = 'calc(1.4em + ' + node.lineSpacing + ')';
  if (node.wrap && node.maxLines) {
    text.classList.add('clamp');
    style.webkitLineClamp = String(node.maxLines);
  }
  if (node.contents) text.append(...node.contents.map((span) => el('span', { style: letterStyle(span) }, span.text)));
  else text.append(node.text);
  return text;
}

function drawButton(node, _layout, tap) {
  const kind = node.style ?? 'link';
  const button = el('button', { type: 'button', class: 'button ' + kind + (node.height === 'sm' ? ' small' : '') }, node.action.label ?? '');
  if (node.color) button.style[kind === 'link' ? 'color' : 'backgroundColor'] = node.color;
  button.addEventListener('click', () => tap(node.action));
  return button;
}

function drawImage(node) {
  const image = el('img', { src: node.url, alt: '', loading: 'lazy' });
  Object.assign(image.style, {
    width: measure(node.size ?? 'md', pictures),
    aspectRatio: (node.aspectRatio ?? '1:1').replace(':', ' / '),
    objectFit: node.aspectMode === 'cover' ? 'cover' : 'contain',
    backgroundColor: node.backgroundColor ?? '',
  });
  return el('div', { class: 'picture', style: { justifyContent: edges[node.align ?? 'center'] } }, image);
}

function drawIcon(node) {
  const size = measure(node.size ?? 'md', letters);
  return el('img', { class: 'icon', src: node.url, alt: '', style: { height: size, aspectRatio: (node.aspectRatio ?? '1:1').replace(':', ' / ') } });
}

function drawVideo(node, layout, tap) {
  return draw(node.altContent, layout, tap, 'hero');
}

function drawSeparator(node, layout) {
  return el('div', { class: isRow(layout) ? 'rule upright' : 'rule', style: { backgroundColor: node.color ?? '' } });
}
`;
