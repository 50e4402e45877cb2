import { wholeNumber } from '@adieu/cli';
import { Command } from 'commander';
import { BENCHMARKS } from './benchmarks.ts';

/** `npm run bench -- <name>`: ends with code 1 where a budget is missed. */
const program = new Command('bench')
  .description('Measure, each figure beside a reference of the same run.')
  .usage('<name> [options]');
for (const [name, { about, options, flags = {}, load }] of Object.entries(BENCHMARKS)) {
  const command = program.command(name).description(about);
  for (const [option, { about: what, fallback }] of Object.entries(options)) {
    command.option(`--${option} <n>`, what, wholeNumber, fallback);
  }
  for (const [flag, what] of Object.entries(flags)) command.option(`--${flag}`, what);
  command.action(async (given: Record<string, number | boolean>) => {
    const run = await load();
    const asNumbers = Object.entries(given).map(([option, value]) => [option, Number(value)]);
    process.exitCode = (await run(Object.fromEntries(asNumbers))) ? 0 : 1;
  });
}

await program.parseAsync();
