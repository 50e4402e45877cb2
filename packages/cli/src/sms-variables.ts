import { readShortCodes, readShortLinkHost } from '@adieu/domain';
import { z } from 'zod';
import { text } from './variable-kinds.ts';
import type { Variable } from './variable.ts';

/** What an installation sends and takes SMS by. */
export const SMS_VARIABLES = {
  SMS_GATEWAYS_FILE: {
    schema: text,
    fallback: '',
    about:
      'SMS gateways and their secrets, as docs/sms.md says; not set: the handset, a gateway on this machine that shows its messages as two telephones',
  },
  SHORT_LINK_HOST: {
    schema: z.string().superRefine((value, context) => {
      const read = readShortLinkHost(value);
      if ('problem' in read) context.addIssue(read.problem);
    }),
    fallback: '',
    about:
      'A short host that leads to the API too, for the links in SMS, such as no-s.example; not set: the host of PUBLIC_URL',
  },
  SMS_SHORT_CODES: {
    schema: z.string().superRefine((value, context) => {
      const read = readShortCodes(value);
      if ('problem' in read) context.addIssue(read.problem);
    }),
    fallback: '',
    about:
      'Short codes of the installation by country, such as SE=72080: where a text sender’s readers answer; not set: they have a link',
  },
} satisfies Record<string, Variable>;
