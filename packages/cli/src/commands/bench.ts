import type { Command } from 'commander';
import { BENCHMARKS } from '../bench/index.ts';
import { wholeNumber } from './whole-number.ts';

/** `adieu bench <name>`: ends with code 1 where a budget is missed. */
export function addBenchCommand(program: Command): void {
  const bench = program
    .command('bench')
    .description('measure, each figure beside a reference of the same run');
  for (const [name, { about, options, load }] of Object.entries(BENCHMARKS)) {
    const command = bench.command(name).description(about);
    for (const [option, { about: what, fallback }] of Object.entries(options)) {
      command.option(`--${option} <n>`, what, wholeNumber, fallback);
    }
    command.action(async (given: Record<string, number>) => {
      const run = await load();
      process.exitCode = (await run(given)) ? 0 : 1;
    });
  }
}
