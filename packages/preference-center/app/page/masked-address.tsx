import type { PageMessages } from '@adieu/messages';

/** Enough of the address for its owner to know it (C4). The API masks it; the whole one never comes here. */
export function MaskedAddress({
  address,
  messages,
  isNumber = false,
}: {
  address: string;
  messages: PageMessages;
  isNumber?: boolean;
}) {
  return (
    <p className="address">
      {isNumber ? messages.number : messages.address} <bdi>{address}</bdi>
    </p>
  );
}
