import { assignSenderDomain } from '@adieu/db';
import { expect } from 'vitest';
import { type Reader, testExamples } from './test-examples.ts';

/** What `adieu domains assign` does, which the page names before. */
async function assignDomain({ house: { test, org, now } }: Reader): Promise<void> {
  const { organisationId } = org;
  const assign = { domain: 'nordlys.se', organisationId, challenge: 'adieu-x', now };
  await test.db.transaction((sql) => assignSenderDomain(sql, assign));
}

testExamples('operations.md', assignDomain, {
  FirstAccount: (data: { createAccount: { account: { id: string } } }, { words }) => {
    expect(data).toMatchObject({ createAccount: { __typename: 'AccountCreated' } });
    words['account'] = data.createAccount.account.id;
  },
  FirstBook: (data) =>
    expect(data).toMatchObject({ createAddressBook: { __typename: 'AddressBookCreated' } }),
  FirstAdmin: (data) =>
    expect(data).toMatchObject({ inviteMember: { __typename: 'MemberInvited' } }),
});
