/** Why a text is no URL for webhooks. Whether its host may be connected to is asked in the moment of connecting. */
export const ENDPOINT_URL_REFUSALS = {
  'not-a-url': 'Give the whole URL that takes the deliveries, like https://example.test/hooks.',
  'not-https':
    'Deliveries go over https:// alone; http:// is for networks that the operator allows (OUTBOUND_ALLOW).',
  'url-too-long': 'A URL has 2,000 characters at most.',
  'url-holds-password':
    'Leave name and password out of the URL: that a delivery is Adieu’s is shown by its signature.',
} as const;
export type EndpointUrlRefusal = keyof typeof ENDPOINT_URL_REFUSALS;

const LONGEST = 2_000;

export function readEndpointUrl(
  text: string,
): { readonly url: string } | { readonly refused: EndpointUrlRefusal } {
  if (text.length > LONGEST) return { refused: 'url-too-long' };
  const read = URL.parse(text.trim());
  if (read === null) return { refused: 'not-a-url' };
  if (read.protocol !== 'https:' && read.protocol !== 'http:') return { refused: 'not-https' };
  if (read.username !== '' || read.password !== '') return { refused: 'url-holds-password' };
  read.hash = '';
  return read.href.length > LONGEST ? { refused: 'url-too-long' } : { url: read.href };
}
