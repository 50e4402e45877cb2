import {
  WEBHOOK_CONTENTS,
  WEBHOOK_DELIVERY_STATES,
  WEBHOOK_DISABLED_BECAUSE,
  WEBHOOK_ENDPOINT_STATES,
} from '@adieu/domain';
import { enumOf } from '../shared/enum-of.ts';

export const WebhookContentEnum = enumOf(
  'WebhookContent',
  WEBHOOK_CONTENTS,
  'What a body says of whom it is about. THIN: ids and the masked address. FULL: the address too.',
);
export const WebhookEndpointStateEnum = enumOf(
  'WebhookEndpointState',
  WEBHOOK_ENDPOINT_STATES,
  'PAUSED by a member, DISABLED by Adieu. In both nothing is lost: what happens meanwhile is delivered once it is resumed.',
);
export const WebhookDisabledBecauseEnum = enumOf(
  'WebhookDisabledBecause',
  WEBHOOK_DISABLED_BECAUSE,
  'GONE: its server answered 410. FAILING: it took nothing for five days.',
);
export const WebhookDeliveryStateEnum = enumOf(
  'WebhookDeliveryState',
  WEBHOOK_DELIVERY_STATES,
  'WAITING: it is tried, or will be again. FAILED: a test or a replay that was not taken, which is not tried again.',
);
