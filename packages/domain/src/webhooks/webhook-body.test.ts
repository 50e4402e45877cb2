import { describe, expect, it } from 'vitest';
import { LEDGER_EVENT_TYPES } from '../enums/ledger.ts';
import type { OptOutMethod, RequestState } from '../enums/requests.ts';
import { WEBHOOK_EVENT_TYPES } from './event-types.ts';
import type { ToldImport, ToldInbound, ToldLedgerEvent } from './told-event.ts';
import { webhookTypesOf } from './types-of-event.ts';
import { webhookBody, webhookTestBody } from './webhook-body.ts';
import { webhookSchema } from './webhook-schema.ts';

const id = (n: number): string => `01900000-0000-7000-8000-00000000000${n}`;
const event: ToldLedgerEvent = {
  source: 'LEDGER',
  type: 'REQUESTED',
  at: new Date('2026-12-01T12:00:00Z'),
  organisationId: id(1),
  accountId: id(2),
  requestId: id(3),
  recipientId: id(4),
  address: 'anna.svensson@example.test',
  channel: 'EMAIL',
  scopeKind: 'BOOK',
  scopeId: id(5),
  signal: 'CLEAR',
  method: 'ONE_CLICK',
  newState: 'CONFIRMED',
  deadline: null,
  campaignId: id(6),
  addressBookId: id(5),
  detail: null,
};
const inbound: ToldInbound = {
  source: 'INBOUND',
  at: event.at,
  organisationId: id(1),
  accountId: null,
  inboundMessageId: id(7),
  channel: 'SMS',
  outcome: 'OPT_OUT',
  requestId: id(3),
  recipientId: id(4),
  fromAddress: '+46701234567',
};

const imported: ToldImport = {
  source: 'IMPORT',
  at: event.at,
  organisationId: id(1),
  accountId: null,
  recipientId: null,
  listImportId: id(9),
  kind: 'OPT_OUTS',
  scopeKind: 'ORGANISATION',
  scopeId: id(1),
  counts: { accepted: 7 },
};

describe('what is told of an event (K-8)', () => {
  it.each([
    ['REQUESTED', 'ONE_CLICK', 'CONFIRMED', ['optout.requested', 'optout.confirmed']],
    ['REQUESTED', 'MAIL_REPLY', 'PENDING', ['optout.requested', 'optout.paused']],
    [
      'REQUESTED',
      'SPAM_REPORT',
      'CONFIRMED',
      ['complaint.received', 'optout.requested', 'optout.confirmed'],
    ],
    ['REQUESTED', 'IMPORT', 'CONFIRMED', ['suppression.imported']],
    ['REQUESTED', 'PROVIDER', 'CONFIRMED', ['suppression.imported']],
    ['JOINED', 'LINK', 'PENDING', []],
    ['JOINED', 'LINK', 'CONFIRMED', ['optout.confirmed']],
    ['JOINED', 'IMPORT', 'CONFIRMED', []],
    ['OVERRIDDEN', 'ONE_CLICK', 'CONFIRMED', ['optout.confirmed']],
    ['CONFIRMED', 'LINK', 'CONFIRMED', ['optout.confirmed']],
    ['CONFIRMED', 'SPAM_REPORT', 'CONFIRMED', ['optout.confirmed']],
    ['DECLINED', 'LINK', 'DECLINED', ['optout.declined']],
    ['REVERTED', 'LINK', 'REVERTED', ['optout.reverted']],
    ['TIMED_OUT_OPTED_OUT', 'LINK', 'CONFIRMED', ['optout.expired']],
  ] as const)('%s by %s, then %s', (type, method, newState, types) => {
    const told = {
      ...event,
      type,
      method: method as OptOutMethod,
      newState: newState as RequestState,
    };
    expect(webhookTypesOf(told)).toEqual(types);
  });

  it('a hard bounce is told before what it does to the address; a soft one is none', () => {
    const undeliverable = { ...event, type: 'UNDELIVERABLE', requestId: null } as const;
    expect(webhookTypesOf({ ...undeliverable, detail: { kind: 'HARD' } })).toEqual([
      'bounce.hard',
      'undeliverable.added',
    ]);
    expect(webhookTypesOf({ ...undeliverable, detail: { kind: 'SOFT' } })).toEqual([
      'undeliverable.added',
    ]);
  });

  it('every type is told of something', () => {
    const states = ['PENDING', 'CONFIRMED', 'WITHDRAWN', 'LIFTED'] as const;
    const told = LEDGER_EVENT_TYPES.flatMap((type) =>
      (['LINK', 'SPAM_REPORT', 'IMPORT'] as const).flatMap((method) =>
        states.flatMap((newState) =>
          webhookTypesOf({ ...event, type, method, newState, detail: { kind: 'HARD' } }),
        ),
      ),
    );
    expect(
      [...new Set([...told, ...webhookTypesOf(inbound), ...webhookTypesOf(imported)])].sort(),
    ).toEqual([...WEBHOOK_EVENT_TYPES].sort());
  });
});

describe('a body (K-7)', () => {
  it('is thin unless asked for: ids and a masked address', () => {
    const body = webhookBody('optout.confirmed', event, 'THIN');
    expect(body).toMatchObject({
      type: 'optout.confirmed',
      timestamp: '2026-12-01T12:00:00.000Z',
      data: { method: 'ONE_CLICK', state: 'CONFIRMED', recipient: { channel: 'EMAIL' } },
    });
    expect(JSON.stringify(body)).not.toMatch(/svensson|0000-7000/);
    expect(JSON.stringify(webhookBody('inbound.received', inbound, 'THIN'))).not.toMatch(
      /701234567/,
    );
  });

  it('in full holds the address; of somebody erased it is null', () => {
    expect(webhookBody('optout.confirmed', event, 'FULL').data).toMatchObject({
      recipient: { address: 'anna.svensson@example.test' },
    });
    expect(
      webhookBody('recipient.erased', { ...event, requestId: null, address: null }, 'FULL').data,
    ).toMatchObject({ recipient: { address: null, maskedAddress: null } });
  });

  it('of a test names the endpoint', () => {
    expect(webhookTestBody(id(1), id(8), event.at)).toMatchObject({
      type: 'webhook.test',
      data: { endpointId: expect.stringMatching(/^endpoint_/) },
    });
  });

  it('has a schema by its type, which names the type alone', () => {
    for (const type of [...WEBHOOK_EVENT_TYPES, 'webhook.test'] as const) {
      expect(type).toMatch(/^[a-z0-9_.]+$/);
      expect(webhookSchema(type)).toMatchObject({
        title: type,
        properties: { type: { const: type } },
      });
    }
  });
});
