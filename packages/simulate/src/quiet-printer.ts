import { type Printer, readableLine } from '@adieu/cli';

/** Lets through only what is really broken: a simulation has its own things to say. */
export function quietPrinter(printer: Printer): Printer {
  return {
    line(name, line) {
      if (readableLine(line).loudness === 'error') printer.line(name, line);
    },
    say(text, loudness = 'normal') {
      if (loudness === 'error') printer.say(text, loudness);
    },
    plain() {},
  };
}
