import {
  campaignOverTime,
  campaignProgress,
  countCampaign,
  type DatabaseAccess,
  freeTextsOfCampaign,
  optOutsBy,
  type SmsOutcome,
  smsOutcome,
} from '@adieu/db';
import { csvLine } from '@adieu/intake';

const MOST_DAYS = 1_000;
const PAGE = 500;

/**
 * A campaign's report as CSV: one figure a line, told apart by its section. Free texts, each with the reason picked
 * beside it, come last and only for those who may read requests.
 */
export async function* campaignCsv(
  { sql }: DatabaseAccess,
  campaignId: string,
  options: { withFreeTexts: boolean },
): AsyncGenerator<string, void> {
  const [progress, counted, by, days, sms] = await Promise.all([
    campaignProgress(sql, campaignId),
    countCampaign(sql, campaignId),
    optOutsBy(sql, campaignId),
    campaignOverTime(sql, campaignId, 'DAY', MOST_DAYS),
    smsOutcome(sql, campaignId),
  ]);
  const line = (section: string, name: string, count: number, text: string | null = null) =>
    csvLine([section, name, String(count), text]);
  const { byState } = progress;
  const audience = Object.values(byState).reduce((sum, count) => sum + count, 0);
  yield [
    csvLine(['section', 'name', 'count', 'text']),
    line('total', 'audience', audience),
    line('total', 'sent', counted.sent),
    line('total', 'stopped', byState.STOPPED),
    line('total', 'held', byState.HELD),
    line('total', 'failed', byState.FAILED),
    line('total', 'bounced', counted.bounced),
    line('total', 'hardBounces', counted.hardBounces),
    line('total', 'softBounces', counted.softBounces),
    line('total', 'optOuts', counted.optOuts),
    line('total', 'complaints', counted.complaints),
    ...(sms === null ? [] : smsLines(sms, line)),
    ...progress.stoppedBecause.map(({ reason, count }) => line('stopped', reason, count)),
    ...by.method.map(({ method, count }) => line('method', method, count)),
    ...by.scope.map(({ scopeKind, count }) => line('scope', scopeKind, count)),
    ...by.reason.map(({ reason, texts, count }) =>
      line('reason', reason, count, Object.values(texts ?? {})[0] ?? null),
    ),
    ...days.flatMap(({ from, ...counts }) =>
      Object.entries(counts).map(([name, count]) =>
        line(`day ${from.toISOString().slice(0, 10)}`, name, count),
      ),
    ),
  ].join('');
  if (!options.withFreeTexts) return;
  for (let after: string | null = null; ;) {
    const page = await freeTextsOfCampaign(sql, campaignId, { first: PAGE, after });
    if (page.rows.length > 0)
      yield page.rows
        .map(({ reason, texts, text }) =>
          line('freeText', texts ? (Object.values(texts)[0] ?? '') : (reason ?? ''), 1, text),
        )
        .join('');
    if (!page.hasNext) return;
    after = page.rows.at(-1)!.requestId;
  }
}

/** Of a campaign by SMS: what gateways say of it, and why messages failed or did not come. */
function smsLines(
  { failures, ...counts }: SmsOutcome,
  line: (section: string, name: string, count: number) => string,
): string[] {
  return [
    ...SMS_COUNTS.map((name) => line('sms', name, counts[name])),
    ...failures.map(({ code, count }) => line('smsFailure', code ?? '', count)),
  ];
}

const SMS_COUNTS = ['delivered', 'undelivered', 'unheard', 'optedOut', 'parts'] as const;
