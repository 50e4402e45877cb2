import { Liquid, type Template } from 'liquidjs';

/** The names an author may use; anything else is a slip that would leave a hole in the mail. */
export const MERGE_NAMES = [
  'contact',
  'organisation',
  'account',
  'unsubscribe_url',
  'unsubscribe_word',
  'unsubscribe_language',
] as const;

const options = { strictFilters: true, ownPropertyOnly: true, jsTruthy: false } as const;

/** Fills HTML: every merged value is escaped, so that no name can carry markup. */
export const htmlLiquid = new Liquid({ ...options, outputEscape: 'escape' });
/** Fills plain text: values as they are. */
export const textLiquid = new Liquid(options);

/** Parses a template; gives the parsed form, or what is wrong with it and in which line. */
export function parseLiquid(
  engine: Liquid,
  source: string,
): { template: Template[] } | { line: number | null; message: string } {
  try {
    const template = engine.parse(source);
    const unknown = engine
      .globalVariablesSync(template)
      .find((name) => !(MERGE_NAMES as readonly string[]).includes(name));
    if (unknown === undefined) return { template };
    return {
      line: lineOf(source, unknown),
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

function lineOf(source: string, name: string): number | null {
  const at = source.search(new RegExp(`\\{[{%][^}]*\\b${name}\\b`));
  return at < 0 ? null : source.slice(0, at).split('\n').length;
}
