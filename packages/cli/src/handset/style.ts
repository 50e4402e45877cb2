/** Colours of both schemes have a contrast of 4.5 and more to what they stand on. */
export const STYLE = `
:root { color-scheme: light dark; --ground: #eceff3; --phone: #fff; --ink: #1b1f24; --soft: #56606b; --in: #e3e8ee; --out: #1d5bbf; --out-ink: #fff; --line: #c3cad2; --act: #1d5bbf }
@media (prefers-color-scheme: dark) { :root { --ground: #0f1216; --phone: #1a1f26; --ink: #e8ecf0; --soft: #a4afba; --in: #2a313a; --out: #9cc1ff; --out-ink: #0b1a30; --line: #414a55; --act: #9cc1ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.45 system-ui, sans-serif }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 1rem; max-width: 60rem; margin: 0 auto; padding: 1rem }
h1 { font-size: 1.25rem; margin: 0 }
h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere }
a { color: var(--act) }
main { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; max-width: 60rem; margin: 0 auto; padding: 0 1rem 2rem }
.phone { background: var(--phone); border: 1px solid var(--line); border-radius: 1.5rem; padding: 1rem; display: flex; flex-direction: column; gap: .75rem; min-width: 0 }
.choose { display: grid; grid-template-columns: 1fr auto; gap: .25rem .5rem; align-items: center }
.choose label { grid-column: 1 / -1 }
.answer { display: grid; grid-template-columns: auto 1fr; gap: .5rem; align-items: center }
.answer button { grid-column: 2 }
label { color: var(--soft); font-size: .9rem }
input, textarea, button { font: inherit; color: inherit; min-height: 2.75rem; border: 1px solid var(--soft); border-radius: .6rem; padding: .4rem .6rem; background: var(--phone); width: 100%; min-width: 0 }
button { width: auto; background: var(--act); color: var(--out-ink); border-color: var(--act); cursor: pointer }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px }
.messages { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .6rem; min-height: 12rem }
.messages li { max-width: 88%; padding: .55rem .75rem; border-radius: 1rem; background: var(--in) }
.messages .out { align-self: flex-end; background: var(--out); color: var(--out-ink) }
.messages p { margin: 0 }
.who { font-weight: 600; font-size: .9rem; overflow-wrap: anywhere }
.text { white-space: pre-wrap; overflow-wrap: anywhere }
.what { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .8rem; color: var(--soft) }
.out .what, .out a { color: inherit }
`;
