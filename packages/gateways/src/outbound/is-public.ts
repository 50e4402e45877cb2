import ipaddr from 'ipaddr.js';

/** Public by its range, yet it answers to each machine of a cloud alone, with that machine's own secrets. */
const INSIDE_CLOUDS: readonly string[] = ['168.63.129.16'];

/**
 * Whether an address is a server's on the internet. Loopback, private, link-local (where clouds serve their machines' keys),
 * shared, reserved and multicast ones are not, nor any that wraps one of IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  if (INSIDE_CLOUDS.includes(read.toString())) return false;
  return read.range() === 'unicast' && !isCompatible(read);
}

/** `::a.b.c.d`, IPv4 in the way of before 2006: some systems still connect to the address within. */
function isCompatible(read: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return read.kind() === 'ipv6' && (read as ipaddr.IPv6).parts.slice(0, 6).every((p) => p === 0);
}
