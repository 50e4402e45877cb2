import { loadDemo } from '../demo/load-demo.ts';
import { Failure } from '../failure.ts';
import { dataFolder } from '../up/data-folder.ts';
import { publishEndpoints, readEndpoints } from '../up/endpoints.ts';

/** Loads the demo into the Adieu that runs on a data folder, and adds it to its endpoints.json. */
export async function runDemo(data: string): Promise<void> {
  const folder = dataFolder(data);
  const running = await readEndpoints(folder);
  if (running === null)
    throw new Failure(`nothing runs on ${folder.root}: start it first (npm start)`);
  const { database, graphql } = running;
  const demo = await loadDemo({
    databaseUrl: database,
    graphql,
    folder,
    hasHandset: running.handset !== null,
    say: (text) => console.log(text),
  });
  await publishEndpoints(folder, { ...running, demo });
  console.log(`admin key       ${demo.adminApiKey}\ncampaigner key  ${demo.campaignerApiKey}`);
}
