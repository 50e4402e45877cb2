/** Why a server named by a user gave no answer that could be used, and what to do about it. */
export const OUTBOUND_FAULTS = {
  PRIVATE_ADDRESS:
    'its host is at an address that is not public, where Adieu does not connect: give a public one, or let the operator name its network in OUTBOUND_ALLOW',
  HTTPS_NEEDED: 'only https:// is spoken: give the URL of a server that has a certificate',
  NO_SUCH_HOST: 'its host has no address: look for a mistake in the name',
  CERTIFICATE:
    'its certificate is not valid for its host: renew it, or serve the whole chain of it',
  NO_CONNECTION: 'nothing took the connection, or it broke: look whether the server is up',
  TIMEOUT: 'it did not answer in time: answer first and work afterwards',
  BROKEN_ANSWER: 'what it answered is not HTTP, or was broken off',
  REFUSED_REQUEST: 'this request cannot be made: look at the URL and its headers',
} as const;
export type OutboundFaultCode = keyof typeof OUTBOUND_FAULTS;
