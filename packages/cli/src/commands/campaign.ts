import { AdieuError, type Connection, connect } from '@adieu/sdk';
import { addCampaignCommands, addListenCommand } from '@adieu/sdk/command';
import type { Command } from 'commander';
import { dataFolder } from '../up/data-folder.ts';
import { readEndpoints } from '../up/endpoints.ts';
import { DEFAULT_DATA } from './up.ts';

/** `adieu campaign` and `adieu listen`: the commands of the SDK; they ask the Adieu that runs here where the environment names none. */
export function addCampaignCommand(program: Command): void {
  addCampaignCommands(program, () => findConnection('campaignerApiKey'));
  addListenCommand(program, () => findConnection('adminApiKey'));
}

async function findConnection(demoKey: 'campaignerApiKey' | 'adminApiKey'): Promise<Connection> {
  const { ADIEU_URL, ADIEU_API_KEY } = process.env;
  const running = ADIEU_URL ? null : await readEndpoints(dataFolder(DEFAULT_DATA));
  if (running === null && !ADIEU_URL)
    throw new AdieuError(
      'NO_URL',
      'which Adieu? None runs here: start it (npm start), or set ADIEU_URL and ADIEU_API_KEY',
    );
  return connect({
    url: ADIEU_URL ?? running?.graphql,
    apiKey: ADIEU_API_KEY ?? running?.demo?.[demoKey],
  });
}
