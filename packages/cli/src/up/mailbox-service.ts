import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DataFolder } from './data-folder.ts';
import { answersHttp, answersTcp } from './probes.ts';
import type { Service } from './service.ts';

const HOST = '127.0.0.1';
/** Enough to look at; without an end a campaign of a million would fill the disk. */
const MOST_MAILS = '20000';

/** The mailbox that keeps all outgoing mail and shows it in a browser. Its mails are in the data folder. */
export function mailboxService(folder: DataFolder, ports: { smtp: number; web: number }): Service {
  const maildev = join(dirname(fileURLToPath(import.meta.resolve('maildev'))), 'bin', 'maildev.js');
  const where = [
    '--ip',
    HOST,
    '--smtp',
    String(ports.smtp),
    '--web-ip',
    HOST,
    '--web',
    String(ports.web),
  ];
  return {
    name: 'mailbox',
    command: process.execPath,
    args: [
      maildev,
      ...where,
      '--mail-directory',
      folder.mail,
      '--max-emails',
      MOST_MAILS,
      '--silent',
    ],
    // It greets although it was asked to be silent.
    hide: (line) => line.startsWith('MailDev API running'),
    probe: async () =>
      (await answersTcp(ports.smtp)) && answersHttp(`${mailboxApi(ports.web)}/email`),
  };
}

/** Where its REST interface begins; `/email` under it lists the mails. */
export function mailboxApi(port: number): string {
  return `http://localhost:${port}/api`;
}
