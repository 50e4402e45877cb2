import { expect } from 'vitest';
import { testExamples } from './test-examples.ts';

testExamples('operations.md', () => {}, {
  InviteReviewer: (data) =>
    expect(data).toMatchObject({ inviteMember: { __typename: 'MemberInvited' } }),
});
