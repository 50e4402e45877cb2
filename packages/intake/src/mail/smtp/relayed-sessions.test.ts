import { expect, it } from 'vitest';
import { RelayedSessions } from './relayed-sessions.ts';

it('a mail server of ours is known by where it came from, whomever it names then (M-6)', () => {
  const relayed = new RelayedSessions(['192.0.2.1']);
  relayed.begins({ id: 'ours', remoteAddress: '::ffff:192.0.2.1' });
  relayed.begins({ id: 'stranger', remoteAddress: '198.51.100.9' });
  expect(relayed.relayOf({ id: 'ours', remoteAddress: '192.0.2.1' })).toEqual({
    relay: 'NAMES_NOBODY',
  });
  expect(relayed.relayOf({ id: 'ours', remoteAddress: '203.0.113.5' })).toEqual({
    relay: 'NAMES_ORIGIN',
  });
  // A stranger is none, whatever address they may have come to.
  expect(relayed.relayOf({ id: 'stranger', remoteAddress: '192.0.2.1' })).toEqual({});
  relayed.ends({ id: 'ours', remoteAddress: '192.0.2.1' });
  expect(relayed.relayOf({ id: 'ours', remoteAddress: '203.0.113.5' })).toEqual({});
});
