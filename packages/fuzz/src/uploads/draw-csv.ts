import type { Dice } from '../dice.ts';

const NAMES = [
  'email',
  'Email',
  'E-mail',
  'phone',
  'language',
  'first_name',
  'time_zone',
  'unsubscribed',
  'opt_out',
  'consent_text',
  'source',
  'obtained_at',
  '__proto__',
  'constructor',
  '',
  ' ',
  '"',
  '\ufeffemail',
  '=cmd()',
];
const CELLS = [
  '',
  ' ',
  'somebody@example.test',
  'somebody',
  '@',
  'a@b',
  '"quoted, name"@example.test',
  'å@exämple.test',
  '+46701740605',
  '0701-74 06 05',
  '+',
  'en',
  'xx',
  'yes',
  'TRUE',
  '2026-05-04',
  '2026-13-45',
  '2026-05-04T08:00:00+02:00',
  'Europe/Stockholm',
  '=1+1',
  '@SUM(1)',
  "'=1",
  '\0',
  '\u202e',
  '\ufffd',
  '\ud800',
  '"',
  '""',
  'x"y',
  '💥',
  '\u00a0',
];
const ENDS = ['\n', '\r\n', '\r', '\n\n', '\v', '\u2028', ''];
const LONG = 300_000;

/** A list as somebody might save it, or as nobody would. */
export function drawCsv(dice: Dice): string {
  if (dice.chance(0.1)) return drawOdd(dice);
  const separator = dice.one([',', ';', '\t', ',', '|']);
  const end = dice.one(ENDS);
  const width = dice.few(8);
  const names = Array.from({ length: width }, () => dice.one(NAMES));
  if (dice.chance(0.8)) names.unshift(dice.one(['email', 'phone']));
  const rows = Array.from({ length: dice.few(60) }, () =>
    Array.from({ length: dice.chance(0.9) ? names.length : dice.few(20) }, () => drawCell(dice)),
  );
  const lines = [names, ...rows].map((cells) => cells.join(separator));
  return `${dice.chance(0.1) ? '\ufeff' : ''}${lines.join(end)}${dice.one(ENDS)}`;
}

function drawCell(dice: Dice): string {
  const cell = dice.one(CELLS).repeat(dice.chance(0.01) ? dice.few(LONG) : 1);
  if (dice.chance(0.8)) return cell;
  return dice.chance(0.8) ? `"${cell.replaceAll('"', '""')}"` : `"${cell}`;
}

function drawOdd(dice: Dice): string {
  const count = dice.few(LONG);
  return dice.one<() => string>([
    () => 'x'.repeat(count),
    () => `email\n${'x'.repeat(count)}`,
    () => `email\n"${'x\n'.repeat(count)}`,
    () => `email${',x'.repeat(count)}\n${','.repeat(count)}`,
    () => '\n'.repeat(count),
    () => ' '.repeat(count),
    () => `${'\r'.repeat(count)}email\ra@b.example`,
    () => '"'.repeat(count),
    () => `email\n${'""'.repeat(count)}`,
    () => `email\n${'a@example.test\n'.repeat(Math.min(count, 500))}`,
    () => '\0'.repeat(count),
    () => `email;${'"a";'.repeat(count)}`,
    () => `email\n${'@'.repeat(count)}`,
    () => `email\n${'a.'.repeat(count)}@example.test`,
    () => `phone\n${'+'.repeat(count)}`,
    () => `phone\n${'0 '.repeat(count)}`,
    () => `email,obtained_at\na@example.test,${'1'.repeat(count)}`,
    () => `email\n${'\u202e'.repeat(count)}`,
    () => `email\na@${'x.'.repeat(count)}test`,
    () => `email\na@${'ä'.repeat(count)}.test`,
  ])();
}
