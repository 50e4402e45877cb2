import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { inRepository } from '../repository.ts';
import { readManifest, versionsOf } from './manifest.ts';
import { packSdk } from './pack-sdk.ts';

const EXAMPLE = inRepository('examples/newsletter');
/** What a project has of its own, or gets by installing. */
const NOT_COPIED = new Set(['node_modules', 'package.json', 'README.md']);

/** Makes a project of its own out of examples/newsletter, with the SDK as a file in it: npm installs it without more. */
export async function newProject(dir: string): Promise<void> {
  const folder = resolve(dir);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0)
    throw new Failure(`${folder} is not empty: name a folder that is, or that is not there yet`);
  for (const name of await readdir(EXAMPLE))
    if (!NOT_COPIED.has(name))
      await cp(join(EXAMPLE, name), join(folder, name), { recursive: true });
  await leaveTopicsOut(join(folder, 'campaigns'));
  const sdk = basename(await packSdk(folder));
  await writeFile(
    join(folder, 'package.json'),
    `${JSON.stringify(await manifest(folder, sdk), null, 2)}\n`,
  );
  await writeFile(join(folder, 'README.md'), README);
  await writeFile(join(folder, '.gitignore'), 'node_modules/\n');
}

/** The example's are topics of the demo; an installation that has just begun has none. */
async function leaveTopicsOut(campaigns: string): Promise<void> {
  for (const name of await readdir(campaigns)) {
    const file = join(campaigns, name);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^ {2}topic: '[^']*',\n/m, ''));
  }
}

async function manifest(folder: string, sdk: string): Promise<object> {
  const { dependencies = {}, devDependencies = {}, scripts } = await readManifest(EXAMPLE);
  const others = Object.keys(dependencies).filter((name) => name !== '@adieu/sdk');
  return {
    name: basename(folder)
      .toLowerCase()
      .replaceAll(/[^a-z0-9-]+/g, '-'),
    version: '0.1.0',
    private: true,
    type: 'module',
    scripts,
    dependencies: { '@adieu/sdk': `file:${sdk}`, ...(await versionsOf(EXAMPLE, others)) },
    devDependencies: await versionsOf(EXAMPLE, Object.keys(devDependencies)),
  };
}

const README = `# Campaigns

Campaigns in code, checked and sent by Adieu (docs/campaigns-in-code.md of its checkout explains each file).

    npm install
    export ADIEU_URL=… ADIEU_API_KEY=…     # the GraphQL API, and a key of the role CAMPAIGNER
    npm run typecheck
    npm run check
    npx adieu campaign preview campaigns/spring.tsx --html spring.html
    npx adieu campaign send campaigns/spring.tsx --watch
    npx adieu campaign preview campaigns/members.ts      # an SMS; set ADIEU_SMS_BOOK to a book of yours
`;
