import type { DeliveryReport, ReportedRecipient } from './mail-read.ts';

/**
 * What failed, of a report about one message to one recipient; null where nothing did (M-7). An address that stands for many
 * brings many: where any of them was reached, so was who the message was to.
 */
export function failureOf({ recipients }: DeliveryReport): ReportedRecipient | null {
  if (recipients.length === 0 || recipients.some(({ failure }) => failure === null)) return null;
  return recipients.find(({ failure }) => failure === 'SOFT') ?? recipients[0]!;
}
