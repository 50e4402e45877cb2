import { createWebhookEndpoint, type NewWebhookEndpoint } from '@adieu/db';
import { createWebhookSecrets, sealWebhookSecrets, type WebhookSecrets } from '@adieu/keys';
import { leaves, type Seed, seedContacts, type TestDatabase } from '@adieu/testkit';

/** An endpoint that is told everything, or what is said. */
export async function endpointOf(
  test: TestDatabase,
  { organisationId, ring }: Seed,
  url: string,
  more: Partial<Pick<NewWebhookEndpoint, 'accountId' | 'types' | 'content' | 'now'>> = {},
): Promise<{ readonly id: string; readonly secrets: WebhookSecrets }> {
  const secrets = createWebhookSecrets();
  const made = await test.db.transaction((tx) =>
    createWebhookEndpoint(tx, {
      organisationId,
      accountId: null,
      url,
      description: '',
      types: [],
      content: 'THIN',
      seal: (id) => sealWebhookSecrets(ring, id, secrets),
      createdBy: 'Eva',
      now: new Date(),
      ...more,
    }),
  );
  if ('refused' in made) throw new Error(made.refused);
  return { ...made, secrets };
}

/** People of the seed's book, who can leave. */
export async function peopleOf(
  test: TestDatabase,
  org: Seed,
  count: number,
): Promise<{ readonly recipientId: string; readonly address: string }[]> {
  await seedContacts(test.db, org, { count });
  return test.db.sql.rows(
    `SELECT r.id AS "recipientId", r.address FROM recipient r WHERE r.organisation_id = $1 ORDER BY r.address`,
    [org.organisationId],
  );
}

/** They leave their book, one after the other. */
export async function leave(
  test: TestDatabase,
  org: Seed,
  people: readonly { readonly recipientId: string }[],
  now = new Date(),
): Promise<void> {
  for (const { recipientId } of people)
    await leaves(
      test.db.sql,
      {
        organisationId: org.organisationId,
        recipientId,
        scope: { kind: 'BOOK', id: org.newsletterId },
      },
      { now },
    );
}
