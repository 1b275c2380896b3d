/** The page's looks: one phone column, and on a wide screen people to its left and tools to its right. */
export const style = `
:root { --ink: #17212b; --quiet: #5a6672; --line: #dbe1e7; --leaf: #06784f; --mine: #c9f2b4; --wall: #b9cadb; --paper: #fff; color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; height: 100dvh; display: grid; grid-template: auto auto auto minmax(0, 1fr) / minmax(0, 1fr); font: 16px/1.5 "Noto Sans Thai", Sarabun, "Leelawadee UI", Thonburi, Loma, system-ui, sans-serif; color: var(--ink); background: var(--paper); }
button, input, select, textarea { font: inherit; color: inherit; }
button { cursor: pointer; border: 0; border-radius: 8px; background: #edf1f4; padding: 8px 14px; }
button:disabled { opacity: .45; cursor: default; }
:focus-visible { outline: 3px solid #2f7de1; outline-offset: 1px; }
h1, h2, h3, p { margin: 0; }
small { font-size: 12px; }

.top { display: flex; align-items: center; gap: 12px; padding: 6px 12px; background: var(--leaf); color: #fff; }
.top h1 { flex: 1; font-size: 17px; }
.top h1 span { font-weight: 400; opacity: .9; margin-left: 4px; }
.top a { color: inherit; padding: 6px; }
.top .gear { background: transparent; padding: 8px; line-height: 0; }
.gear svg, .attach svg { width: 22px; height: 22px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; }
.trial { background: #fff4d1; color: #5c4300; font-size: 13px; line-height: 1.45; padding: 5px 12px; }

.people { border-bottom: 1px solid var(--line); }
.people h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
#people { display: flex; gap: 4px; padding: 6px 8px; overflow-x: auto; scrollbar-width: thin; }
.tab { position: relative; flex: none; display: flex; align-items: center; gap: 8px; padding: 4px 12px 4px 6px; background: transparent; border-radius: 22px; text-align: left; line-height: 1.25; font-size: 14px; }
.tab[aria-selected=true] { background: #dff1e8; }
.tab.off { opacity: .55; }
.tab small { display: block; color: var(--quiet); }
.face { width: 34px; height: 34px; border-radius: 50%; background: var(--leaf); color: #fff; display: grid; place-items: center; font-weight: 700; flex: none; }
.news { min-width: 20px; padding: 0 5px; border-radius: 10px; background: #d0342c; color: #fff; font-size: 12px; text-align: center; }

.chat { min-height: 0; display: flex; flex-direction: column; background: var(--wall); position: relative; }
.messages { flex: 1; overflow-y: auto; padding: 10px 12px 14px; display: flex; flex-direction: column; gap: 8px; overscroll-behavior: contain; }
.lost { position: absolute; z-index: 1; inset: 8px 12px auto; background: #fff; border-radius: 8px; padding: 6px 12px; text-align: center; font-size: 14px; }
.line { display: flex; align-items: flex-end; gap: 6px; max-width: 100%; }
.line.person { flex-direction: row-reverse; }
.line time { flex: none; font-size: 11px; color: #33414e; max-width: 60px; }
.line:has(.carousel) { flex-direction: column; align-items: stretch; gap: 2px; }
.line:has(.carousel) .mark { align-self: start; }
.say { max-width: min(78%, 420px); padding: 8px 12px; border-radius: 16px; background: var(--paper); white-space: pre-wrap; overflow-wrap: anywhere; }
.person .say { background: var(--mine); }
.say.quiet { color: var(--quiet); font-style: italic; }
.quoted { display: block; color: var(--quiet); border-left: 3px solid var(--leaf); padding-left: 6px; max-height: 3em; overflow: hidden; }
.mark { flex: none; padding: 2px 6px; background: transparent; opacity: .45; }
.mark:hover, .mark:focus-visible { opacity: 1; }
.place small { display: block; color: var(--quiet); }
.photo { max-width: min(60vw, 240px); max-height: 320px; border-radius: 12px; display: block; background: #fff; }
.sticker { font-size: 64px; line-height: 1.1; }
.day, .notice { align-self: center; font-size: 12px; background: #00000038; color: #fff; border-radius: 12px; padding: 2px 12px; text-align: center; }
.notice { background: #ffffffb0; color: var(--ink); }
.empty { margin: auto; font-size: 14px; padding: 6px 16px; }
.typing i { display: inline-block; width: 8px; height: 8px; margin: 0 2px; border-radius: 50%; background: #8a97a3; animation: beat 1s infinite alternate; }
.typing i:nth-child(2) { animation-delay: .25s; }
.typing i:nth-child(3) { animation-delay: .5s; }
@keyframes beat { from { opacity: .25; } }
@media (prefers-reduced-motion: reduce) { .typing i { animation: none; } }

.quick { display: flex; gap: 6px; overflow-x: auto; padding: 0 12px 10px; scrollbar-width: thin; }
.quick:empty { display: none; }
.chip { flex: none; display: flex; align-items: center; gap: 6px; min-height: 38px; padding: 5px 14px; border-radius: 20px; background: #22303dd9; color: #fff; }
.chip img { width: 20px; height: 20px; }
.about { display: flex; align-items: center; gap: 8px; padding: 4px 12px; background: #edf1f4; color: var(--quiet); font-size: 14px; }
.about[hidden] { display: none; }
.about span { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.composer { display: flex; align-items: flex-end; gap: 6px; padding: 8px; padding-bottom: max(8px, env(safe-area-inset-bottom)); background: var(--paper); }
.composer textarea { flex: 1; min-width: 0; resize: none; padding: 7px 14px; border: 1px solid var(--line); border-radius: 20px; background: #f3f5f7; }
.send { background: var(--leaf); color: #fff; }
.attach { position: relative; }
.attach summary { list-style: none; width: 40px; height: 40px; display: grid; place-items: center; cursor: pointer; border-radius: 50%; }
.attach summary::-webkit-details-marker { display: none; }
.attach div { position: absolute; z-index: 2; bottom: 48px; left: 0; display: grid; gap: 4px; padding: 6px; background: var(--paper); border-radius: 12px; box-shadow: 0 4px 18px #0004; }
.attach div button { white-space: nowrap; text-align: left; }

.carousel { display: flex; gap: 8px; overflow-x: auto; scroll-snap-type: x mandatory; padding-bottom: 4px; margin-right: -12px; }
.carousel > * { scroll-snap-align: start; }
.flex { flex: 0 1 auto; display: flex; flex-direction: column; background: var(--paper); border-radius: 14px; overflow: hidden; min-width: 0; width: 300px; }
.carousel > .flex { flex: none; }
.flex.nano { width: 120px; } .flex.micro { width: 160px; } .flex.deca { width: 220px; } .flex.hecto { width: 241px; } .flex.kilo { width: 260px; } .flex.giga { width: 386px; }
.flex .block.body { flex: 1; }
.box { display: flex; position: relative; min-width: 0; }
.box.vertical { flex-direction: column; }
.box.vertical > * { max-width: 100%; }
.box.baseline { align-items: baseline; }
.box > * { min-width: 0; }
.words { line-height: 1.4; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.words.wrap { white-space: pre-wrap; overflow-wrap: anywhere; }
.words.clamp { display: -webkit-box; -webkit-box-orient: vertical; }
.button { width: 100%; min-height: 48px; padding: 6px 12px; text-align: center; line-height: 1.3; }
.button.small { min-height: 40px; }
.button.primary { background: #058a45; color: #fff; }
.button.secondary { background: #dfe4e9; }
.button.link { background: transparent; color: #2b5c9e; }
.tappable { cursor: pointer; }
.tappable:active, .button:active, .chip:active { filter: brightness(.93); }
.picture { display: flex; }
.picture img { max-width: 100%; display: block; }
.icon { vertical-align: baseline; }
.rule { height: 1px; background: #d9dde3; align-self: stretch; }
.rule.upright { width: 1px; height: auto; }
.card { padding: 12px; gap: 6px; }

.tools { position: fixed; z-index: 3; inset: auto 0 0; max-height: 80dvh; overflow-y: auto; padding: 12px 16px 20px; background: var(--paper); border-radius: 18px 18px 0 0; box-shadow: 0 -6px 30px #0005; display: none; }
.tools.open { display: block; }
.tools > header { display: flex; justify-content: space-between; align-items: center; }
.tools h2 { font-size: 17px; }
.tools section { padding: 12px 0; border-top: 1px solid var(--line); display: grid; gap: 6px; justify-items: start; }
.tools > header + section { border-top: 0; }
.tools h3 { font-size: 14px; }
.tools p { font-size: 13px; color: var(--quiet); }
.tools form { width: 100%; display: grid; gap: 6px; }
.tools .row { display: flex; gap: 6px; align-items: center; flex-wrap: wrap; }
.tools .row input { flex: 1; }
.tools label { display: grid; grid-template-columns: 96px 1fr; align-items: center; gap: 8px; font-size: 14px; }
.tools .tick { grid-template-columns: auto 1fr; }
.tools .tick input { width: 18px; height: 18px; accent-color: var(--leaf); }
.tools input:not([type=checkbox]), .tools select { min-width: 0; width: 100%; padding: 6px 10px; border: 1px solid #b9c3cc; border-radius: 8px; background: #fff; }
dialog { border: 0; border-radius: 14px; padding: 18px; min-width: 280px; }
dialog::backdrop { background: #0007; }
dialog label { display: grid; gap: 8px; }
dialog input { padding: 8px 10px; border: 1px solid #b9c3cc; border-radius: 8px; }
dialog menu { display: flex; justify-content: flex-end; gap: 8px; margin: 14px 0 0; padding: 0; }

@media (min-width: 900px) {
  body { grid-template: "top top top" auto "trial trial trial" auto "people chat tools" minmax(0, 1fr) / minmax(200px, 1fr) minmax(400px, 460px) minmax(260px, 1fr); background: #eef2f5; }
  .top { grid-area: top; } .top .gear, #closeTools { display: none; }
  .trial { grid-area: trial; text-align: center; }
  .people { grid-area: people; border: 0; padding: 16px; overflow-y: auto; justify-self: end; width: min(100%, 280px); }
  .people h2 { position: static; width: auto; height: auto; clip-path: none; font-size: 14px; color: var(--quiet); padding: 0 8px 6px; }
  #people { flex-direction: column; padding: 0; }
  .tab { width: 100%; } .tab .name { flex: 1; }
  .chat { grid-area: chat; margin: 16px 0; border-radius: 18px; overflow: hidden; box-shadow: 0 2px 16px #0002; }
  .photo { max-width: 240px; }
  .tools { grid-area: tools; position: static; display: block; max-height: none; margin: 16px; width: min(100% - 32px, 320px); justify-self: start; align-self: start; border-radius: 18px; box-shadow: none; height: calc(100% - 32px); }
}
`;
