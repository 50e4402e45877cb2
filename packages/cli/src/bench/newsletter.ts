import { createCampaign, importContacts, releaseCampaign } from '@adieu/db';
import type { Scratch } from './scratch.ts';

const MJML = `<mjml><mj-body><mj-section><mj-column>
  <mj-text>Hello {{ contact.first_name }}, the light is back, and so are we.</mj-text>
  <mj-button href="https://shop.example.test/spring">See what is new</mj-button>
</mj-column></mj-section></mj-body></mjml>`;

/** Imports `count` contacts, as a CSV, and says how fast. Their addresses: `person-<i>@bench.example.test`. */
export async function fillNewsletter({ db, seeded }: Scratch, count: number): Promise<void> {
  const { organisationId, newsletterId: addressBookId, ring } = seeded;
  const rows = Array.from(
    { length: count },
    (_, i) => `person-${i}@bench.example.test,Åsa ${i},en`,
  );
  const csv = `email,first_name,language\n${rows.join('\n')}\n`;
  const started = performance.now();
  const imported = await importContacts(db, { organisationId, addressBookId, csv, ring });
  const seconds = (performance.now() - started) / 1000;
  const rate = Math.round(count / seconds).toLocaleString('en');
  console.log(
    `${'import of a CSV'.padEnd(44)} ${rate.padStart(8)}/s   ${imported?.created} contacts`,
  );
}

/** A campaign of one text to the newsletter, released; gives its id. */
export async function releaseToNewsletter({ db, seeded }: Scratch): Promise<string> {
  const { organisationId, newsletterId: addressBookId } = seeded;
  const made = await createCampaign(db.sql, {
    organisationId,
    addressBookId,
    topicId: null,
    name: 'bench',
    subject: { en: 'Hello {{ contact.first_name }}' },
    mjml: { en: MJML },
    createdBy: 'bench',
  });
  if ('refused' in made) throw new Error(made.refused);
  const { campaignId } = made;
  await db.transaction((sql) =>
    releaseCampaign(sql, { organisationId, campaignId, now: new Date() }),
  );
  await db.sql.rows('ANALYZE');
  return campaignId;
}
