import {
  addMember,
  askForWebhookTest,
  findWebhookDelivery,
  findWebhookEndpoint,
  pauseWebhookEndpoint,
  resumeWebhookEndpoint,
  rotateWebhookSecrets,
} from '@adieu/db';
import {
  webhookEndpointWorkflowId,
  webhookSchema,
  type WebhookType,
  webhookTestBody,
} from '@adieu/domain';
import { createWebhookSecrets, sealWebhookSecrets, showWebhookSecret } from '@adieu/keys';
import { type SmtpSink, startSmtpSink, until } from '@adieu/testkit';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type RunningWorker, runWorker } from '../worker.ts';
import { endpointOf, leave, peopleOf } from './endpoints.ts';
import { type Hook, type HooksServer, startHooksServer } from './hooks-server.ts';

let sink: SmtpSink;
let run: RunningWorker;
let server: HooksServer;
let people: Awaited<ReturnType<typeof peopleOf>>;
const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

beforeAll(async () => {
  sink = await startSmtpSink();
  run = await runWorker({ smtpUrl: sink.url });
  people = await peopleOf(run.test, run.org, 70);
});
afterAll(async () => {
  await server?.close();
  await run?.close();
  await sink?.close();
});
beforeEach(async () => {
  await server?.close();
  server = await startHooksServer();
});

const endpoint = (more = {}) => endpointOf(run.test, run.org, server.url, more);
const took = (count: number) => until(() => server.taken().length >= count, 30_000);
const verified = (hook: Hook, secret: string): unknown =>
  new Webhook(secret).verify(hook.body, hook.headers as Record<string, string>);
const historyOf = async (id: string): Promise<string> =>
  JSON.stringify(
    await run.client.workflow.getHandle(webhookEndpointWorkflowId(id)).fetchHistory(),
    (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value),
  );

describe('deliveries', () => {
  it('come by themselves, in order, signed, and as their schemas say (K-1, K-7, K-9)', async () => {
    const { id, secrets } = await endpoint({ content: 'FULL' });
    await leave(run.test, run.org, people.slice(0, 5));
    await took(10);
    for (const hook of server.hooks) {
      expect(verified(hook, showWebhookSecret(secrets))).toEqual(hook.event);
      const validate = ajv.compile(webhookSchema(hook.event.type as WebhookType));
      expect([hook.event.type, validate(hook.event), validate.errors]).toEqual([
        hook.event.type,
        true,
        null,
      ]);
      expect(hook.body.length).toBeLessThan(20_000);
      expect(hook.headers['content-type']).toBe('application/json');
    }
    const addresses = server.hooks.map(({ event }) => event.data.recipient!.address);
    expect(addresses.filter((_, i) => i % 2 === 0)).toEqual(
      people.slice(0, 5).map(({ address }) => address),
    );
    const history = await historyOf(id);
    expect(history).not.toContain('example.test');
    expect(history).not.toContain('127.0.0.1');
  });

  it('are signed with both secrets while a rotation is under way (K-2)', async () => {
    const { id, secrets } = await endpoint();
    const rotated = createWebhookSecrets();
    const { ring, organisationId } = run.org;
    await run.test.db.transaction((tx) =>
      rotateWebhookSecrets(tx, organisationId, id, {
        secrets: sealWebhookSecrets(ring, id, rotated),
        previousUntil: new Date(Date.now() + 60_000),
      }),
    );
    await leave(run.test, run.org, people.slice(5, 6));
    await took(2);
    for (const each of [secrets, rotated])
      expect(verified(server.hooks[0]!, showWebhookSecret(each))).toBeTruthy();
    const other = showWebhookSecret(createWebhookSecrets());
    expect(() => verified(server.hooks[0]!, other)).toThrow(/signature/i);
  });

  it('go on after a worker that died in the midst of them: each by its id, in order (K-9)', async () => {
    await endpoint();
    let seen = 0;
    const stopped: Promise<void>[] = [];
    server.answer = () => {
      seen += 1;
      // The answer comes, and nobody is there any more to write it down.
      if (seen === 7) stopped.push(run.stop());
      return 200;
    };
    await leave(run.test, run.org, people.slice(6, 26));
    await until(() => stopped.length > 0, 30_000);
    await stopped[0];
    await run.start();
    await took(40);
    const ids = server.hooks.map((hook) => hook.id);
    const unique = [...new Set(ids)];
    expect(unique).toHaveLength(40);
    expect(unique.length).toBeGreaterThanOrEqual(ids.length - 1);
    const recipients = unique.map(
      (id) => server.hooks.find((hook) => hook.id === id)!.event.data.recipient!.id,
    );
    expect(new Set(recipients).size).toBe(20);
    expect(recipients.filter((_, i) => i % 2 === 0)).toEqual(
      recipients.filter((_, i) => i % 2 === 1),
    );
  });

  it('wait while the endpoint is paused, and come when it is resumed', async () => {
    const { id } = await endpoint();
    const { organisationId } = run.org;
    await run.test.db.transaction((tx) => pauseWebhookEndpoint(tx, organisationId, id));
    await leave(run.test, run.org, people.slice(26, 28));
    const other = await startHooksServer();
    await endpointOf(run.test, run.org, other.url, {});
    await leave(run.test, run.org, people.slice(28, 29));
    await until(() => other.hooks.length >= 2, 30_000);
    expect(server.hooks).toEqual([]);
    await run.test.db.transaction((tx) => resumeWebhookEndpoint(tx, organisationId, id));
    await took(6);
    await other.close();
  });

  it('that fail are tried again, at once where the endpoint was changed meanwhile (K-3)', async () => {
    const { id } = await endpoint();
    server.answer = () => 500;
    await leave(run.test, run.org, people.slice(29, 30));
    await until(() => server.hooks.length >= 1, 30_000);
    server.answer = () => 200;
    await run.test.db.transaction((tx) => resumeWebhookEndpoint(tx, run.org.organisationId, id));
    await took(2);
    expect(server.hooks[1]!.id).toBe(server.hooks[0]!.id);
    expect(server.hooks[1]!.body).toBe(server.hooks[0]!.body);
  });

  it('end where nobody is there any more, and each admin is told once (K-5)', async () => {
    const { organisationId } = run.org;
    const added = await addMember(run.test.db.sql, {
      organisationId,
      name: 'Eva',
      email: 'eva@nordlys.example.test',
      language: 'sv',
      digestSeconds: 86_400,
      grants: [{ right: 'ADMIN', accountId: null }],
    });
    if ('refused' in added) throw new Error(added.refused);
    const { id } = await endpoint();
    server.answer = () => 410;
    await leave(run.test, run.org, people.slice(30, 31));
    const told = () => sink.mails.filter(({ to }) => to === 'eva@nordlys.example.test');
    await until(() => told().length > 0, 30_000);
    expect(await findWebhookEndpoint(run.test.db.sql, organisationId, id)).toMatchObject({
      state: 'DISABLED',
      disabledBecause: 'GONE',
    });
    const mail = await told()[0]!.parsed();
    expect(mail.subject).toBe(
      'Webhookar till 127.0.0.1:' + new URL(server.url).port + ' är avstängda',
    );
    expect(mail.text).toContain('/hooks');
    await leave(run.test, run.org, people.slice(31, 32));
    await until(async () => {
      const workflow = await run.client.workflow
        .getHandle(webhookEndpointWorkflowId(id))
        .describe();
      return workflow.status.name === 'COMPLETED';
    }, 30_000);
    expect(told()).toHaveLength(1);
    expect(server.hooks).toHaveLength(1);
  });

  it('that somebody asks for come once, also to an endpoint that is paused (K-5)', async () => {
    const { id, secrets } = await endpoint();
    const { organisationId } = run.org;
    await run.test.db.transaction((tx) => pauseWebhookEndpoint(tx, organisationId, id));
    const now = new Date();
    const body = JSON.stringify(webhookTestBody(organisationId, id, now));
    const asked = await run.test.db.transaction((tx) =>
      askForWebhookTest(tx, { organisationId, endpointId: id, body, now }),
    );
    if ('refused' in asked) throw new Error(asked.refused);
    await took(1);
    expect(verified(server.hooks[0]!, showWebhookSecret(secrets))).toMatchObject({
      type: 'webhook.test',
    });
    await until(async () => {
      const row = await findWebhookDelivery(run.test.db.sql, organisationId, asked.id);
      return row?.state === 'DELIVERED' && row.tries[0]!.answer === 'seen';
    });
  });
});
