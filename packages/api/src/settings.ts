import {
  LOCAL_MAIL_DOMAIN,
  LOCAL_PUBLIC_URL,
  readMailDomain,
  readPublicUrl,
  readShortCodes,
  readShortLinkHost,
  settingStep,
} from '@adieu/domain';
import { z } from 'zod';

/** Variables that both processes of this package read. */
export const COMMON = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  KEYS_FILE: z.string({ error: 'must name the keys file' }).min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

/** A port to listen on; 0 = any that is free. */
export const port = z.coerce.number().int('must be a port').min(0).max(65_535, 'must be a port');

export const publicUrl = z.string().default(LOCAL_PUBLIC_URL).transform(settingStep(readPublicUrl));

export const mailDomain = z
  .string()
  .default(LOCAL_MAIL_DOMAIN)
  .transform(settingStep(readMailDomain));

/** Null: links in SMS are at the host of all links. */
export const shortLinkHost = z
  .string()
  .transform(settingStep(readShortLinkHost))
  .nullable()
  .default(null);

export const shortCodes = z.string().default('').transform(settingStep(readShortCodes));
