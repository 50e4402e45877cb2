import { describe, expect, it } from 'vitest';
import { readSmsGateways } from './config/parse-sms-gateways.ts';
import { openSmsGateways } from './open-sms-gateways.ts';

const handset = (name: string, senders: string[]): object => ({
  name,
  kind: 'handset',
  senders,
  url: 'http://localhost:1081',
  secret: 'a-secret-of-the-tests-alone',
  atOnce: 3,
});
const open = (...list: object[]) => openSmsGateways(readSmsGateways(JSON.stringify(list)));

describe('a sender goes by the gateway that carries it', () => {
  const gateways = open(
    handset('numbers', ['+46766861004', '72080']),
    handset('names', ['ACME']),
    handset('rest', ['*']),
  );

  it.each([
    ['+46766861004', 'numbers'],
    ['72080', 'numbers'],
    ['Acme', 'names'],
    ['+46766861005', 'rest'],
  ])('%s by %s', (sender, name) => expect(gateways.gatewayFor(sender)?.name).toBe(name));

  it('or by none, where nobody carries the rest', () => {
    expect(open(handset('one', ['72080'])).gatewayFor('72081')).toBeNull();
    expect(openSmsGateways([]).gatewayFor('72080')).toBeNull();
  });

  it('says of each what it carries, as it takes a number of its own at once', () => {
    const carried = gateways.all.map((gateway) => gateways.carriedBy(gateway));
    expect(carried).toEqual([
      { senders: ['+46766861004', '72080'], except: false },
      { senders: ['acme'], except: false },
      { senders: ['+46766861004', '72080', 'acme'], except: true },
    ]);
  });

  it('with what the sender has to keep', () => {
    expect(gateways.all[0]).toMatchObject({
      perSecond: null,
      atOnce: 3,
      features: { statuses: true, textSender: true, optOutList: 'both' },
    });
  });
});
