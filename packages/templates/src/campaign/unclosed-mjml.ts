const OPENS = /<\/?mj[\w-]*/g;
const ENDS_BARE = /[>"']/g;

interface Tag {
  readonly name: string;
  readonly closes: boolean;
  readonly line: number;
}

/**
 * What of MJML's own elements is opened and never closed, or the other way round, with its line: MJML takes what follows for
 * text, and its tags go out as they stand.
 */
export function unclosedMjml(source: string): { line: number; message: string } | null {
  const open: Tag[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number): void => {
    counts.set(name, (counts.get(name) ?? 0) + by);
  };
  for (const tag of tagsOf(withoutComments(source))) {
    if ('message' in tag) return tag;
    const { name, line } = tag;
    if (!tag.closes) {
      open.push(tag);
      count(name, 1);
      continue;
    }
    if (!counts.get(name)) return { line, message: `</${name}> closes nothing` };
    const last = open.pop()!;
    count(last.name, -1);
    if (last.name !== name) return notClosed(last, `</${name}> stands in line ${line}`);
  }
  const last = open.pop();
  return last === undefined ? null : notClosed(last, 'the text ends');
}

/** Comments may hold half of anything; their lines stay. */
function withoutComments(source: string): string {
  let [out, at] = ['', 0];
  for (;;) {
    const start = source.indexOf('<!--', at);
    const end = start < 0 ? -1 : source.indexOf('-->', start + 4);
    if (end < 0) return out + source.slice(at);
    out += source.slice(at, start) + source.slice(start, end + 3).replace(/[^\n]/g, ' ');
    at = end + 3;
  }
}

/** Each tag that is not of an element closed by itself. One without an end is the last: it would take in all that follows. */
function* tagsOf(text: string): Generator<Tag | { line: number; message: string }> {
  let [line, counted] = [1, 0];
  OPENS.lastIndex = 0;
  for (let found = OPENS.exec(text); found !== null; found = OPENS.exec(text)) {
    for (; counted < found.index; counted++) if (text[counted] === '\n') line += 1;
    const start = found[0];
    const end = endOfTag(text, found.index + start.length);
    const name = start.replace(/^<\/?/, '');
    if (end === null) {
      yield { line, message: `<${name}> is not closed before the text ends: its ">" is missing` };
      return;
    }
    OPENS.lastIndex = end;
    if (!/\/\s*>$/.test(text.slice(Math.max(0, end - 20), end)))
      yield { name, closes: start.startsWith('</'), line };
  }
}

/** Behind the `>` that ends a tag, which in quotes is none. */
function endOfTag(text: string, from: number): number | null {
  ENDS_BARE.lastIndex = from;
  for (let found = ENDS_BARE.exec(text); found !== null; found = ENDS_BARE.exec(text)) {
    if (found[0] === '>') return found.index + 1;
    const quote = text.indexOf(found[0], found.index + 1);
    if (quote < 0) return null;
    ENDS_BARE.lastIndex = quote + 1;
  }
  return null;
}

function notClosed(
  { name, line }: { readonly name: string; readonly line: number },
  before: string,
) {
  return { line, message: `<${name}> is not closed before ${before}` };
}

/** An element of MJML that is left in a compiled page: it stood where MJML takes everything for text. */
export function mjmlLeft(html: string): { needle: string; message: string } | null {
  const name = /<(mj[\w-]*)[\s/>]/.exec(html)?.[1];
  if (name === undefined) return null;
  return {
    needle: `<${name}`,
    message: `<${name}> would go out as it stands: it is in an element whose content is HTML, or misspelt`,
  };
}
