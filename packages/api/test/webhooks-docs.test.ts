import { expect } from 'vitest';
import { fromId } from '../src/graphql/shared/ids.ts';
import { testExamples } from './test-examples.ts';

testExamples(
  'webhooks.md',
  () => {},
  {
    CreateEndpoint: (
      data: { createWebhookEndpoint: { secret: string; endpoint: { id: string; state: string } } },
      { words },
    ) => {
      const { secret, endpoint } = data.createWebhookEndpoint;
      expect(secret).toMatch(/^whsec_/);
      expect(endpoint.state).toBe('ACTIVE');
      words['endpoint'] = endpoint.id;
    },
    TestEndpoint: (
      data: { testWebhookEndpoint: { delivery: { id: string; state: string } } },
      { words },
    ) => {
      const { delivery } = data.testWebhookEndpoint;
      expect(delivery.state).toBe('WAITING');
      words['delivery'] = delivery.id;
    },
    Log: (data, { words, house }) => {
      expect(data).toMatchObject({
        webhookDeliveries: { nodes: [{ id: words['delivery'], type: 'webhook.test', tries: [] }] },
      });
      // As if a worker had delivered it, as one that the ledger told of.
      void house.test.db.sql.rows(
        `UPDATE webhook_delivery SET state = 'DELIVERED', tx = pg_current_xact_id(), ledger_id = 7 WHERE id = $1`,
        [fromId('delivery', words['delivery']!)],
      );
    },
    Pause: (data) =>
      expect(data).toEqual({ pauseWebhookEndpoint: { endpoint: { state: 'PAUSED' } } }),
    Resume: (data) =>
      expect(data).toMatchObject({ resumeWebhookEndpoint: { endpoint: { state: 'ACTIVE' } } }),
    ReplayOne: (data) =>
      expect(data).toMatchObject({ replayWebhookDelivery: { delivery: { state: 'WAITING' } } }),
    ReplaySince: (data, { words }) =>
      expect(data).toEqual({ replayWebhooks: { endpoint: { id: words['endpoint'] } } }),
    Rotate: (data) =>
      expect(data).toMatchObject({
        rotateWebhookSecret: { endpoint: { previousSecretUntil: '2026-05-06T08:00:00.000Z' } },
      }),
    Change: (data) =>
      expect(data).toEqual({
        changeWebhookEndpoint: {
          endpoint: { url: 'https://crm.example.com/v2/hooks', types: [] },
        },
      }),
    Delete: (data, { words }) =>
      expect(data).toEqual({ deleteWebhookEndpoint: { id: words['endpoint'] } }),
  },
  '(D7, P10)',
);
