import proxyAddr from '@fastify/proxy-addr';

/** Whether an address is that of a proxy of TRUSTED_PROXIES (null: there is none), read as the framework reads it. */
export function trustedProxies(setting: string | null): (address: string) => boolean {
  if (setting === null) return () => false;
  const isOne = proxyAddr.compile(setting.split(',').map((each) => each.trim()));
  return (address) => isOne(address, 0);
}
