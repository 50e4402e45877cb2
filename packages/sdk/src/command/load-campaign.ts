import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Campaign } from '../campaign/define-campaign.ts';
import type { Connection } from '../client/connect.ts';
import { AdieuError } from '../errors.ts';
import { withJsxConfig } from './with-jsx-config.ts';

/** The campaign that a file exports by default, TypeScript and JSX included, on a connection. */
export async function loadCampaign(file: string, connection: Connection): Promise<Campaign> {
  const path = resolve(file);
  if (!existsSync(path)) throw new AdieuError('NO_FILE', `There is no file ${file}.`);
  // A compiler: other commands need not wait for it to load.
  const { tsImport } = await import('tsx/esm/api');
  // What goes wrong in it is told by the lines that its author wrote.
  process.setSourceMapsEnabled(true);
  const tsconfig = nearest('tsconfig.json', dirname(path));
  const manifest = nearest('package.json', dirname(path));
  const folder = dirname(manifest ?? path);
  const loaded = await withJsxConfig({ folder, tsconfig }, async (config) => {
    // By the variable for a project without "type": "module", by the option for one with it.
    process.env['TSX_TSCONFIG_PATH'] = config;
    const options = { parentURL: import.meta.url, tsconfig: config };
    return (await tsImport(pathToFileURL(path).href, options)) as { default?: unknown };
  });
  const campaign = defaultOf(loaded);
  if (!isCampaign(campaign))
    throw new AdieuError(
      'NO_CAMPAIGN',
      `${file} exports no campaign: write export default defineCampaign({ … }).`,
    );
  return campaign.through(connection);
}

/** A project without "type": "module" gives its default export within another. */
function defaultOf({ default: given }: { default?: unknown }): unknown {
  return isCampaign(given) ? given : (given as { default?: unknown } | undefined)?.default;
}

function isCampaign(value: unknown): value is Campaign {
  return typeof value === 'object' && value !== null && 'definition' in value && 'through' in value;
}

function nearest(name: string, folder: string): string | null {
  const here = join(folder, name);
  if (existsSync(here)) return here;
  const above = dirname(folder);
  return above === folder ? null : nearest(name, above);
}
