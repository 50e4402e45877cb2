import { subscribe } from 'node:diagnostics_channel';
import type { JobDone } from '@adieu/apart';
import { keepCompiled, makeCampaign, ReadyCampaign } from '@adieu/templates';
import type { OpenTarget, Target } from '../target.ts';
import { drawSource, type HostileCampaign } from './draw-source.ts';

const LOOK = { production: true, hasTopic: false };
const UNSUBSCRIBE_URL = 'https://leave.example.test/u/token';

/** What authors write: refused with a line, or made into mails that all have their link and run nothing. */
export const templates: Target<HostileCampaign> = {
  about: 'campaigns of hostile Liquid, MJML, HTML and CSS, compiled and filled',
  draw: drawSource,
  async open(): Promise<OpenTarget<HostileCampaign>> {
    // Its processes start with the first: that is no answer's time.
    const plain = { subject: { en: 'a' }, mjml: {}, html: { en: '<p>Hello</p>' } };
    const warm = () => makeCampaign({ ...plain, defaultLanguage: 'en' }, LOOK, 'fuzz');
    for (let i = 0; i < 3; i++) await Promise.all([warm(), warm()]);
    let cpuMs = 0;
    subscribe('adieu.apart', (done) => (cpuMs += (done as JobDone).cpuMs));
    return { answer, cpuElsewhere: () => cpuMs };
  },
};

async function answer({ fields, ...source }: HostileCampaign): Promise<string | null> {
  const { subject, mjml, html, text, ...rest } = source;
  const made = await makeCampaign(
    {
      subject: { en: subject },
      mjml: { en: mjml },
      html: { en: html },
      text: { en: text },
      ...rest,
      defaultLanguage: 'en',
    },
    LOOK,
    'fuzz',
  );
  if (!made.ok) {
    if (made.problems.length === 0) return 'refused without a word';
    const slow = made.problems.find(({ message }) => message.startsWith('it takes more than'));
    return slow === undefined ? null : slow.message;
  }
  const ready = new ReadyCampaign(keepCompiled(made.campaign), 'fuzz');
  for (const given of [{}, fields]) {
    const wrong = await judge(ready, given);
    if (wrong !== null) return wrong;
  }
  return null;
}

async function judge(ready: ReadyCampaign, fields: Record<string, string>): Promise<string | null> {
  const values = {
    language: 'en',
    fields,
    organisation: 'Nordlys',
    account: 'Shop',
    unsubscribeUrl: UNSUBSCRIBE_URL,
    webVersionUrl: 'https://leave.example.test/m/token',
  };
  let mail;
  try {
    mail = await ready.fillFor(values);
  } catch (error) {
    // Rather no mail than a wrong one; but it is known what is wrong with it.
    return error instanceof Error && error.message !== '' ? null : 'not filled without a word';
  }
  if (!mail.html.includes(UNSUBSCRIBE_URL)) return 'a page without its link';
  if (!mail.text.includes(UNSUBSCRIBE_URL)) return 'a text without its link';
  // What stands in comments, titles and text areas is text.
  const page = mail.html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(title|textarea)\b[\s\S]*?(?:<\/\1|$)/gi, '');
  if (/<script|<iframe|<base\b/i.test(page))
    return 'a page that runs or brings what is not its own';
  return null;
}
