import type { Role } from '@adieu/domain';
import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLSchema } from 'graphql';
import type { Context } from './context.ts';
import { badArgument } from './page-args.ts';
import { Forbidden, InvalidInput } from './problems.ts';
import { unstorable } from './unstorable.ts';

/** `link`: no key; the token (of a logo: the hash) among the arguments opens what it was made for. */
type Access = 'link' | readonly Role[];

const ADMIN: Access = ['ADMIN'];
const ANY_KEY: Access = ['ADMIN', 'CAMPAIGNER'];
const OPERATOR: Access = ['OPERATOR'];
const EVERY_ROLE: Access = ['ADMIN', 'CAMPAIGNER', 'OPERATOR'];

/** Who may use which root field. A field that is missing here keeps the server from starting. */
type Root = 'Query' | 'Mutation' | 'Subscription';

export const ACCESS: Readonly<Record<Root, Readonly<Record<string, Access>>>> = {
  Query: {
    viewer: EVERY_ROLE,
    mayContact: ANY_KEY,
    addressBooks: EVERY_ROLE,
    mayContactMany: ANY_KEY,
    gateStops: ANY_KEY,
    audienceExports: ADMIN,
    topics: ANY_KEY,
    accounts: ANY_KEY,
    previewListSwitch: ADMIN,
    campaign: ANY_KEY,
    campaigns: ANY_KEY,
    optOutRequests: ADMIN,
    optOutRequest: ADMIN,
    recipient: ADMIN,
    adminPersons: ADMIN,
    consentProof: ADMIN,
    consents: ADMIN,
    evidenceFile: ADMIN,
    ledgerSeals: ADMIN,
    verifyLedger: ADMIN,
    ledgerExport: ADMIN,
    suppressions: ADMIN,
    quarantines: ADMIN,
    machineSignals: ADMIN,
    evidenceRetention: ADMIN,
    preferences: 'link',
    doubleOptIn: 'link',
    signUpForm: 'link',
    personalData: 'link',
    brandImage: 'link',
    review: 'link',
    reviewSignIn: 'link',
  },
  Mutation: {
    requestOptOut: ADMIN,
    decideOptOutRequests: ADMIN,
    extendOptOutRequest: ADMIN,
    addOptOuts: ADMIN,
    setOptOutPolicy: ADMIN,
    recordConsents: ADMIN,
    createSignUpForm: ADMIN,
    archiveSignUpForm: ADMIN,
    uploadEvidence: ADMIN,
    setDoubleOptInDays: ADMIN,
    setWidening: ADMIN,
    setAccountBrand: ADMIN,
    setAccountReasons: ADMIN,
    switchAccountList: ADMIN,
    createAccount: ADMIN,
    createAddressBook: ADMIN,
    createTopic: ADMIN,
    renameScope: ADMIN,
    archiveScope: ADMIN,
    deleteScope: ADMIN,
    addContact: ANY_KEY,
    removeContact: ANY_KEY,
    reactivateRecipient: ADMIN,
    exemptAddressBook: OPERATOR,
    endExemption: OPERATOR,
    decideQuarantine: ADMIN,
    openRequestsFromMachineSignals: ADMIN,
    setEvidenceRetention: ADMIN,
    allowUnfilteredExport: ADMIN,
    importContacts: ANY_KEY,
    createCampaign: ANY_KEY,
    checkCampaign: ANY_KEY,
    sendCampaign: ANY_KEY,
    pauseCampaign: ANY_KEY,
    resumeCampaign: ANY_KEY,
    cancelCampaign: ANY_KEY,
    addAdminPerson: ADMIN,
    changeAdminPerson: ADMIN,
    removeAdminPerson: ADMIN,
    leave: 'link',
    updatePreferences: 'link',
    giveReason: 'link',
    askForData: 'link',
    eraseMe: 'link',
    startDoubleOptIn: 'link',
    confirmDoubleOptIn: 'link',
    signUp: 'link',
    askForReview: 'link',
    openReview: 'link',
    closeReview: 'link',
    decideByReview: 'link',
    undoReview: 'link',
    setWeeklyReport: 'link',
  },
  Subscription: {
    optOutRequestChanged: ADMIN,
  },
};

/** Puts the table in front of every root field. */
export function guardRootFields(schema: GraphQLSchema): GraphQLSchema {
  const roots = {
    Query: schema.getQueryType(),
    Mutation: schema.getMutationType(),
    Subscription: schema.getSubscriptionType(),
  } as const;
  for (const kind of ['Query', 'Mutation', 'Subscription'] as const) {
    for (const field of Object.values(roots[kind]?.getFields() ?? {})) {
      const access = ACCESS[kind][field.name];
      if (access === undefined) throw new Error(`nobody said who may use ${kind}.${field.name}`);
      refuseUnstorable(kind, field as GraphQLField<unknown, Context>);
      if (access !== 'link') guard(kind, field as GraphQLField<unknown, Context>, access);
    }
  }
  return schema;
}

function guard(kind: Root, field: GraphQLField<unknown, Context>, roles: readonly Role[]): void {
  // A subscription is refused before its stream begins; what comes out of it needs no second look.
  const opens = kind === 'Subscription' ? 'subscribe' : 'resolve';
  const open = field[opens] ?? defaultFieldResolver;
  field[opens] = (source, args, ctx, info) => {
    if (ctx.viewer === null) throw noKey();
    if (roles.includes(ctx.viewer.role)) return open(source, args, ctx, info);
    const message = `${field.name} needs a key of the role ${roles.join(' or ')}; this one is ${ctx.viewer.role}.`;
    // A mutation's result is a union that can say so; a query's is not.
    if (kind === 'Mutation') return new Forbidden(message);
    throw new GraphQLError(message, { extensions: { code: 'FORBIDDEN' } });
  };
}

function refuseUnstorable(kind: Root, field: GraphQLField<unknown, Context>): void {
  const opens = kind === 'Subscription' ? 'subscribe' : 'resolve';
  const open = field[opens] ?? defaultFieldResolver;
  field[opens] = (source, args: object, ctx, info) => {
    const path = unstorable(args);
    if (path === null) return open(source, args, ctx, info);
    const name = path.replace(/^input\./, '');
    if (kind === 'Mutation')
      return new InvalidInput(name, 'A text must hold whole characters, and no NUL.');
    throw badArgument(name, 'must hold whole characters, and no NUL');
  };
}

/** No key, or one that opens nothing. */
export function noKey(): GraphQLError {
  return new GraphQLError('Send your API key: `Authorization: Bearer <key>`.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
}
