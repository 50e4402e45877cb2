import { openDatabase } from '@adieu/db';
import type { DataFolder } from '../up/data-folder.ts';
import type { DemoEndpoints } from '../up/endpoints.ts';
import { type Ask, createAsk } from './ask.ts';
import { DEMO_BOOKS, type DemoBook, type DemoBookName } from './content.ts';
import { ensureDemoTenant } from './create-tenant.ts';
import { type DemoFile, ensureDemoFile, writeDemoFile } from './demo-file.ts';
import { type DemoParts, findDemo } from './find-demo.ts';
import { writeFirstRound } from './first-round.ts';
import { loadSmsDemo } from './load-sms-demo.ts';
import { importDemo, sendDemo, untilSent } from './send-demo.ts';

export interface DemoSetting {
  readonly databaseUrl: string;
  readonly graphql: string;
  readonly folder: Pick<DataFolder, 'demo' | 'graphiql'>;
  /** Where SMS go to the handset. Another gateway would carry them to telephones, and be paid for it. */
  readonly hasHandset: boolean;
  readonly say: (text: string) => void;
}

/**
 * The demo organisation: its contacts from CSV, one campaign to each book through the API and real SMTP, and three by SMS. A second
 * start finds it as it was left; one that broke off in the middle goes on, and sends nothing twice.
 */
export async function loadDemo(setting: DemoSetting): Promise<DemoEndpoints> {
  const { graphql, folder, hasHandset } = setting;
  const kept = await ensureDemoFile(folder.demo);
  const { adminApiKey, campaignerApiKey } = kept;
  const isNew = await makeTenant(setting, kept);
  const admin = createAsk(graphql, adminApiKey);
  const parts = await findDemo(admin);
  const campaigner = createAsk(graphql, campaignerApiKey);
  let { campaigns, sms } = isNew ? {} : (kept as Partial<DemoFile>);
  // First, as nobody waits for them: they arrive while the mails go out.
  if (hasHandset) sms ??= await loadSmsDemo(admin, campaigner, parts.accountId);
  campaigns ??= await fill(setting, parts, admin, campaigner);
  await writeDemoFile(folder.demo, {
    adminApiKey,
    campaignerApiKey,
    campaigns,
    ...(sms && { sms }),
  });
  const demo = { adminApiKey, campaignerApiKey, ...parts, campaigns, sms: sms ?? null };
  await writeFirstRound(folder.graphiql, demo);
  return demo;
}

async function makeTenant({ databaseUrl }: DemoSetting, kept: DemoFile): Promise<boolean> {
  const db = await openDatabase({ url: databaseUrl, maxConnections: 2 });
  try {
    return await ensureDemoTenant(db, kept);
  } finally {
    await db.close();
  }
}

async function fill(
  { say }: DemoSetting,
  parts: DemoParts,
  admin: Ask,
  campaigner: Ask,
): Promise<Record<DemoBookName, string>> {
  const campaigns: [string, string][] = [];
  for (const [key, book] of Object.entries(DEMO_BOOKS) as [DemoBookName, DemoBook][]) {
    const addressBookId = parts.books[key];
    const { name } = book.campaign;
    say(`demo: ${await importDemo(admin, book.file, addressBookId)} new contacts in ${book.name}`);
    const id = await sendDemo(campaigner, book, addressBookId);
    campaigns.push([key, id]);
    say(`demo: "${name}" ${(await untilSent(campaigner, id)) ? 'is sent' : 'is still on its way'}`);
  }
  return Object.fromEntries(campaigns) as Record<DemoBookName, string>;
}
