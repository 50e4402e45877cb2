import { REPLY_FORMS } from './forms/index.ts';

const FORMS = Object.values(REPLY_FORMS);

/** Lines that one that says who wrote what may be broken into. */
const BROKEN_INTO = 3;

/** A date or an address, which a sentence that ends with “wrote:” seldom has. */
const DATED = /\d{1,2}[:.]\d{2}|\b(?:19|20)\d{2}\b|\S@\S/;

/** When and who, whatever the language calls it, and some phones say nothing else. */
const DATED_AND_ADDRESSED = /\d.{2,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>[^<>]{0,30}:$/;

const LONGEST_INTRODUCTION = 400;

/**
 * A mail's lines without what they answer. What says who wrote it is taken away too; where what follows it bears no marks, all of it
 * is the quote.
 */
export function cutQuotes(lines: readonly string[]): string[] {
  const own: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]!.startsWith('>')) continue;
    const taken = introductionAt(lines, at);
    if (taken === 0) {
      own.push(lines[at]!);
      continue;
    }
    at += taken - 1;
    const next = nextOf(lines, at + 1);
    if (next?.startsWith('>') !== true) break;
  }
  return own;
}

/** How many lines from here on say that a quote follows. */
function introductionAt(lines: readonly string[], at: number): number {
  if (divides(lines[at]!)) return 1 + headersAt(lines, at + 1, false);
  if (rulesOff(lines, at)) return 1;
  const headers = headersAt(lines, at, true);
  if (headers > 0) return headers;
  let joined = '';
  for (let taken = 1; taken <= BROKEN_INTO; taken++) {
    const line = lines[at + taken - 1] ?? '';
    if (line === '' || (taken > 1 && !begins(lines[at]!))) return 0;
    joined = `${joined} ${line}`.trim();
    if (introduces(joined)) return taken;
  }
  return 0;
}

function introduces(line: string): boolean {
  if (line.length > LONGEST_INTRODUCTION || !/[:-]$/.test(line)) return false;
  if (DATED_AND_ADDRESSED.test(line)) return true;
  const words = new Set(line.toLowerCase().split(/[\s,:]+/));
  return DATED.test(line) && FORMS.some(({ wrote }) => wrote.some((word) => words.has(word)));
}

/** An own line that goes on is no beginning of that. */
function begins(line: string): boolean {
  const [first = ''] = line.toLowerCase().split(/[\s,.]/, 1);
  return /^\d/.test(first) || FORMS.some(({ dates }) => dates.includes(first));
}

function divides(line: string): boolean {
  if (!/^[-–—_*\s]{2,}|:$/.test(line)) return false;
  const words = line
    .replace(/^[-–—_*\s]+/, '')
    .replace(/[-–—_*:\s]+$/, '')
    .toLowerCase();
  return FORMS.some((forms) => forms.divides.includes(words));
}

/** A line above a header of a language that has no forms here: a name, a colon and an address. */
function rulesOff(lines: readonly string[], at: number): boolean {
  if (!/^_{3,}$/.test(lines[at]!)) return false;
  const next = nextOf(lines, at + 1) ?? '';
  return /^\S{2,14}\s?:\s.{0,200}\S@\S/.test(next);
}

const MOST_HEADERS = 8;

/** Fields of a header: the sender’s first, and another beside it; or any, where a line above divides. */
function headersAt(lines: readonly string[], from: number, mustBegin: boolean): number {
  const first = lines.slice(from).findIndex((line) => line !== '');
  const start = mustBegin ? from : from + Math.max(first, 0);
  if (mustBegin && !isField(lines[start] ?? '', 'from')) return 0;
  let at = start;
  let seen = 0;
  let last = start;
  for (; at < lines.length && at - start < MOST_HEADERS; at++) {
    const line = lines[at]!;
    if (line === '') break;
    if (!isField(line, 'from') && !isField(line, 'beside')) continue;
    seen++;
    last = at + 1;
  }
  if (mustBegin && seen < 2) return 0;
  return last - from;
}

function isField(line: string, which: 'from' | 'beside'): boolean {
  const name = /^[*_]{0,2}([^:]{2,20}?)[*_]{0,2}\s?:/.exec(line)?.[1]?.trim().toLowerCase();
  return name !== undefined && FORMS.some((forms) => forms[which].includes(name));
}

/** The next line that is no blank; a blank stands alone (bound-text.ts). */
function nextOf(lines: readonly string[], at: number): string | undefined {
  return lines[at] === '' ? lines[at + 1] : lines[at];
}
