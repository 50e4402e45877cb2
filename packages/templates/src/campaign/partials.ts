import type { ByLanguage } from '@adieu/domain';
import { inFigures, MAIL_LIMITS } from './limits.ts';

const RENDER = /\{%-?\s*render\s+(['"])([^'"]*)\1\s*-?%\}/g;
const DEEPEST = 8;

/** What a campaign's text and its partials give together, or what is wrong with them. */
export function expandPartials(
  source: string,
  language: string,
  given: { partials: Readonly<Record<string, ByLanguage>>; defaultLanguage: string },
): { source: string } | { line: number; message: string } {
  let problem: { line: number; message: string } | undefined;
  let [rendered, length] = [0, source.length];
  const expand = (text: string, within: readonly string[]): string =>
    text.replace(RENDER, (_tag, _quote, name: string, at: number) => {
      if (problem !== undefined) return '';
      const partial = Object.hasOwn(given.partials, name) ? given.partials[name]! : null;
      const piece = partial?.[language] ?? partial?.[given.defaultLanguage];
      rendered += 1;
      length += piece?.length ?? 0;
      const message =
        piece === undefined
          ? `there is no partial "${name}": give it among the campaign's partials`
          : within.includes(name) || within.length >= DEEPEST
            ? `the partial "${name}" renders itself`
            : whyTooMuch(rendered, length);
      if (message === null) return expand(piece!, [...within, name]);
      problem = { line: text.slice(0, at).split('\n').length, message };
      return '';
    });
  const expanded = expand(source, []);
  return problem ?? { source: expanded };
}

function whyTooMuch(rendered: number, length: number): string | null {
  const { partials, text } = MAIL_LIMITS;
  if (rendered > partials)
    return `partials are rendered more than ${inFigures(partials)} times, those within partials too: write what they say once`;
  if (length > text)
    return `with its partials the text is longer than ${inFigures(text)} characters: shorten it`;
  return null;
}

/** The text with its partials left out, each line where the author wrote it. */
export function withoutPartials(source: string): string {
  return source.replace(RENDER, (tag) => '\n'.repeat(tag.split('\n').length - 1));
}
