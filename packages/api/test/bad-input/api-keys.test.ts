import { idOf, ourAccount } from './make.ts';
import { testBadInput } from './test-bad-input.ts';
import { next } from './world.ts';

const newKey = (): Promise<string> =>
  idOf(
    'createApiKey',
    { name: `Key ${next()}`, uses: ['GATE_ASK'] },
    '... on ApiKeyCreated { apiKey { id } }',
  );

testBadInput('api-keys', {
  createApiKey: {
    input: async () => ({ ...ourAccount(), name: `Key ${next()}`, uses: ['GATE_ASK'] }),
  },
  revokeApiKey: { input: async () => ({ id: await newKey() }), makesNoRows: true },
  rotateApiKey: { input: async () => ({ id: await newKey(), overlap: 'P1D' }) },
});
