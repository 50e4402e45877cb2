import { countAudience, createCampaign, importContacts } from '@adieu/db';
import { emailContent } from '@adieu/domain';
import { releaseCompiled } from './release-compiled.ts';
import { fileOfText, readContacts } from '@adieu/intake';
import type { Scratch } from './scratch.ts';

const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>Hello {{ contact.first_name }}, the light is back, and so are we.</mj-text>
  <mj-button href="https://shop.example.test/spring">See what is new</mj-button>
</mj-column></mj-section></mj-body></mjml>`;

/** Contacts in one CSV: a million in one would make the memory of what is measured afterwards hard to read. */
const PART = 50_000;

/** Imports `count` contacts, as CSVs, and says how fast. Their addresses: `person-<i>@bench.example.test`. */
export async function fillNewsletter({ db, seeded }: Scratch, count: number): Promise<void> {
  const { organisationId, newsletterId: addressBookId, ring } = seeded;
  let created = 0;
  const started = performance.now();
  for (let from = 0; from < count; from += PART) {
    const csv = csvOf(from, Math.min(from + PART, count));
    const imported = await importContacts(db, {
      organisationId,
      addressBookId,
      rows: readContacts(fileOfText(csv, organisationId), { country: null }),
      ring,
      now: new Date(),
    });
    created += imported?.created ?? 0;
  }
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(count / seconds).toLocaleString('en');
  console.log(`${'import of a CSV'.padEnd(44)} ${rate.padStart(8)}/s   ${created} contacts`);
}

function csvOf(from: number, to: number): string {
  const rows = Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    return `person-${n}@bench.example.test,Åsa ${n},Umeå,en`;
  });
  return `email,first_name,city,language\n${rows.join('\n')}\n`;
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return ((performance.now() - started) / 1000).toFixed(1);
}

/** A campaign of one text to the newsletter, released; gives its id. Not given what: a short one of MJML. */
export async function releaseToNewsletter(
  { db, seeded, analyze }: Scratch,
  { html }: { html?: string } = {},
): Promise<string> {
  const { organisationId, newsletterId: addressBookId } = seeded;
  const made = await createCampaign(db.sql, {
    organisationId,
    addressBookId,
    topicId: null,
    name: 'bench',
    content: emailContent({
      subject: { en: 'Hello {{ contact.first_name }}' },
      ...(html === undefined ? { mjml: { en: MJML } } : { html: { en: html } }),
    }),
    createdBy: 'bench',
  });
  if ('refused' in made) throw new Error(made.refused);
  const { campaignId } = made;
  await analyze();
  const now = new Date();
  const counted = await timed(() => countAudience(db.sql, campaignId, now));
  const released = await timed(() => releaseCompiled(db, { organisationId, campaignId, now }));
  console.log(`  audience counted in ${counted} s, campaign released in ${released} s`);
  await analyze();
  return campaignId;
}
