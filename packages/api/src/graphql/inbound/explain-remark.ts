import type { InboundRemark } from '@adieu/domain';

const WORDS: Readonly<Record<InboundRemark, string>> = {
  OTHER_ADDRESS:
    'It asks to stop, and was written from another address than the mail went to: a colleague, or they themselves by another mailbox. An admin decides.',
  NOT_VOUCHED_FOR:
    'It asks to stop, and nothing vouches for who wrote it: no signature of their domain, and no mail server of yours. An admin decides.',
  REPORT_NOT_VOUCHED_FOR:
    'It reports a mail of yours as spam, and no signature says that a mailbox provider wrote it. An admin decides.',
  REPORT: 'No person wrote it: it is a report of a machine.',
  AUTO_SUBMITTED: 'No person wrote it: its header Auto-Submitted says so.',
  NULL_RETURN_PATH: 'No person wrote it: nobody sent it (a null return path).',
  LIST: 'No person wrote it to you: it came through a mailing list.',
  PRECEDENCE: 'Its header Precedence says that it went to many, or that a machine wrote it.',
  RESPONSE_SUPPRESSED: 'No person wrote it: its header X-Auto-Response-Suppress says so.',
  RESPONDER: 'No person wrote it: its headers say that a responder did.',
  FROM_ADIEU: 'It says that it is from an address of Adieu itself.',
  OWN_WORDS: 'It asks to stop in words of its own. An admin decides.',
  KEPT: 'It asks for nothing that Adieu does, and the account names no mailbox that such goes to: it is kept here.',
  READ_THERE: 'It asks for nothing that Adieu does. People read it in the mailbox that it came to.',
  SHARE_IS_USED:
    'It asks for nothing that Adieu does, and its writer had as many passed on today as one may: it is kept here.',
  NOT_TO_BE_LEFT: 'It asks to leave what can not be left in this way.',
  NO_FAILURE: 'It tells of a mail that did not fail: of a delay, of a delivery, or of an absence.',
  NO_COMPLAINT: 'It is a report of a kind that asks for nothing, as “not spam”.',
  ASKED_ALREADY: 'It asks to come back: they were asked to confirm that already, or had not left.',
};

/** Why a mail became what it became, where something else than its words decided. */
export function explainRemark(remark: InboundRemark): string {
  return WORDS[remark];
}
