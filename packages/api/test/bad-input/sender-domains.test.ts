import { testBadInput } from './test-bad-input.ts';
import { toId } from '../../src/graphql/shared/ids.ts';
import { idOf } from './make.ts';
import { ask, house, next } from './world.ts';

const CLAIMED = '... on SenderDomainChanged { senderDomain { id } }';
const ours = (): string => toId('org', house.org.organisationId);

testBadInput('sender-domains', {
  claimSenderDomain: { input: async () => ({ domain: `shop${next()}.se` }) },
  checkSenderDomain: {
    input: async () => {
      const domain = `checked${next()}.se`;
      await ask('assignSenderDomain', { domain, organisationId: ours() });
      return { id: await idOf('claimSenderDomain', { domain }, CLAIMED) };
    },
    makesNoRows: true,
  },
  releaseSenderDomain: {
    input: async () => ({
      id: await idOf('claimSenderDomain', { domain: `gone${next()}.se` }, CLAIMED),
    }),
    makesNoRows: true,
  },
  assignSenderDomain: {
    input: async () => ({ domain: `given${next()}.se`, organisationId: ours() }),
    // An operator gives to any organisation.
    words: ['organisationId'],
  },
  assignSmsSender: {
    input: async () => ({
      smsKind: 'SHORT_CODE',
      address: '72081',
      keyword: `K${next()}`,
      organisationId: ours(),
    }),
    words: ['organisationId'],
  },
});
