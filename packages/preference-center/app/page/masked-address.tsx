import type { PageMessages } from '@adieu/messages';

/** Enough of the address for its owner to know it (C4). The API masks it; the whole one never comes here. */
export function MaskedAddress({ address, messages }: { address: string; messages: PageMessages }) {
  return (
    <p className="address">
      {messages.address} <bdi>{address}</bdi>
    </p>
  );
}
