import { CHANNELS } from '../enums/channels.ts';
import { INBOUND_OUTCOMES } from '../enums/inbound.ts';
import { OPT_OUT_METHODS, REQUEST_SIGNALS, REQUEST_STATES } from '../enums/requests.ts';
import { LIST_KINDS } from '../lists/list-fields.ts';
import { SCOPE_KINDS } from '../enums/scopes.ts';
import { WEBHOOK_EVENTS, WEBHOOK_TEST_TYPE, type WebhookType } from './event-types.ts';

type Schema = Readonly<Record<string, unknown>>;

const id = (prefix: string): Schema => ({
  type: 'string',
  pattern: `^${prefix}_[0-7][0-9a-hjkmnp-tv-z]{25}$`,
});
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const oneOf = (values: readonly string[]): Schema => ({ enum: values });
const instant: Schema = { type: 'string', format: 'date-time' };

/** What is there always; `may` only sometimes. More may be added later: readers must take what they do not know. */
const object = (properties: Readonly<Record<string, Schema>>, may: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(properties),
  properties: { ...properties, ...may },
});

const address = { channel: oneOf(CHANNELS), maskedAddress: orNull({ type: 'string' }) };
/** Of endpoints with full bodies alone; null once a person was erased. */
const inFull: Schema = { address: orNull({ type: 'string' }) };
const recipient = object({ id: orNull(id('recipient')), ...address }, inFull);
const scope = object({
  kind: oneOf(SCOPE_KINDS),
  id: { type: 'string', pattern: '^(topic|book|account|org)_' },
});
const whose = { organisationId: id('org'), accountId: orNull(id('account')) };
const person = { ...whose, recipient, scope };

const request = {
  ...person,
  optOutRequestId: id('optout'),
  state: oneOf(REQUEST_STATES),
  signal: oneOf(REQUEST_SIGNALS),
  method: oneOf(OPT_OUT_METHODS),
  deadline: orNull(instant),
  campaignId: orNull(id('campaign')),
  addressBookId: orNull(id('book')),
};

const DATA: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  optout: request,
  suppression: request,
  complaint: request,
  preference: person,
  optin: { ...person, doubleOptInId: orNull({ type: 'string', format: 'uuid' }) },
  consent: { ...person, consentId: orNull(id('consent')) },
  bounce: { ...person, because: orNull({ type: 'string' }) },
  undeliverable: { ...person, because: orNull({ type: 'string' }) },
  inbound: {
    ...whose,
    inboundMessageId: id('inbound'),
    from: object({ recipientId: orNull(id('recipient')), ...address }, inFull),
    outcome: oneOf(INBOUND_OUTCOMES),
    optOutRequestId: orNull(id('optout')),
  },
  import: {
    ...whose,
    listImportId: id('import'),
    kind: oneOf(LIST_KINDS),
    scope,
    counts: { type: 'object', additionalProperties: { type: 'integer' } },
  },
  recipient: person,
  webhook: { organisationId: id('org'), endpointId: id('endpoint') },
};

/** The JSON Schema (2020-12) of the bodies of one type. */
export function webhookSchema(type: WebhookType): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: type,
    description: type === WEBHOOK_TEST_TYPE ? TEST : WEBHOOK_EVENTS[type],
    ...object({
      type: { const: type },
      timestamp: { ...instant, description: 'When it happened.' },
      data: object(DATA[type.split('.')[0]!]!),
    }),
  };
}

const TEST = 'Somebody asked for it, to see whether deliveries arrive.';
