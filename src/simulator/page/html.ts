import type { PageTexts } from '../options.ts';
import type { PageTextKey } from './texts.ts';

export type Language = 'th' | 'en';

const icons = {
  tools:
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h9m6 0h1M4 17h1m6 0h9"/><circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/></svg>',
  plus: '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 5v14M5 12h14"/></svg>',
} as const;

/** The page's frame; `app.js` fills it. */
export function pageHtml(texts: PageTexts, language: Language): string {
  const t = (key: PageTextKey) => escapeHtml(texts[key] ?? key);
  const other = language === 'th' ? 'en' : 'th';
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${t('trial')} · Fundline</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page/style.css">
<script type="module" src="/page/app.js"></script>
</head>
<body>
<header class="top">
  <h1>Fundline <span>${t('title')}</span></h1>
  <a class="language" id="language" href="?language=${other}" lang="${other}">${t('otherLanguage')}</a>
  <button type="button" class="gear" id="openTools" aria-label="${t('settings')}" title="${t('settings')}">${icons.tools}</button>
</header>
<p class="trial"><strong>${t('trial')}</strong> ${t('trialNote')}</p>
<nav class="people" aria-label="${t('people')}"><h2>${t('people')}</h2><div id="people" role="tablist"></div></nav>
<main class="chat" aria-label="${t('title')}">
  <p class="lost" id="lost" role="status" hidden>${t('lost')}</p>
  <div class="messages" id="messages" role="log" tabindex="0" aria-label="${t('title')}"></div>
  <div class="quick" id="quick"></div>
  <p class="about" id="about" role="status" hidden><span id="aboutText"></span><button type="button" id="aboutEnd" aria-label="${t('cancel')}" title="${t('cancel')}">✕</button></p>
  <form class="composer" id="composer">
    <details class="attach" id="attach">
      <summary aria-label="${t('attach')}" title="${t('attach')}">${icons.plus}</summary>
      <div>
        <button type="button" id="pickPhoto">${t('photo')}</button>
        <button type="button" id="pickFile">${t('file')}</button>
        <button type="button" id="addEmoji">${t('lineEmoji')}</button>
        <button type="button" id="sendLocation">${t('location')}</button>
        <button type="button" id="sendSticker">${t('sticker')}</button>
      </div>
    </details>
    <input type="file" id="photo" accept="image/*" multiple hidden>
    <input type="file" id="file" hidden>
    <textarea id="text" rows="1" maxlength="5000" placeholder="${t('write')}" aria-label="${t('write')}"></textarea>
    <button type="submit" class="send">${t('send')}</button>
  </form>
</main>
<aside class="tools" id="tools" aria-label="${t('settings')}">
  <header><h2>${t('settings')}</h2><button type="button" id="closeTools">${t('close')}</button></header>
  ${toolForms(t)}
</aside>
<dialog id="picker"><form method="dialog">
  <label><span id="pickerLabel"></span><input id="pickerInput" required></label>
  <menu><button type="button" id="giveUp">${t('cancel')}</button><button value="choose" class="send">${t('choose')}</button></menu>
</form></dialog>
</body>
</html>
`;
}

const faultKinds = ['fault500', 'fault429', 'faultHang', 'faultReset', 'faultSilent', 'faultLate'] as const;
const faultPlaces = [
  ['reply', 'placeReply'],
  ['push', 'placePush'],
  ['profile', 'placeProfile'],
  ['content', 'placeContent'],
  ['loading', 'placeLoading'],
  ['any', 'placeAny'],
] as const;

function toolForms(t: (key: PageTextKey) => string): string {
  const option = (value: string, key: PageTextKey) => `<option value="${value}">${t(key)}</option>`;
  const tick = (name: string, key: PageTextKey) =>
    `<label class="tick"><input type="checkbox" name="${name}">${t(key)}</label>`;
  return `<section><h3>${t('thisPerson')}</h3><p id="who"></p><button type="button" id="block">${t('block')}</button></section>
  <section><h3>${t('newPerson')}</h3>
    <form id="newPerson" class="row"><input name="name" required maxlength="60" placeholder="${t('newPersonName')}" aria-label="${t('newPersonName')}"><button>${t('add')}</button></form>
  </section>
  <section><h3>${t('faults')}</h3><p>${t('faultsNote')}</p>
    <form id="faults">
      <label>${t('faultPlace')}<select name="place">${faultPlaces.map(([value, key]) => option(value, key)).join('')}</select></label>
      <label>${t('faultKind')}<select name="kind">${faultKinds.map((key) => option(key, key)).join('')}</select></label>
      <label>${t('faultTimes')}<input name="times" type="number" min="1" max="50" value="1"></label>
      <div class="row"><button>${t('arm')}</button><button type="button" id="disarm">${t('disarm')}</button><output id="armed"></output></div>
    </form>
  </section>
  <section><h3>${t('webhooks')}</h3>
    <form id="webhooks">${tick('redelivery', 'redelivery')}${tick('duplicates', 'duplicates')}${tick('escapes', 'escapes')}</form>
  </section>
  <section><h3>${t('quota')}</h3><p id="quota"></p></section>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
