import type { Campaign } from '../campaign/define-campaign.ts';
import { describe } from '../errors.ts';
import { describeParts } from './describe-parts.ts';

/** Prints what an author should know; exit code 1 where the campaign may not be sent. */
export async function runCheck(campaign: Campaign, { json }: { json?: boolean }): Promise<void> {
  const check = await campaign.check();
  if (!check.maySend) process.exitCode = 1;
  if (json) {
    console.log(JSON.stringify(check, null, 2));
    return;
  }
  for (const finding of check.findings) console.log(describe(finding));
  if (check.sms !== null) for (const line of describeParts(check.sms)) console.log(line);
  const errors = check.findings.filter(({ level }) => level === 'ERROR').length;
  const accepted = check.findings.filter((each) => each.accepted !== null).length;
  const warnings = check.findings.length - errors - accepted;
  console.log(
    `${campaign.definition.name}: ${check.maySend ? 'may be sent' : 'may not be sent'} (${counted(errors, 'error')}, ${counted(warnings, 'warning')}${accepted === 0 ? '' : `, ${accepted} accepted`})`,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
