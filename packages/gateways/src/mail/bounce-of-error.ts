import { type BounceKind, judgeDelivery } from '@adieu/domain';
import type { SmtpError } from './classify-smtp-error.ts';

const ENHANCED = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?!\S)/;

/**
 * What a refusal that ended a mail says of its recipient, as a report would (M-7); null where it says nothing of them: no server answered, or it
 * spoke of us. To the mail itself (DATA) a bare reply is no word about the mailbox.
 */
export function bounceOfError({
  responseCode,
  response = '',
  command,
}: SmtpError): { readonly kind: BounceKind; readonly status: string | null } | null {
  if (responseCode === undefined || (command !== 'RCPT TO' && command !== 'DATA')) return null;
  const status = ENHANCED.exec(response)?.[1] ?? null;
  if (command === 'DATA' && status === null && responseCode >= 500)
    return { kind: 'REFUSED', status };
  const kind = judgeDelivery({ action: 'failed', status, code: responseCode });
  return kind === null ? null : { kind, status };
}
