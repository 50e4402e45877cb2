import { Liquid, type Template } from 'liquidjs';
import { inFigures, MAIL_LIMITS } from './limits.ts';
import { branchesOf, type LiquidToken, liquidTokens } from './liquid-tokens.ts';
import { rootsOf } from './merge-fields.ts';
import { mergedUrl, mergedUrlPart } from './merged-url.ts';

/** The names an author may use; anything else is a slip that would leave a hole in the mail. */
export const MERGE_NAMES = [
  'contact',
  'organisation',
  'account',
  'subject',
  'unsubscribe_url',
  'unsubscribe_word',
  'unsubscribe_language',
  'subscribe_again_url',
  'subscribe_again_words',
  'web_version_url',
  'web_version_words',
  'postal_address',
  'on_behalf_of',
  'marking',
] as const;

/** Those of a text message. */
export const SMS_NAMES = [
  'contact',
  'organisation',
  'account',
  'opt_out',
  'unsubscribe_url',
] as const;

// No files (`templates` replaces the file system), and an end to what would not end.
const options = {
  strictFilters: true,
  ownPropertyOnly: true,
  jsTruthy: false,
  templates: {},
  parseLimit: 2_000_000,
  renderLimit: 2_000,
  memoryLimit: MAIL_LIMITS.memory,
} as const;

const TAGS = new Set([
  'assign',
  'break',
  'capture',
  'case',
  'comment',
  'continue',
  'cycle',
  'for',
  'if',
  'raw',
  'unless',
  '#',
]);

/** Fills HTML: every merged value is escaped, so that no name can carry markup. */
export const htmlLiquid = engine(new Liquid({ ...options, outputEscape: 'escape' }));
/** Fills plain text: values as they are. */
export const textLiquid = engine(new Liquid(options));

function engine(liquid: Liquid): Liquid {
  // What reads files or writes past the escaping: `include`, `echo`, `| raw` and their like.
  for (const tag of Object.keys(liquid.tags)) if (!TAGS.has(tag)) delete liquid.tags[tag];
  delete liquid.filters['raw'];
  liquid.registerFilter('merged_url', mergedUrl);
  liquid.registerFilter('merged_url_part', mergedUrlPart);
  return liquid;
}

/** Parses what an author wrote; gives the parsed form, or what is wrong with it and in which line. */
export function parseLiquid(
  liquid: Liquid,
  source: string,
  names: readonly string[] = MERGE_NAMES,
): { template: Template[] } | { line: number | null; message: string } {
  try {
    // Before anything is built of them, which would be as deep as they are.
    const tokens = liquidTokens(source);
    const slip = slipIn(tokens, names);
    if (slip !== null) return { line: lineAt(source, slip.at), message: slip.message };
    const template = liquid.parse(source);
    const known = namesSetBy(tokens, names);
    const unknown = [...rootsOf(template)].find((name) => !known.has(name));
    if (unknown === undefined) return { template };
    const at = tokens.find(({ text }) => namesIn(text).includes(unknown))?.begin ?? null;
    return {
      line: lineAt(source, at),
      message: `unknown field "${unknown}": write contact.<column>, for example {{ contact.first_name | default: "friend" }}`,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line:(\d+)/.exec(message)?.[1];
    return {
      line: line === undefined ? null : Number(line),
      message: message.replace(/, (?:file|line):.*$/, ''),
    };
  }
}

/** The names that a text may use: ours, and those that it sets itself. */
function namesSetBy(tokens: readonly LiquidToken[], names: readonly string[]): ReadonlySet<string> {
  const set = tokens.flatMap(({ name, args }) =>
    name !== null && SETS.has(name) ? namesIn(args).slice(0, 1) : [],
  );
  return new Set([...names, 'forloop', ...set]);
}

function slipIn(
  tokens: readonly LiquidToken[],
  names: readonly string[],
): { at: number | null; message: string } | null {
  const { liquid: most, nesting } = MAIL_LIMITS;
  if (tokens.length > most) {
    const message = `more than ${inFigures(most)} merge fields and tags of Liquid: shorten the text`;
    return { at: tokens[most]!.begin, message };
  }
  if (branchesOf(tokens).deepest > nesting) {
    const message = `conditions and loops of Liquid stand more than ${nesting} deep within each other: write them apart`;
    return { at: null, message };
  }
  for (const { name, args, begin } of tokens) {
    if (name === null || !SETS.has(name)) continue;
    const [set] = namesIn(args);
    if (names.includes(set ?? '')) {
      const message = `{% ${name} %} changes "${set}", a name of ours: take another`;
      return { at: begin, message };
    }
  }
  return null;
}

/** Tags that give a name a meaning. */
const SETS = new Set(['assign', 'capture', 'for']);

function namesIn(text: string): string[] {
  return text.match(/[\w-]+/g) ?? [];
}

function lineAt(source: string, at: number | null): number | null {
  return at === null ? null : source.slice(0, at).split('\n').length;
}
