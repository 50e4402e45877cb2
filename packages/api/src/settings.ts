import { readMailDomain, readPublicUrl } from '@adieu/domain';
import { z } from 'zod';
import { LOCAL_INSTALLATION } from './installation.ts';

/** Variables that both processes of this package read. */
export const COMMON = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }),
  KEYS_FILE: z.string({ error: 'must name the keys file' }).min(1),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
};

/** A port to listen on; 0 = any that is free. */
export const port = z.coerce.number().int('must be a port').min(0).max(65_535, 'must be a port');

export const publicUrl = z
  .string()
  .default(LOCAL_INSTALLATION.publicUrl)
  .transform((text, context) => {
    const read = readPublicUrl(text);
    if ('origin' in read) return read.origin;
    context.addIssue(`must be ${read.problem}`);
    return z.NEVER;
  });

export const mailDomain = z
  .string()
  .default(LOCAL_INSTALLATION.mailDomain)
  .transform((text, context) => {
    const read = readMailDomain(text);
    if ('domain' in read) return read.domain;
    context.addIssue(`must be ${read.problem}`);
    return z.NEVER;
  });
