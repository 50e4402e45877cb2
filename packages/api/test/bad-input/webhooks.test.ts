import { delivery, endpoint, ourAccount } from './make.ts';
import { testBadInput } from './test-bad-input.ts';
import { next } from './world.ts';

const ours = { input: async () => ({ id: await endpoint() }), makesNoRows: true } as const;

testBadInput('webhooks', {
  createWebhookEndpoint: {
    input: async () => ({
      ...ourAccount(),
      url: `https://hooks.example.test/${next()}`,
      types: ['optout.confirmed'],
    }),
  },
  changeWebhookEndpoint: {
    input: async () => ({
      id: await endpoint(),
      url: `https://hooks.example.test/${next()}`,
      types: ['optout.confirmed'],
    }),
    makesNoRows: true,
  },
  deleteWebhookEndpoint: ours,
  pauseWebhookEndpoint: ours,
  resumeWebhookEndpoint: ours,
  rotateWebhookSecret: ours,
  testWebhookEndpoint: { input: async () => ({ id: await endpoint() }) },
  replayWebhookDelivery: {
    input: async () => ({ id: await delivery(await endpoint()) }),
    makesNoRows: true,
  },
  replayWebhooks: {
    input: async () => {
      const id = await endpoint();
      await delivery(id);
      return { id, since: '2026-01-01T00:00:00Z' };
    },
    makesNoRows: true,
    past: true,
  },
});
