import { subscribe } from 'node:diagnostics_channel';
import type { JobDone } from '@adieu/apart';
import { type MailRead, readMailApart } from '@adieu/intake';
import type { Dice } from '../dice.ts';
import type { OpenTarget, Target } from '../target.ts';
import { drawMail } from './draw-mail.ts';
import { realMails } from './real-mails.ts';

/** One letter stands for a byte (latin1). */
interface Input {
  readonly mail: string;
}

const LARGEST = 200_000;
const real = realMails();

/** Whatever comes in as a mail is read within bounds, or it is said why it can not be. */
export const mail: Target<Input> = {
  about: 'real mails, broken: answers, bounces and complaints, read apart',
  draw: (dice: Dice): Input => ({ mail: drawMail(dice, real) }),
  async open(): Promise<OpenTarget<Input>> {
    // Its processes start with the first: that is no answer's time.
    const warm = () => readMailApart(Buffer.from(real[0]!, 'latin1'), 'fuzz');
    for (let i = 0; i < 3; i++) await Promise.all([warm(), warm()]);
    let cpuMs = 0;
    subscribe('adieu.apart', (done) => (cpuMs += (done as JobDone).cpuMs));
    return { answer, cpuElsewhere: () => cpuMs };
  },
};

async function answer(input: Input): Promise<string | null> {
  const outcome = await readMailApart(Buffer.from(input.mail, 'latin1'), 'fuzz');
  if ('refused' in outcome) return `refused: ${outcome.refused}`;
  return judge(outcome.done);
}

function judge(read: MailRead): string | null {
  const { own, report, unreadable } = read;
  if (JSON.stringify(read).length > LARGEST) return 'more was read than is kept of a mail';
  if (unreadable === '') return 'not read without a word';
  if (own !== null && own.text === '') return 'words that are none';
  if (own !== null && !own.text.startsWith(own.firstLine)) return 'a first line of elsewhere';
  if (report?.kind !== 'DELIVERY') return null;
  if (report.recipients.length === 0) return 'a report of nobody';
  const isWrong = report.recipients.some(
    ({ action, status, failure }) =>
      failure !== null && (action !== 'failed' || status?.startsWith('2') === true),
  );
  return isWrong ? 'a failure that is none' : null;
}
