import type { MailRefusal } from '../act-on-mail.ts';

/** What the server answers instead of 250. */
export function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

const WHY: Readonly<Record<MailRefusal, string>> = {
  'no-link': 'Which mailing? Please use the unsubscribe address as it stands in the mail',
  'not-found': 'No such mailing',
  'no-opt-out': 'No such mailing',
  exempt: 'This list is exempt from unsubscribing; the link in the mail leaves all marketing',
};

export function refusal(refused: MailRefusal): Error {
  return reply(550, WHY[refused]);
}
