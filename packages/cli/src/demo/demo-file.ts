import { createKeySecret } from '@adieu/keys';
import { readIfThere, writeWhole } from '../files.ts';
import type { DemoBookName } from './content.ts';
import type { SmsDemo } from './load-sms-demo.ts';

/** What is kept of the demo between starts (demo.json, mode 0600). */
export interface DemoFile {
  readonly adminApiKey: string;
  readonly campaignerApiKey: string;
  /** Ids of the campaigns, once all of it was loaded. */
  readonly campaigns?: Readonly<Record<DemoBookName, string>>;
  /** The same of what goes out by SMS. */
  readonly sms?: SmsDemo;
}

/** The keys are kept before anything is made with them: a start that breaks off finds its organisation again by them. */
export async function ensureDemoFile(path: string): Promise<DemoFile> {
  const text = await readIfThere(path);
  if (text !== null) return JSON.parse(text) as DemoFile;
  const made = {
    adminApiKey: createKeySecret('ADMIN').secret,
    campaignerApiKey: createKeySecret('CAMPAIGNER').secret,
  };
  await writeDemoFile(path, made);
  return made;
}

export async function writeDemoFile(path: string, content: DemoFile): Promise<void> {
  await writeWhole(path, `${JSON.stringify(content, null, 2)}\n`);
}
