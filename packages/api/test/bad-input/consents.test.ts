import { testBadInput } from './test-bad-input.ts';
import { signUpForm, newForm, mailed } from './make.ts';
import { house, fresh, next, book } from './world.ts';

/** Each post is of somebody else: of one origin ten count. */
let visitors = 0;

testBadInput('consents', {
  recordConsents: {
    input: async () => ({
      items: [
        {
          address: fresh(),
          scope: book(house.org.newsletterId),
          consentText: 'I want the newsletter.',
          source: 'Fair in Malmö',
          obtainedAt: house.now.toISOString(),
          language: 'sv',
        },
      ],
    }),
    words: ['items.evidenceFile'],
    past: true,
  },
  uploadEvidence: {
    input: async () => ({
      name: `form-${next()}.txt`,
      mediaType: 'text/plain',
      content: Buffer.from(`signed ${fresh()}`).toString('base64'),
    }),
    anyLength: ['content'],
  },
  confirmDoubleOptIn: {
    key: null,
    input: async () => ({ token: await mailed(), origin: '192.0.2.1', userAgent: 'test' }),
  },
  startDoubleOptIn: {
    input: async () => ({
      address: fresh(),
      scope: book(house.org.newsletterId),
      language: 'sv',
      formUrl: 'https://example.test/',
      origin: '192.0.2.1',
      userAgent: 'test',
    }),
    // A link's way: with a key it is refused, whatever it is.
    words: ['topicId'],
  },
  archiveSignUpForm: { input: async () => ({ id: await newForm() }), makesNoRows: true },
  createSignUpForm: { input: signUpForm },
  signUp: {
    key: null,
    other: { address: 'another@example.test' },
    words: ['formId'],
    input: async () => ({
      formId: await newForm(),
      address: fresh(),
      language: 'en',
      origin: `198.51.100.${(visitors += 1)}`,
    }),
  },
});
