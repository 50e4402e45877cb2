import { randomInt } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';
import { scratchGround } from './world/scratch-ground.ts';

/** `npm run fuzz -- [target]`: ends with code 1 where an input is not answered as it should be. */
const program = new Command('fuzz')
  .description('Throw hostile input at what strangers reach: 0 crashes, no answer over a second.')
  .usage('[target] [options]')
  .argument('[target]', `one of ${Object.keys(TARGETS).join(', ')}; each of them if not given`)
  .option('--seconds <n>', 'for each target', wholeNumber, 60)
  .option('--seed <n>', 'to begin with; drawn if not given', wholeNumber)
  .action(async (name: string | undefined, options: { seconds: number; seed?: number }) => {
    const names = name === undefined ? Object.keys(TARGETS) : [name];
    for (const each of names) if (!(await run(each, options))) process.exitCode = 1;
  });

await program.parseAsync();
// What a target used may still rest a while.
process.exit();

async function run(
  name: string,
  { seconds, seed = randomInt(2 ** 31) }: { seconds: number; seed?: number },
): Promise<boolean> {
  const load = Object.hasOwn(TARGETS, name) ? TARGETS[name] : undefined;
  if (load === undefined)
    return program.error(
      `there is no target ${name}: take one of ${Object.keys(TARGETS).join(', ')}`,
    );
  const target = await load();
  console.log(`${name}: ${target.about}; seed ${seed}, ${seconds} s`);
  const { cases, slowest, fault } = await fuzz(target, { seed, seconds, ground: scratchGround });
  console.log(`${cases} inputs, the slowest took ${Math.round(slowest)} ms of the processor`);
  if (fault === null) return true;
  console.log(`FAULT: ${fault.what}\ninput: ${fault.input}`);
  console.log(`again: npm run fuzz -- ${name} --seed ${fault.seed} --seconds 0`);
  return false;
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('a whole number');
  return number;
}
