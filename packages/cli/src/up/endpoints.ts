import { rm } from 'node:fs/promises';
import type { DemoBookName } from '../demo/content.ts';
import type { SmsDemo } from '../demo/load-sms-demo.ts';
import { readIfThere, writeWhole } from '../files.ts';
import type { DataFolder } from './data-folder.ts';

/** What `up` tells about itself in endpoints.json while it runs. null = not started here. Holds secrets: mode 0600. */
export interface Endpoints {
  readonly graphql: string;
  /** Null where GRAPHIQL is off. */
  readonly graphiql: string | null;
  readonly preferenceCenter: string;
  readonly mailbox: string | null;
  /** Its REST interface: GET /email lists, GET /email/<id>/source shows what was handed over. */
  readonly mailboxApi: string | null;
  /** Two telephones that show SMS and answer them; GET /messages.json lists what they hold. */
  readonly handset: string | null;
  readonly temporalUi: string | null;
  /** host:port that takes mail in. */
  readonly smtpIn: string;
  readonly publicUrl: string;
  /** File to trust, so that publicUrl is believed: it signs itself. */
  readonly caCertificate: string;
  readonly database: string;
  /** host:port */
  readonly temporal: string;
  readonly keysFile: string;
  readonly pid: number;
  /** Where an empty installation is set up in a browser; not there once it has an organisation. */
  readonly setup?: string;
  readonly demo: DemoEndpoints | null;
}

/** The demo organisation; ids are those of the GraphQL API. */
export interface DemoEndpoints {
  readonly adminApiKey: string;
  readonly campaignerApiKey: string;
  readonly organisationId: string;
  readonly accountId: string;
  readonly books: Readonly<Record<DemoBookName, string>>;
  readonly topics: Readonly<Record<string, string>>;
  readonly campaigns: Readonly<Record<DemoBookName, string>>;
  /** Its part by SMS; null where another gateway than the handset is configured. */
  readonly sms: SmsDemo | null;
}

/** Published in one piece: whoever waits for the file may read it at once. */
export async function publishEndpoints(folder: DataFolder, endpoints: Endpoints): Promise<void> {
  await writeWhole(folder.endpoints, `${JSON.stringify(endpoints, null, 2)}\n`);
}

/** What the `up` on this data folder told, or null where none runs. */
export async function readEndpoints(folder: DataFolder): Promise<Endpoints | null> {
  const text = await readIfThere(folder.endpoints);
  return text === null ? null : (JSON.parse(text) as Endpoints);
}

export async function withdrawEndpoints(folder: DataFolder): Promise<void> {
  await rm(folder.endpoints, { force: true });
}
