import { Failure } from '@adieu/cli';
import { Command, InvalidArgumentError } from 'commander';
import type { SimulateOptions } from './run-simulation.ts';

/** `npm run adieu -- simulate`: ends with code 1 where a promise was broken. */
const program = new Command('simulate')
  .description(
    'run a campaign against a played population on an Adieu of its own, time compressed, and draw what happened; docs/simulate.md',
  )
  .argument('<file>', 'campaign.json, e.g. examples/simulate/campaign.json')
  .option('--out <file>', 'where the drawing goes', 'simulation.html')
  .option('--json <file>', 'everything that happened, for programs')
  .option('--seed <n>', 'other people of the same kinds; the file’s own if not given', seedNumber)
  .option('--verbose', 'show what the started processes say')
  .showHelpAfterError()
  .action(async (file: string, options: SimulateOptions) => {
    const { runSimulation } = await import('./run-simulation.ts');
    process.exitCode = await runSimulation(file, options);
    // A connection that is still being given up must not hold the terminal.
    process.exit();
  });

try {
  await program.parseAsync();
} catch (error) {
  console.error(error instanceof Failure ? `adieu: ${error.message}` : error);
  process.exitCode = 1;
}

function seedNumber(text: string): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new InvalidArgumentError('It must be a whole number.');
}
