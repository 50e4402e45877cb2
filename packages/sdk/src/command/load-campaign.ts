import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import type { Campaign } from '../campaign/define-campaign.ts';
import type { Connection } from '../client/connect.ts';
import { AdieuError } from '../errors.ts';

/** The campaign that a file exports by default, TypeScript and JSX included, on a connection. */
export async function loadCampaign(file: string, connection: Connection): Promise<Campaign> {
  const path = resolve(file);
  if (!existsSync(path)) throw new AdieuError('NO_FILE', `There is no file ${file}.`);
  const tsconfig = nearest('tsconfig.json', dirname(path));
  const loaded = (await tsImport(pathToFileURL(path).href, {
    parentURL: import.meta.url,
    ...(tsconfig !== null && { tsconfig }),
  })) as { default?: unknown };
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
