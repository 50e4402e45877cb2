import { createHash } from 'node:crypto';
import { escapeHtml } from './html.ts';
import type { HandsetMessage } from './messages.ts';
import { phoneHtml } from './phone.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** Those of README, whom the demo writes to; nobody has these numbers (PTS keeps them for films). */
const SAMPLES = ['+46701740605', '+46701740606'] as const;

/** The page of two phones. `asked`: the numbers in the address, null where it says none. */
export function handsetPage(
  messages: readonly HandsetMessage[],
  asked: readonly [string | null, string | null],
): string {
  const known = [...new Set(messages.map(({ phone }) => phone).toReversed())];
  const [left, right] = choose(asked, known);
  const phones = [left, right].map((phone, i) =>
    phoneHtml(
      { phone, beside: i === 0 ? right : left, side: i === 0 ? 'left' : 'right' },
      messages,
    ),
  );
  const options = known
    .slice(0, 200)
    .map((number) => `<option value="${escapeHtml(number)}"></option>`)
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Handset</title>
<style>${STYLE}</style>
</head>
<body>
<header><h1>Handset</h1><a href="/?left=${encodeURIComponent(left)}&amp;right=${encodeURIComponent(right)}">Reload</a></header>
<main>${phones.join('')}</main>
<datalist id="numbers" data-live="numbers">${options}</datalist>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/**
 * What was asked for; else the demo's two, as all of a campaign come at once; else who was written to last. Two different
 * ones.
 */
function choose(
  [left, right]: readonly [string | null, string | null],
  known: readonly string[],
): [string, string] {
  const rest = [...SAMPLES.filter((number) => known.includes(number)), ...known, ...SAMPLES];
  const one = left ?? rest.find((number) => number !== right)!;
  return [one, right ?? rest.find((number) => number !== one)!];
}

const digest = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing of a message can become more than text. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${digest(STYLE)}`,
  `script-src ${digest(SCRIPT)}`,
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
