/** Where whoever begins runs commands: in the checkout, or in the containers of docker-compose.yml. */
export type CommandPlace =
  | { readonly by: 'compose' }
  | {
      readonly by: 'npm';
      /** The data folder of the Adieu that runs; null where commands find it by themselves. */
      readonly data: string | null;
      /** Where GraphQL answers; null where commands find it by themselves. */
      readonly graphql: string | null;
    };

interface Begun {
  readonly bookId: string;
  /** Null where none was made. */
  readonly campaignerKey: string | null;
  /** Who gets the first mail: whoever began. */
  readonly reader: { readonly name: string; readonly address: string };
}

const FILE = 'contacts.csv';
const CAMPAIGN = 'examples/newsletter/campaigns/first.ts';
const IN_CONTAINER = 'node packages/cli/dist/main.js';

/** What to paste into a shell, one by one, for a first campaign to oneself: a list of one, its import, and the campaign. */
export function firstCommands(place: CommandPlace, begun: Begun): readonly string[] {
  const { bookId, campaignerKey } = begun;
  const list = `printf '%s\\n' email,first_name ${quoted(rowOf(begun.reader))}`;
  const send = `campaign send ${CAMPAIGN} --watch`;
  const given = `ADIEU_BOOK=${bookId} ADIEU_API_KEY=${campaignerKey}`;
  if (place.by === 'compose') {
    const file = `/tmp/${FILE}`;
    const take = `cat > ${file} && ${IN_CONTAINER} import ${file} --book ${bookId}`;
    const api = 'docker compose exec';
    const names = '-e ADIEU_URL=http://127.0.0.1:4000/graphql -e ADIEU_BOOK -e ADIEU_API_KEY';
    return [
      `${list} | ${api} -T api sh -c ${quoted(take)}`,
      ...(campaignerKey === null ? [] : [`${given} ${api} ${names} api ${IN_CONTAINER} ${send}`]),
    ];
  }
  const data = place.data === null ? '' : ` --data ${quoted(place.data)}`;
  const url = place.graphql === null ? '' : `ADIEU_URL=${quoted(place.graphql)} `;
  return [
    `${list} > ${FILE}`,
    `npm run adieu -- import ${FILE} --book ${bookId}${data}`,
    ...(campaignerKey === null ? [] : [`${url}${given} npm run adieu -- ${send}`]),
  ];
}

function rowOf({ address, name }: Begun['reader']): string {
  const written = /[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
  return `${address},${written}`;
}

/** As one word of a shell, whatever it holds. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
