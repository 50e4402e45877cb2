import { isIPv6 } from 'node:net';
import type { KeyRing } from './key-ring.ts';
import { mac } from './mac.ts';

/**
 * The keyed hash (32 bytes) by which an origin is counted for a day (D-8). An IPv6 address counts as its /64: whoever has
 * one has all of it.
 */
export function originKey(ring: KeyRing, origin: string): Buffer {
  return mac(ring.address, 'origin', clientOfOrigin(origin));
}

/** By what an address is counted, wherever clients are: an IPv6 address by its /64, one in disguise as the IPv4 that it is. */
export function clientOfOrigin(origin: string): string {
  const text = origin.trim().toLowerCase();
  return isIPv6(text) ? networkOf(text) : text;
}

/**
 * The wider network that a client is in: what one provider gives to one customer or to a few, an IPv6 /48 or an IPv4 /24. Who can choose
 * among 65,536 /64 is one of them.
 */
export function networkOfOrigin(origin: string): string {
  const client = clientOfOrigin(origin);
  const [, ipv4] = /^(\d+\.\d+\.\d+)\.\d+$/.exec(client) ?? [];
  if (ipv4 !== undefined) return `${ipv4}.0/24`;
  return client.includes(':') ? `${client.split(':').slice(0, 3).join(':')}::/48` : client;
}

/** The first four groups of an IPv6 address; the IPv4 address where it is one in disguise. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const groups = (part: string): string[] => part.split(':').filter((group) => group !== '');
  const missing = 8 - groups(head).length - groups(tail).length;
  const all = address.includes('::')
    ? [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail)]
    : groups(head);
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
