import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { HANDSET } from '@adieu/domain';
import { makeOnce, readIfThere, writeWhole } from '../files.ts';
import { type DataFolder, makePrivateFolder } from './data-folder.ts';

export interface HandsetFiles {
  readonly secret: string;
  readonly messages: string;
  /** What SMS_GATEWAYS_FILE names for Adieu's processes. */
  readonly gateways: string;
}

/** The secret is made once; the gateways' file at each start, as the port may be another. */
export async function ensureHandsetFiles(folder: DataFolder, url: string): Promise<HandsetFiles> {
  await makePrivateFolder(folder.handset);
  const files = {
    secret: join(folder.handset, 'secret'),
    messages: join(folder.handset, 'messages.json'),
    gateways: join(folder.handset, 'sms-gateways.json'),
  };
  await makeOnce(files.secret, `${randomBytes(32).toString('base64url')}\n`);
  const secret = (await readIfThere(files.secret))!.trim();
  const gateways = [{ name: HANDSET, kind: 'handset', senders: ['*'], url, secret }];
  await writeWhole(files.gateways, `${JSON.stringify(gateways, null, 2)}\n`);
  return files;
}
