import { BlockList, isIP } from 'node:net';
import { spf } from 'mailauth/lib/spf/index.js';
import { domainOf, isAligned } from './is-aligned.ts';
import type { ResolveDns } from './resolve-dns.ts';
import type { MailToVouchFor } from './mail-to-vouch-for.ts';

const MOST_MS = 3_000;

/** Of one's own network: a mail server of ours, or a test. Whose mail it carries its address does not say. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
] as const)
  INSIDE.addSubnet(net, bits, 'ipv4');
INSIDE.addAddress('::1', 'ipv6');
INSIDE.addSubnet('fc00::', 7, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');

/** Whether the domain of its sender, which is its From's, lets mails come from where it came from (RFC 7208). */
export async function alignedBySpf(
  { from, envelope: { from: sender, origin, helo } }: MailToVouchFor,
  resolve: ResolveDns,
): Promise<boolean> {
  if (!sender || origin === null || !isAligned(domainOf(sender), domainOf(from))) return false;
  const ip = origin.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(ip);
  if (family === 0 || INSIDE.check(ip, family === 6 ? 'ipv6' : 'ipv4')) return false;
  const { status, domain } = await spf({
    sender,
    ip,
    ...(helo !== null && { helo }),
    mta: 'adieu',
    resolver: resolve,
    maxElapsedTime: MOST_MS,
  });
  return status.result === 'pass' && isAligned(domain, domainOf(from));
}
