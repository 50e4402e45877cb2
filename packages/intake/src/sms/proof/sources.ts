import { BlockList, isIP } from 'node:net';

/** Whether an address is one of these addresses and networks; all are where there are none. */
export function createSources(sources: readonly string[] | null): (address: string) => boolean {
  if (sources === null) return () => true;
  const list = new BlockList();
  for (const source of sources) {
    const [address, bits] = source.split('/') as [string, string?];
    const family = familyOf(address);
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (given) => {
    // As a socket of both families tells an address of IPv4.
    const address = given.replace(/^::ffff:(?=\d+\.)/i, '');
    return isIP(address) !== 0 && list.check(address, familyOf(address));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
