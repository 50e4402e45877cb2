import { expect, it } from 'vitest';
import { isWithin, parseAllowedNetworks } from './allowed-networks.ts';
import { isPublic } from './is-public.ts';

it.each([
  '127.0.0.1',
  '127.255.255.254',
  '0.0.0.0',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '168.63.129.16',
  '192.0.0.192',
  '192.0.2.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::7f00:1',
  '::808:808',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:0:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '64:ff9b:1::7f00:1',
  '2002:7f00:1::',
  '2001::7f00:1',
  '2001:db8::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%lo',
  'fec0::1',
  'ff02::1',
  '100::1',
  'no address',
  '',
])('%s is not public (K-6)', (address) => {
  expect(isPublic(address)).toBe(false);
});

it.each(['8.8.8.8', '193.10.0.1', '::ffff:8.8.8.8', '2a00:1450:4001:80e::200e', '2606:4700::1111'])(
  '%s is public (K-6)',
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

it('what an operator allows is read as networks and single addresses of both kinds (K-6)', () => {
  const networks = parseAllowedNetworks(' 10.1.0.0/16, 192.168.7.7\n::1 ');
  expect(networks).toHaveLength(3);
  for (const address of ['10.1.255.1', '192.168.7.7', '::1', '::ffff:10.1.0.9'])
    expect([address, isWithin(address, networks)]).toEqual([address, true]);
  for (const address of ['10.2.0.1', '192.168.7.8', '::2', '8.8.8.8'])
    expect([address, isWithin(address, networks)]).toEqual([address, false]);
  expect(parseAllowedNetworks('')).toEqual([]);
  expect(() => parseAllowedNetworks('10.0.0.0/8 hooks.internal')).toThrow(/hooks\.internal/);
});
