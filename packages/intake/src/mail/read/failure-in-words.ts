import type { ReportedRecipient } from './mail-read.ts';
import type { Parts } from './parse-parts.ts';

export function failureInWords(_mail: Parts): ReportedRecipient | null {
  return null;
}
