import { expect } from 'vitest';
import { testExamples } from './test-examples.ts';

testExamples('operations.md', () => {}, {
  FirstAccount: (data: { createAccount: { account: { id: string } } }, { words }) => {
    expect(data).toMatchObject({ createAccount: { __typename: 'AccountCreated' } });
    words['account'] = data.createAccount.account.id;
  },
  FirstBook: (data) =>
    expect(data).toMatchObject({ createAddressBook: { __typename: 'AddressBookCreated' } }),
  FirstAdmin: (data) =>
    expect(data).toMatchObject({ inviteMember: { __typename: 'MemberInvited' } }),
});
