/**
 * The only folder that knows LINE.
 *
 * In: `signature` → `rows` (a webhook's body as inbox rows) → `material` (a row as an event, with the photo or
 * file that it carries). Out: `encode` (a reply as LINE messages) → `client` (calls and what became of them).
 */
export { createLine, type LineClient } from './client.ts';
export { createDecodeRow } from './decode.ts';
export { createRender } from './encode/render.ts';
export { createLineClock } from './eventTime.ts';
export { createPrepare } from './material.ts';
export { smallPhoto } from './photo.ts';
export { photoSetOf } from './photoSet.ts';
export { createToRows, type Rows, type ToRows } from './rows.ts';
export { createIsSigned } from './signature.ts';
