import type { SmsOutcome, SmsReply } from './sms-ingress.ts';

const COME_AGAIN_SECONDS = 30;

/** Answers with these words for what was taken; all others say nothing, for some gateways send what they read. */
export function answers(
  taken: Pick<SmsReply, 'status' | 'contentType' | 'body'>,
): (outcome: SmsOutcome) => SmsReply {
  const bare = (status: number, retryAfterSeconds: number | null = null): SmsReply => ({
    status,
    contentType: null,
    body: '',
    retryAfterSeconds,
  });
  const all: Readonly<Record<SmsOutcome, SmsReply>> = {
    taken: { ...taken, retryAfterSeconds: null },
    later: bare(503, COME_AGAIN_SECONDS),
    unreadable: bare(400),
    stranger: bare(401),
  };
  return (outcome) => all[outcome];
}
