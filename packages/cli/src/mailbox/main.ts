/** The mailbox of `npm start` and of docker-compose.yml: maildev, whose mails' links open a tab. */
import { parseArgs } from 'node:util';
import { MailDev } from 'maildev';
import { serveFront } from './serve-front.ts';

const { values } = parseArgs({
  options: {
    smtp: { type: 'string', default: '1025' },
    web: { type: 'string', default: '1080' },
    host: { type: 'string', default: '127.0.0.1' },
    'mail-directory': { type: 'string' },
    'max-emails': { type: 'string', default: '0' },
  },
});
const directory = values['mail-directory'];
const maildev = new MailDev({
  smtp: Number(values.smtp),
  ip: values.host,
  web: 0,
  webIp: '127.0.0.1',
  maxEmails: Number(values['max-emails']),
  silent: true,
  ...(directory !== undefined && { mailDirectory: directory }),
});
const { api } = await maildev.start();
const address = api?.getAddress();
if (address === undefined || address === null) throw new Error('maildev serves no page');
const front = await serveFront({ host: values.host, port: Number(values.web) }, address.port);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    front.closeAllConnections();
    front.close();
    void maildev.stop().finally(() => process.exit());
  });
