import { inRepository } from '../repository.ts';
import type { DataFolder } from './data-folder.ts';
import { answersHttp, answersTcp } from './probes.ts';
import type { Service } from './service.ts';

/** What Node runs; docker-compose.yml runs the same file. */
export const MAILBOX_ENTRY = 'packages/cli/dist/mailbox/main.js';
const HOST = '127.0.0.1';
/** Enough to look at; without an end a campaign of a million would fill the disk. */
const MOST_MAILS = '20000';

/** The mailbox that keeps all outgoing mail and shows it in a browser. Its mails are in the data folder. */
export function mailboxService(folder: DataFolder, ports: { smtp: number; web: number }): Service {
  return {
    name: 'mailbox',
    command: process.execPath,
    args: [
      '--enable-source-maps',
      inRepository(MAILBOX_ENTRY),
      '--host',
      HOST,
      '--smtp',
      String(ports.smtp),
      '--web',
      String(ports.web),
      '--mail-directory',
      folder.mail,
      '--max-emails',
      MOST_MAILS,
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
