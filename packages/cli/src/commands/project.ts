import { relative } from 'node:path';
import type { Command } from 'commander';
import { newProject } from '../project/new-project.ts';
import { nextSteps } from '../project/next-steps.ts';
import { packSdk } from '../project/pack-sdk.ts';
import { DEFAULT_DATA } from './up.ts';

/** `adieu new-project` and `pack-sdk`: what a product team's own repository begins with. */
export function addProjectCommands(program: Command): void {
  program
    .command('new-project')
    .description('make a project of your own for campaigns in code, which needs npm alone')
    .argument('<dir>', 'a folder that is empty or not there yet')
    .option('--data <dir>', 'data folder of the Adieu that it is to ask', DEFAULT_DATA)
    .action(async (dir: string, { data }: { data: string }) => {
      await newProject(dir);
      console.log(await nextSteps(dir, data));
    });
  program
    .command('pack-sdk')
    .description('pack @adieu/sdk into a file, for `npm install FILE` or a registry of your own')
    .argument('[dir]', 'where the file goes', '.')
    .action(async (dir: string) => console.log(relative('', await packSdk(dir))));
}
