import type { ByLanguage } from '@adieu/domain';

const RENDER = /\{%-?\s*render\s+(['"])([^'"]*)\1\s*-?%\}/g;
const DEEPEST = 8;

/** What a campaign's text and its partials give together, or what is wrong with them. */
export function expandPartials(
  source: string,
  language: string,
  given: { partials: Readonly<Record<string, ByLanguage>>; defaultLanguage: string },
): { source: string } | { line: number; message: string } {
  let problem: { line: number; message: string } | undefined;
  const expand = (text: string, within: readonly string[]): string =>
    text.replace(RENDER, (_tag, _quote, name: string, at: number) => {
      const partial = Object.hasOwn(given.partials, name) ? given.partials[name]! : null;
      const piece = partial?.[language] ?? partial?.[given.defaultLanguage];
      const message =
        piece === undefined
          ? `there is no partial "${name}": give it among the campaign's partials`
          : within.includes(name) || within.length >= DEEPEST
            ? `the partial "${name}" renders itself`
            : null;
      if (message === null) return expand(piece!, [...within, name]);
      problem ??= { line: text.slice(0, at).split('\n').length, message };
      return '';
    });
  const expanded = expand(source, []);
  return problem ?? { source: expanded };
}

/** The text with its partials left out, each line where the author wrote it. */
export function withoutPartials(source: string): string {
  return source.replace(RENDER, (tag) => '\n'.repeat(tag.split('\n').length - 1));
}
