import { ADMIN, type Area, inAccount, READ } from '../access/area.ts';
import { AskForWebhook } from './ask-for-webhook.mutation.ts';
import { ChangeWebhookEndpoint } from './change-webhook-endpoint.mutation.ts';
import { CreateWebhookEndpoint } from './create-webhook-endpoint.mutation.ts';
import { DeleteWebhookEndpoint } from './delete-webhook-endpoint.mutation.ts';
import { RotateWebhookSecret } from './rotate-webhook-secret.mutation.ts';
import { WebhookDeliveries } from './webhook-deliveries.query.ts';
import { WebhookEndpoints } from './webhook-endpoints.query.ts';
import { WebhookEventsQuery } from './webhook-events.query.ts';

export const webhooks: Area = {
  resolvers: [
    AskForWebhook,
    ChangeWebhookEndpoint,
    CreateWebhookEndpoint,
    DeleteWebhookEndpoint,
    RotateWebhookSecret,
    WebhookDeliveries,
    WebhookEndpoints,
    WebhookEventsQuery,
  ],
  access: {
    Query: {
      webhookDeliveries: inAccount(READ),
      webhookDelivery: inAccount(READ),
      webhookEndpoint: inAccount(READ),
      webhookEndpoints: inAccount(READ, 'accountId'),
      webhookEvents: inAccount(READ, 'accountId'),
    },
    Mutation: {
      changeWebhookEndpoint: inAccount(ADMIN),
      createWebhookEndpoint: inAccount(ADMIN),
      deleteWebhookEndpoint: inAccount(ADMIN),
      pauseWebhookEndpoint: inAccount(ADMIN),
      replayWebhookDelivery: inAccount(ADMIN),
      replayWebhooks: inAccount(ADMIN),
      resumeWebhookEndpoint: inAccount(ADMIN),
      rotateWebhookSecret: inAccount(ADMIN),
      testWebhookEndpoint: inAccount(ADMIN),
    },
  },
  types: {
    WebhookEndpoint: READ.rights,
    WebhookDelivery: READ.rights,
    WebhookTry: 'held',
    WebhookEvents: READ.rights,
    WebhookEvent: 'held',
  },
};
