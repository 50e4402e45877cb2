import { REPLY_FORMS } from './forms/index.ts';

const FORMS = Object.values(REPLY_FORMS);

/** Words that may follow an end on its line: who it is from. */
const NAME = 3;

/**
 * Own lines without who wrote them: a firm's lines below ask to delete what one should not have got, and that is no wish. What is
 * added below (“PS”) is the writer's again.
 */
export function cutSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex(
    (line, at) => isDivider(line) || (at > 0 && isEnd(line)) || isFoot(line),
  );
  if (end < 0) return [...lines];
  const more = lines.findIndex((line, at) => at > end && /^p\.?\s?s\b/i.test(line));
  return [...lines.slice(0, end), ...(more < 0 ? [] : lines.slice(more))];
}

/** Greetings, which say nothing. */
const GREETING =
  /^(?:hej(?: hej)?|hejsan|hello|hi|hallo|guten tag|dobrý den|ahoj|goddag)[\s,.!:]*$/i;

/** A name, a title, a number: no sentence, and nothing that somebody asks. */
const OF_WRITER = /^(?:[\p{Lu}\d+(].{0,60}[^.!?]|\p{Lu}\.?)$/u;
const MOST_OF_WRITER = 5;

/** Whether a mail's own lines are a greeting and who it is from, and nothing besides. */
export function isBareSignature(lines: readonly string[]): boolean {
  const said = lines.filter((line) => line !== '' && !GREETING.test(line));
  if (said.length === 0) return true;
  return (
    said.length <= MOST_OF_WRITER &&
    isEnd(said[0]!) &&
    said.slice(1).every((line) => OF_WRITER.test(line))
  );
}

const isDivider = (line: string): boolean => /^(?:-{2,4}|_{2,}|[–—]{2,})$/.test(line);

function isEnd(line: string): boolean {
  const words = plain(line);
  return FORMS.some(({ ends }) =>
    ends.some((end) => {
      if (words === end) return true;
      if (!words.startsWith(end) || !/^[\s,/]/.test(words.slice(end.length))) return false;
      // A sentence can begin so, too.
      const rest = line.slice(end.length).replace(/^[\s,/.!]+/, '');
      return rest.split(/\s+/).length <= NAME && /^\p{Lu}/u.test(rest) && !/[.!?]$/.test(rest);
    }),
  );
}

function isFoot(line: string): boolean {
  const words = plain(line);
  return FORMS.some(({ sentFrom, fine }) =>
    [...sentFrom, ...fine].some((begin) => words.startsWith(begin)),
  );
}

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[\s,.!:;*_]+$/, '')
    .replace(/^[*_]+/, '');
