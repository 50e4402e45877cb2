import {
  ADMIN,
  CAMPAIGNER,
  inAccount,
  orUse,
  READ,
  READ_CAMPAIGNS,
  type Row,
} from '../../graphql/access/area.ts';

import { SHORT_LINK_ROUTE } from '../short-links.ts';

/**
 * `anybody`: whoever asks. `link`: whoever holds the token in the path, which opens what it was made for. `metrics`: whoever
 * holds METRICS_TOKEN. `gateway`: the SMS gateway or the provider of mail that the path names, by its own proof. `fields`: GraphQL, where each field has a row of its own.
 */
export type RouteAccess = 'anybody' | 'link' | 'metrics' | 'gateway' | 'fields' | Row;

/** Lists that leave the house. What was taken is on record, so whoever changes nothing takes none. */
export const AUDIENCE: Row = inAccount(CAMPAIGNER);
/** The same list with those who left. */
export const UNFILTERED_AUDIENCE: Row = inAccount(ADMIN);
export const REPORTS: Row = inAccount(READ_CAMPAIGNS);
/** Who left, and what they said in their own words. */
export const UNSUBSCRIBED: Row = inAccount(READ);

/** For programs of third parties: the gate, who left (addresses masked, or in clear), and wishes that they were told. */
export const CHECK: Row = inAccount(orUse(READ_CAMPAIGNS, 'gate:ask'));
export const SUPPRESSIONS: Row = inAccount(orUse(READ, 'suppressions:read'), 'accountId');
export const CLEAR_SUPPRESSIONS: Row = inAccount(orUse(READ, 'addresses:read'), 'accountId');
export const ADD_OPT_OUTS: Row = inAccount(orUse(ADMIN, 'opt-outs:add'));
/** Files on their way in: whoever may begin an import of either kind. */
export const LISTS: Row = inAccount(orUse(CAMPAIGNER, 'lists:import'));
/** What an import did not take. */
export const REJECTED_ROWS: Row = inAccount(orUse(READ_CAMPAIGNS, 'lists:import'));

/** Who may use which route, by whatever method. A route without a row keeps the server from starting. */
export const ROUTES: Readonly<Record<string, RouteAccess>> = {
  '/healthz': 'anybody',
  '/readyz': 'anybody',
  '/metrics': 'metrics',
  '/u/:token': 'link',
  '/sms/:gateway': 'gateway',
  '/sms/:gateway/status': 'gateway',
  '/events/:provider': 'gateway',
  '/t/:language': 'anybody',
  '/m/:token': 'link',
  [SHORT_LINK_ROUTE]: 'link',
  '/audience/:bookId': AUDIENCE,
  '/audience/:bookId?unfiltered=1': UNFILTERED_AUDIENCE,
  '/reports/campaigns/:id': REPORTS,
  '/reports/accounts/:id': REPORTS,
  '/reports/unsubscribed': UNSUBSCRIBED,
  '/v1': 'anybody',
  '/v1/openapi.json': 'anybody',
  '/v1/check': CHECK,
  '/v1/suppressions': SUPPRESSIONS,
  '/v1/suppressions?addresses=clear': CLEAR_SUPPRESSIONS,
  '/v1/changes': SUPPRESSIONS,
  '/v1/changes?addresses=clear': CLEAR_SUPPRESSIONS,
  '/v1/opt-outs': ADD_OPT_OUTS,
  '/lists': LISTS,
  '/lists/:id/rejected': REJECTED_ROWS,
  '/graphql': 'fields',
  '/graphql/stream': 'fields',
  '/graphiql': 'anybody',
  '/sign-in/oidc': 'anybody',
  '/sign-in/oidc/callback': 'anybody',
  // The pages of links (/u, /o, /d, /s, /review …): each asks GraphQL by the token of its link.
  '/': 'link',
  '/*': 'link',
};
