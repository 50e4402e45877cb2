import type { Config } from '@react-router/dev/config';

export default {
  // The pages run no script, so nothing may ask the server for route manifests.
  routeDiscovery: { mode: 'initial' },
  // Browsers send `Origin: null` with forms of a page under `Referrer-Policy: no-referrer`, and the public host is the
  // API's, not ours. An origin check has nothing to protect here: there are no cookies and no sessions, so a foreign page
  // could only post what its author, who would have to hold the link's token, could post themselves.
  allowedActionOrigins: ['**'],
} satisfies Config;
