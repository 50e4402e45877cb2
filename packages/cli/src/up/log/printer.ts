import { styleText } from 'node:util';
import { type Loudness, readableLine } from './format-line.ts';

/** Prints lines with the name of who said them. */
export interface Printer {
  /** A line of a child's output. */
  line(name: string, line: string): void;
  /** Words of our own. */
  say(text: string, loudness?: Loudness): void;
  /** Without a prefix: the closing table. */
  plain(text: string): void;
}

const NAME_WIDTH = 17;
const OWN_NAME = 'adieu';
const COLOURS = [
  'cyan',
  'magenta',
  'blue',
  'green',
  'yellow',
  'cyanBright',
  'magentaBright',
  'blueBright',
] as const;
const LOUD = { quiet: 'gray', normal: 'reset', warning: 'yellow', error: 'red' } as const;

/** Prints to a terminal in colours, elsewhere without (NO_COLOR and FORCE_COLOR are kept). */
export function createPrinter(stream: NodeJS.WriteStream): Printer {
  // Who reads our output may go away (npm start | head): that is no reason to leave children behind.
  stream.on('error', () => {});
  const colourOf = new Map<string, (typeof COLOURS)[number]>();
  const print = (name: string, text: string, loudness: Loudness): void => {
    const colour = colourOf.get(name) ?? COLOURS[colourOf.size % COLOURS.length]!;
    colourOf.set(name, colour);
    const prefix = styleText(name === OWN_NAME ? 'bold' : colour, `${name.padEnd(NAME_WIDTH)} |`, {
      stream,
    });
    for (const part of text.split('\n'))
      stream.write(`${prefix} ${styleText(LOUD[loudness], part, { stream })}\n`);
  };
  return {
    line(name, line) {
      const { text, loudness } = readableLine(line);
      if (text.trim() !== '') print(name, text, loudness);
    },
    say: (text, loudness = 'normal') => print(OWN_NAME, text, loudness),
    plain: (text) => void stream.write(`${text}\n`),
  };
}
