const TAG = /<(\/?)(mj[\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;

/**
 * What of MJML's own elements is opened and never closed, or the other way round, with its line: MJML takes what follows for
 * text, and its tags go out as they stand.
 */
export function unclosedMjml(source: string): { line: number; message: string } | null {
  // Comments may hold half of anything; their lines stay.
  const text = source.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const lineAt = (at: number): number => text.slice(0, at).split('\n').length;
  const open: { readonly name: string; readonly line: number }[] = [];
  for (const { 1: slash, 2: name, 3: attributes, index } of text.matchAll(TAG)) {
    if (attributes!.trimEnd().endsWith('/')) continue;
    if (slash === '') {
      open.push({ name: name!, line: lineAt(index) });
      continue;
    }
    if (!open.some((each) => each.name === name))
      return { line: lineAt(index), message: `</${name}> closes nothing` };
    const last = open.pop()!;
    if (last.name !== name) return notClosed(last, `</${name}> stands in line ${lineAt(index)}`);
  }
  const last = open.pop();
  return last === undefined ? null : notClosed(last, 'the text ends');
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
