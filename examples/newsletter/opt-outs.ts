import { AdieuError, mayContact, optOuts, plainly, requestOptOut } from '@adieu/sdk';

// What a shop does where somebody says on the telephone that they want no more news. It takes a key of the role ADMIN.
await plainly(async () => {
  const address = process.argv[2];
  if (address === undefined) throw new AdieuError('NO_ADDRESS', 'Name the address that leaves.');
  await requestOptOut({ address, addressBook: 'Newsletter', note: 'Said so on the telephone.' });
  const { allowed, explanation } = await mayContact({ address, addressBook: 'Newsletter' });
  console.log(allowed ? 'may be written to' : 'may not be written to', explanation);
  for await (const { state, method, scope } of optOuts({ address }))
    console.log(`${state} by ${method}: ${scope.name}`);
});
