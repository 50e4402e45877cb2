import { accountTrend, type DatabaseAccess, type TrendStep } from '@adieu/db';
import { csvLine } from '@adieu/intake';
import { rateOf } from '../../graphql/reports/campaign-report.type.ts';

const MOST_PERIODS = 1_000;

/** An account's weeks or months as CSV, the oldest first. */
export async function* accountCsv(
  { sql }: DatabaseAccess,
  accountId: string,
  step: TrendStep,
): AsyncGenerator<string, void> {
  const periods = await accountTrend(sql, accountId, step, MOST_PERIODS);
  yield csvLine([
    'from',
    'campaigns',
    'sent',
    'bounced',
    'hardBounces',
    'softBounces',
    'optOuts',
    'complaints',
    'optOutRate',
    'complaintRate',
    'countedAt',
  ]);
  for (const period of periods) {
    const { from, campaigns, sent, bounced, hardBounces, softBounces, optOuts, complaints } =
      period;
    yield csvLine([
      from.toISOString().slice(0, 10),
      ...[campaigns, sent, bounced, hardBounces, softBounces, optOuts, complaints].map(String),
      rateOf(optOuts, sent).toFixed(6),
      rateOf(complaints, sent).toFixed(6),
      period.countedAt?.toISOString() ?? null,
    ]);
  }
}
