import { REGIME_KEYS, regimeZone } from '@adieu/domain';

const ZONES = REGIME_KEYS.filter((key) => key !== 'EU')
  .map((key) => `WHEN '${key}' THEN '${regimeZone(key)}'`)
  .join(' ');

/** SQL for the zone (IANA) of the account of alias `a`: its own, else that of the regime it is under. Never null. */
export const ACCOUNT_ZONE = (a: string): string =>
  `coalesce(${a}.time_zone, CASE ${a}.country ${ZONES} ELSE '${regimeZone(null)}' END)`;
