const MAILBOX = 'mailbox.example.test';

interface About {
  /** To whom the mail went. */
  readonly address: string;
  /** Where this one goes. */
  readonly to: string;
  /** The mail that it is about, as it came. */
  readonly raw: string;
  readonly now: Date;
}

/** A returned mail (delivery status notification, RFC 3464) of a mailbox that is full for good. */
export function returnedMail({ address, to, raw, now }: About): string {
  const status = [
    `Reporting-MTA: dns; mx.${MAILBOX}`,
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.2.2',
    'Diagnostic-Code: smtp; 552 5.2.2 Mailbox full',
  ];
  return report({ to, now, raw, subject: 'Undelivered mail', status }, 'delivery-status');
}

/** A spam report (ARF, RFC 5965) of a mailbox provider. */
export function spamReport({ address, to, raw, now }: About): string {
  const status = [
    'Feedback-Type: abuse',
    'User-Agent: adieu-simulate/1',
    'Version: 1',
    `Original-Rcpt-To: ${address}`,
    `Arrival-Date: ${now.toUTCString()}`,
  ];
  return report({ to, now, raw, subject: 'Spam report', status }, 'feedback-report');
}

function report(
  mail: { to: string; now: Date; raw: string; subject: string; status: readonly string[] },
  kind: 'delivery-status' | 'feedback-report',
): string {
  const boundary = 'adieu-simulate-report';
  return [
    `From: Mail system <mailer-daemon@${MAILBOX}>`,
    `To: <${mail.to}>`,
    `Subject: ${mail.subject}`,
    `Date: ${mail.now.toUTCString().replace('GMT', '+0000')}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=${kind}; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `${mail.subject}.`,
    `--${boundary}`,
    `Content-Type: message/${kind}`,
    '',
    ...mail.status,
    `--${boundary}`,
    'Content-Type: message/rfc822',
    '',
    mail.raw,
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
