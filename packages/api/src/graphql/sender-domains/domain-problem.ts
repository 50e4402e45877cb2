import type { ChallengeFound } from '@adieu/intake';
import { challengeName } from '@adieu/domain';
import type { DomainRefusal } from '@adieu/keys';
import { Conflict, InvalidInput, type Problem } from '../shared/problems.ts';

/** What to do about a From that is not the organisation's; `field` is that of the input which names it. */
export function foreignDomain(field: string | null): Problem {
  return new Conflict(
    'FOREIGN_DOMAIN',
    'This organisation may not send mail from this domain. Claim it (claimSenderDomain), publish the TXT record that it answers with, and prove it (checkSenderDomain); or ask whoever runs this installation to give it to you.',
    field,
  );
}

export const DOMAIN_REFUSALS: Readonly<Record<DomainRefusal, () => Problem>> = {
  'not-a-domain': () =>
    new InvalidInput('domain', 'This is no domain: give one like nordlys.se, without @.'),
  'public-suffix': () =>
    new InvalidInput(
      'domain',
      'Anybody registers names below this, so it is nobody’s to send from: give the domain that you registered.',
    ),
};

export const taken = (): Problem =>
  new Conflict(
    'DOMAIN_TAKEN',
    'Another organisation of this installation has this domain. It must give it up first, or whoever runs the installation gives it to you.',
    'id',
  );

/** Why a domain is not proven yet. */
export function notProven(found: Exclude<ChallengeFound, 'proven'>, domain: string): Problem {
  const name = challengeName(domain);
  const said = {
    absent: `There is no TXT record at ${name} yet. Publish it, wait a few minutes, and check again.`,
    other: `The TXT record at ${name} says something else: set it to the challenge, and check again.`,
    silent: `No name server answered for ${name}: check again in a few minutes.`,
  };
  return new Conflict('DOMAIN_NOT_PROVEN', said[found], 'id');
}
