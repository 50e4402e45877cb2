import type { SendableCampaign, ClaimedMessage } from '@adieu/db';
import { createSigner } from '@adieu/gateways';
import { createKeyRing } from '@adieu/keys';
import { emailContent } from '@adieu/domain';
import { type ReadyCampaign, readyCampaign } from '@adieu/templates';
import { campaignMail } from '@adieu/workflows';
import { Liquid } from 'liquidjs';
import { BODY_SIZES, pageOf } from './body.ts';
import { closedLoop } from './closed-loop.ts';
import { dkimKeyOf } from './dkim-key.ts';
import { describeFigure, describeRatio } from './report.ts';

/** A mail is subject, HTML and text, escaped, with two tokens, some twenty headers and its encoding. */
const BUDGET = 0.2;
const AT_ONCE = 20;
const LINKS = { publicUrl: 'https://leave.example.test', mailDomain: 'leave.example.test' };

/**
 * Fills and composes one campaign's mails, beside Liquid alone filling the same page; then signs them. Everything that
 * is done for each recipient but gate and hand-over. Gives whether the budget was kept.
 */
export async function benchRender(options: { count: number }): Promise<boolean> {
  let kept = true;
  for (const size of BODY_SIZES) kept = (await benchBody(size, options.count)) && kept;
  return kept;
}

async function benchBody(size: number, count: number): Promise<boolean> {
  const html = pageOf(size);
  const started = performance.now();
  const { campaign, compiled } = await campaignOf(html);
  console.log(
    `\na body of ${Math.round(html.length / 1000)} kB, compiled in ${Math.round(performance.now() - started)} ms, once for all`,
  );
  const people = Array.from({ length: count }, (_, i) => personOf(i));
  const liquid = new Liquid();
  const template = liquid.parse(html);
  const reference = await measure('reference: Liquid fills the page', people, ({ fields }) => {
    liquid.renderSync(template, { contact: fields, unsubscribe_url: LINKS.publicUrl });
  });
  const ring = createKeyRing();
  const compose = async (person: ClaimedMessage): Promise<Buffer> =>
    (await campaignMail({ ring, links: LINKS }, campaign, compiled, person, new Date())).raw;
  const mails = await measure('fill, compose, headers; DKIM off', people, async (person) => {
    await compose(person);
  });
  for (const type of ['rsa', 'ed25519'] as const) {
    const sign = createSigner([dkimKeyOf(type)], LINKS.mailDomain, async () => true);
    await measure(`the same and DKIM ${type}`, people, async (person) => {
      await sign(await compose(person), new Date());
    });
  }
  const ratio = mails / reference;
  console.log(describeRatio(ratio, BUDGET));
  return ratio >= BUDGET;
}

/** How many a second; the best of three, as other work on the machine only slows. */
async function measure(
  name: string,
  people: readonly ClaimedMessage[],
  work: (person: ClaimedMessage) => void | Promise<void>,
): Promise<number> {
  let best = await closedLoop(people, AT_ONCE, async (person) => work(person));
  for (let i = 0; i < 2; i++) {
    const figure = await closedLoop(people, AT_ONCE, async (person) => work(person));
    if (figure.perSecond > best.perSecond) best = figure;
  }
  console.log(describeFigure(name, best));
  return best.perSecond;
}

async function campaignOf(
  html: string,
): Promise<{ campaign: SendableCampaign; compiled: ReadyCampaign }> {
  const campaign: SendableCampaign = {
    campaignId: '01900000-0000-7000-8000-000000000001',
    state: 'SENDING',
    name: 'bench',
    content: emailContent({
      subject: { en: 'The light is back, {{ contact.first_name }}' },
      html: { en: html },
    }),
    compiled: null,
    exempt: false,
    archived: false,
    organisationId: '01900000-0000-7000-8000-000000000004',
    organisationName: 'Nordlys',
    accountId: '01900000-0000-7000-8000-000000000002',
    accountName: 'Shop',
    country: null,
    sender: { kind: 'EMAIL', name: 'Nordlys', address: 'news@nordlys.example.test', keyword: '' },
    ownsSender: true,
    senderCountries: [],
    defaultLanguage: 'en',
    addressBookId: '01900000-0000-7000-8000-000000000003',
    addressBookName: 'Newsletter',
    purpose: 'MARKETING',
    addsSmsWayOut: true,
    topicId: null,
    topicName: null,
    repliesTo: null,
  };
  const compiled = await readyCampaign(campaign);
  if (compiled === null) throw new Error('the campaign does not compile');
  return { campaign, compiled };
}

function personOf(i: number): ClaimedMessage {
  return {
    messageId: `01900000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    attempts: 1,
    address: `person-${i}@bench.example.test`,
    language: 'en',
    fields: { first_name: `Åsa ${i}`, city: 'Umeå' },
  };
}
