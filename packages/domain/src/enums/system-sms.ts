/** What we write ourselves by SMS: who left, who wrote START, who came in, what became of a wish that was not granted, and answers to who asks. */
export const SYSTEM_SMS_KINDS = [
  'RECEIPT',
  'PROMPT',
  'JOINED',
  'DECLINED',
  'REVERTED',
  'HELP',
  'TEST',
] as const;
export type SystemSmsKind = (typeof SYSTEM_SMS_KINDS)[number];

export const SYSTEM_SMS_STATES = ['QUEUED', 'HANDING_OVER', 'SENT', 'FAILED', 'UNKNOWN'] as const;
export type SystemSmsState = (typeof SYSTEM_SMS_STATES)[number];
