/** The handset of `npm start`: an SMS gateway whose messages arrive on two telephones of a page. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { createCalls } from './call-adieu.ts';
import { createMessages } from './messages.ts';
import { keepSaved, readSaved } from './saved-messages.ts';
import { serveHandset } from './serve-handset.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '1081' },
    host: { type: 'string', default: '127.0.0.1' },
    api: { type: 'string', default: 'http://127.0.0.1:4000' },
    'secret-file': { type: 'string' },
    'messages-file': { type: 'string' },
  },
});
const secretFile = values['secret-file'];
if (secretFile === undefined) throw new Error('--secret-file names no file');
const secret = (await readFile(secretFile, 'utf8')).trim();
const handset = createMessages(await readSaved(values['messages-file']));
const save = keepSaved(handset, values['messages-file']);
const server = await serveHandset(
  { host: values.host, port: Number(values.port) },
  { handset, secret, call: createCalls({ api: values.api, secret }), clock: () => new Date() },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    server.closeAllConnections();
    server.close();
    void save().finally(() => process.exit());
  });
