import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { type AllowedNetworks, isWithin } from './allowed-networks.ts';
import { NotAllowed } from './faults.ts';
import { isPublic } from './is-public.ts';

/** All addresses of a name, as `dns.lookup` gives them. */
export type LookUpAll = (
  name: string,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export interface Guard {
  readonly allow: AllowedNetworks;
  readonly connectMs: number;
  /** Certificates that are trusted besides those of Node. */
  readonly ca?: string;
  readonly lookUpAll?: LookUpAll;
}

const byResolver: LookUpAll = (name, answer) => lookUp(name, { all: true }, answer);

/**
 * Connects to public servers alone. What a name gives is judged in the moment of connecting, and exactly that is connected
 * to: a name that changes its mind between the look and the connection gains nothing. One bad address spoils the name, so that
 * the order in which they are tried does not matter. Without TLS it speaks only to what the operator has allowed.
 */
export function guardedConnect(guard: Guard): buildConnector.connector {
  const { allow, connectMs, ca, lookUpAll = byResolver } = guard;
  const judge = (addresses: readonly string[], isSecure: boolean): NotAllowed | null => {
    if (addresses.length > 0 && addresses.every((address) => isWithin(address, allow))) return null;
    const isOpen = addresses.every((address) => isPublic(address) || isWithin(address, allow));
    if (!isOpen || addresses.length === 0) return new NotAllowed('PRIVATE_ADDRESS');
    return isSecure ? null : new NotAllowed('HTTPS_NEEDED');
  };
  const lookupFor =
    (isSecure: boolean): LookupFunction =>
    (name, options, callback) => {
      lookUpAll(name, (error, found) => {
        const refused =
          error ??
          judge(
            found.map(({ address }) => address),
            isSecure,
          );
        if (refused !== null) callback(refused, []);
        else if (options.all) callback(null, found);
        else callback(null, found[0]!.address, found[0]!.family);
      });
    };
  const connectorFor = (isSecure: boolean): buildConnector.connector =>
    buildConnector({
      timeout: connectMs,
      allowH2: false,
      lookup: lookupFor(isSecure),
      ...(ca !== undefined && { ca }),
    });
  const [secure, clear] = [connectorFor(true), connectorFor(false)];
  return (options, callback) => {
    const isSecure = options.protocol === 'https:';
    // Node looks names up, and takes literals as they are.
    const refused = isIP(options.hostname) === 0 ? null : judge([options.hostname], isSecure);
    if (refused === null) (isSecure ? secure : clear)(options, callback);
    else callback(refused, null);
  };
}
