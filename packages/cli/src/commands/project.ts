import { relative } from 'node:path';
import type { Command } from 'commander';
import { newProject } from '../project/new-project.ts';
import { packSdk } from '../project/pack-sdk.ts';
import { dataFolder } from '../up/data-folder.ts';
import { readEndpoints } from '../up/endpoints.ts';
import { DEFAULT_DATA } from './up.ts';

/** `adieu new-project` and `pack-sdk`: what a product team's own repository begins with. */
export function addProjectCommands(program: Command): void {
  program
    .command('new-project')
    .description('make a project of your own for campaigns in code, which needs npm alone')
    .argument('<dir>', 'a folder that is empty or not there yet')
    .action(async (dir: string) => {
      await newProject(dir);
      console.log(await nextSteps(dir));
    });
  program
    .command('pack-sdk')
    .description('pack @adieu/sdk into a file, for `npm install FILE` or a registry of your own')
    .argument('[dir]', 'where the file goes', '.')
    .action(async (dir: string) => console.log(relative('', await packSdk(dir))));
}

async function nextSteps(dir: string): Promise<string> {
  const running = await readEndpoints(dataFolder(DEFAULT_DATA));
  const url = running?.graphql ?? '<URL of the GraphQL API>';
  const key = running?.demo?.campaignerApiKey ?? '<key of the role CAMPAIGNER>';
  return [
    `The project is in ${dir}. Next:`,
    '',
    `  cd ${dir}`,
    '  npm install',
    `  export ADIEU_URL='${url}' ADIEU_API_KEY='${key}'`,
    '  npx adieu campaign check campaigns/spring.tsx',
  ].join('\n');
}
