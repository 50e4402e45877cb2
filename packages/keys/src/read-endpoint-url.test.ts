import { expect, it } from 'vitest';
import { readEndpointUrl } from './read-endpoint-url.ts';

it.each([
  ['https://example.test/hooks?a=b', { url: 'https://example.test/hooks?a=b' }],
  [' https://Example.test#top ', { url: 'https://example.test/' }],
  ['http://10.0.0.1:8080/', { url: 'http://10.0.0.1:8080/' }],
  ['https://räksmörgås.test/', { url: 'https://xn--rksmrgs-5wao1o.test/' }],
  ['example.test/hooks', { refused: 'not-a-url' }],
  ['', { refused: 'not-a-url' }],
  ['ftp://example.test/', { refused: 'not-https' }],
  ['javascript:alert(1)', { refused: 'not-https' }],
  ['https://a:b@example.test/', { refused: 'url-holds-password' }],
  [`https://example.test/${'x'.repeat(2_000)}`, { refused: 'url-too-long' }],
  [`https://example.test/${'å'.repeat(500)}`, { refused: 'url-too-long' }],
])('%s as the URL of an endpoint (K-6)', (text, read) => {
  expect(readEndpointUrl(text)).toEqual(read);
});
