import { type Tenant, whoIsHere } from '@adieu/db';
import { publicId } from '@adieu/domain';
import { withDatabase } from '../commands/connection.ts';
import { dataFolder, DEFAULT_DATA } from '../up/data-folder.ts';
import { type Endpoints, readEndpoints } from '../up/endpoints.ts';

/** The book that audiences.ts of a new project names. */
const USUAL_BOOK = 'Newsletter';

/** What to type after a project was made, as it works with what runs on the data folder. */
export async function nextSteps(dir: string, data: string): Promise<string> {
  const folder = dataFolder(data);
  const running = await readEndpoints(folder);
  const where = folder.root === DEFAULT_DATA ? '' : ` --data '${folder.root}'`;
  return [
    `The project is in ${dir}. Next, from here:`,
    '',
    ...(running === null ? ELSEWHERE : await variables(running, where)).map((line) => `  ${line}`),
    `  cd ${dir}`,
    '  npm install',
    '  npx adieu campaign check campaigns/spring.tsx',
  ].join('\n');
}

const ELSEWHERE = [
  '# Adieu does not run here. Set ADIEU_URL to where its GraphQL answers, such as https://adieu.example.com/graphql,',
  '# and ADIEU_API_KEY to a key of the role CAMPAIGNER: adieu keys create --name campaigns --role CAMPAIGNER',
];

async function variables(running: Endpoints, where: string): Promise<string[]> {
  const url = `export ADIEU_URL='${running.graphql}'`;
  if (running.demo !== null)
    return [url, `export ADIEU_API_KEY='${running.demo.campaignerApiKey}'`];
  const tenants = await withDatabase(running.database, ({ sql }) => whoIsHere(sql));
  const begin = tenants.length === 0 ? [`npm run adieu -- init${where}`] : [];
  const create = 'npm run --silent adieu -- keys create --name campaigns --role CAMPAIGNER';
  return [
    ...begin,
    url,
    `export ADIEU_API_KEY="$(${create}${whose(tenants)}${where})"`,
    ...book(tenants),
  ];
}

const whose = ([first, ...others]: readonly Tenant[]): string =>
  first === undefined || others.length === 0 ? '' : ` --organisation ${publicId('org', first.id)}`;

function book([first]: readonly Tenant[]): string[] {
  const [one] = first?.books.some(({ name }) => name === USUAL_BOOK) ? [] : (first?.books ?? []);
  return one === undefined ? [] : [`export ADIEU_BOOK=${publicId('book', one.id)}   # ${one.name}`];
}
