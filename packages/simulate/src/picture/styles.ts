/** Of the page that a simulation draws. The colours of lines keep 3:1 against their ground in light and in dark. */
export const STYLES = `
:root { --ground: #f7f5f0; --card: #fff; --text: #1e2a30; --dim: #5a666c; --line: #d8d5cc; --grid: #e8e5dd;
  --good: #1c6b45; --bad: #b3261e; --c0: #1f5fa8; --c1: #b4540a; --c2: #1c7a53; --c3: #9a3a8c; --c4: #6a6a10; }
@media (prefers-color-scheme: dark) { :root { --ground: #12181b; --card: #1b2327; --text: #ebe8e1; --dim: #a3adb1;
  --line: #38444a; --grid: #2a343a; --good: #6ed3a2; --bad: #ff8f86; --c0: #7db8f5; --c1: #f5a55c; --c2: #6ed3a2;
  --c3: #e396d6; --c4: #d2cf66; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.05rem; margin: 0; }
p { margin: 0 0 .5rem; }
header p { max-width: 46rem; }
.kind, figcaption p { color: var(--dim); }
.kind { margin: 0; }
.verdict { font-weight: 600; font-size: 1.1rem; }
.verdict.kept, tr.kept .mark { color: var(--good); }
.verdict.broken, tr.broken .mark { color: var(--bad); }
section { margin-top: 2rem; }
section > h2 { margin-bottom: .5rem; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); gap: 1rem; }
figure { display: grid; grid-template-rows: subgrid; grid-row: span 3; row-gap: .5rem; align-content: start; margin: 0; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
figcaption p { font-size: .9rem; }
svg { display: block; width: 100%; height: auto; }
svg text { fill: var(--dim); font: 12px system-ui, sans-serif; }
.grid { stroke: var(--grid); }
.mailing { stroke: var(--dim); stroke-dasharray: 2 4; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; }
.line-0 { stroke: var(--c0); } .line-1 { stroke: var(--c1); } .line-2 { stroke: var(--c2); }
.line-3 { stroke: var(--c3); } .line-4 { stroke: var(--c4); }
.line-1 { stroke-dasharray: 7 3; } .line-2 { stroke-dasharray: 2 3; } .line-3 { stroke-dasharray: 10 3 2 3; }
.legend { list-style: none; margin: 0; align-content: start; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; font-size: .9rem; }
.swatch { display: inline-block; width: 1.5rem; height: .375rem; margin-right: .4rem; vertical-align: middle; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .45rem .75rem; font-weight: 400; border-top: 1px solid var(--grid); }
thead th { border-top: 0; color: var(--dim); font-size: .9rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.mark { white-space: nowrap; font-weight: 600; }
tr.broken th { font-weight: 600; }
.notes { margin: 0; padding-left: 1.2rem; max-width: 46rem; }
.empty { color: var(--dim); }
@media (max-width: 34rem) { th, td { padding: .4rem .5rem; font-size: .9rem; } .share { display: none; } svg text { font-size: 15px; }
  .mark span { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; } }
@media print { body { background: none; } }
`;
