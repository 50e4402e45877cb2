import type { Facts } from '../facts.ts';
import type { Expectation } from '../expectation.ts';
import { describeRun, type Described } from '../describe-run.ts';
import { type Plot, plotsOf } from './curves.ts';
import { escapeText } from './escape-text.ts';
import { plotSvg, type Span } from './plot-svg.ts';
import { STYLES } from './styles.ts';

/** What happened, as one HTML file that needs nothing else: no script, no font, no image. */
export function drawPage(facts: Facts, expectations: readonly Expectation[]): string {
  const described = describeRun(facts, expectations);
  const dayOf = (at: number): number => (at - facts.startedAt) / 1000 / facts.secondsPerDay;
  const span: Span = {
    days: Math.max(1, Math.ceil(dayOf(facts.endedAt))),
    mailings: facts.mailings.map(({ at }) => dayOf(at)),
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeText(facts.name)}: simulated</title>
<style>${STYLES}</style>
</head>
<body>
<main>
<header>
<p class="kind">Adieu, simulated campaign</p>
<h1>${escapeText(facts.name)}</h1>
<p class="verdict ${described.broken === 0 ? 'kept' : 'broken'}">${escapeText(described.verdict)}</p>
<p>${escapeText(described.setting)}</p>
</header>
<section class="plots">
${plotsOf(facts)
  .map((plot) => figure(plot, span))
  .join('\n')}
</section>
${population(described)}
${table(expectations)}
${notes(described)}
</main>
</body>
</html>
`;
}

function population({ people }: Described): string {
  const all = people.reduce((sum, { count }) => sum + count, 0);
  const rows = people.map(
    ({ name, count, became }) =>
      `<tr><th scope="row">${escapeText(name)}</th><td class="number">${count.toLocaleString('en')}</td>` +
      `<td class="number share">${((count / all) * 100).toFixed(1)} %</td><td>${escapeText(became)}</td></tr>`,
  );
  return `<section><h2>Who is who, and what became of them</h2>
<div class="scroll"><table><thead><tr><th scope="col">people</th><th scope="col" class="number">number</th><th scope="col" class="number share">share</th><th scope="col">at the end</th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function figure(plot: Plot, span: Span): string {
  const legend = plot.curves.map(
    ({ name, points }, i) =>
      `<li><svg class="swatch" viewBox="0 0 24 6" aria-hidden="true"><path class="line line-${i}" d="M0 3H24"/></svg>${escapeText(name)} <b>${(points.at(-1)?.y ?? 0).toLocaleString('en')}</b></li>`,
  );
  return `<figure><figcaption><h2>${escapeText(plot.title)}</h2><p>${escapeText(plot.about)}</p></figcaption>
${plot.curves.length === 0 ? '<p class="empty">nothing</p>' : `${plotSvg(plot, span)}<ul class="legend">${legend.join('')}</ul>`}</figure>`;
}

function table(expectations: readonly Expectation[]): string {
  const rows = expectations.map(
    ({ about, expected, outcome, kept }) =>
      `<tr class="${kept ? 'kept' : 'broken'}"><th scope="row">${escapeText(about)}</th><td class="number">${escapeText(expected)}</td>` +
      `<td class="number">${escapeText(outcome)}</td><td class="mark">${kept ? '✓ <span>kept</span>' : '✗ <span>broken</span>'}</td></tr>`,
  );
  return `<section><h2>What was promised, and what came of it</h2>
<div class="scroll"><table class="promises"><thead><tr><th scope="col">promise</th><th scope="col" class="number">expected</th><th scope="col" class="number">outcome</th><th scope="col"></th></tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function notes({ notes: lines }: Described): string {
  return `<section><h2>What this run is, and is not</h2><ul class="notes">${lines.map((line) => `<li>${escapeText(line)}</li>`).join('')}</ul></section>`;
}
