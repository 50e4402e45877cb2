import ipaddr from 'ipaddr.js';

type Network = readonly [ipaddr.IPv4 | ipaddr.IPv6, number];
/** Networks that may be spoken to although they are not public. */
export type AllowedNetworks = readonly Network[];

/** Reads networks as `10.1.0.0/16 ::1`, by spaces or commas. Throws with the one that is none. */
export function parseAllowedNetworks(text: string): AllowedNetworks {
  return text
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(readNetwork);
}

function readNetwork(text: string): Network {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new Error(`must be addresses or networks, such as 10.1.0.0/16; "${text}" is neither`);
  }
}

export function isWithin(address: string, networks: AllowedNetworks): boolean {
  const read = ipaddr.process(address);
  return networks.some(
    ([network, bits]) => network.kind() === read.kind() && read.match(network, bits),
  );
}
