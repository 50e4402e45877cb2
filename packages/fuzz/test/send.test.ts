import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { send } from '../src/world/send.ts';

it.each([
  // Resolved, it would be the link itself: a fault that is none, found after 195,139 tokens.
  ['/u//..//../token', '/u//..//../token'],
  ['/u/%2e%2e/a#b', '/u/%2e%2e/a#b'],
  ['/u/ å\u{1f600}\ud800', '/u/%20%C3%A5%F0%9F%98%80%EF%BF%BD'],
])('what is thrown goes to the server as it is: %s', async (path, heard) => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url!);
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { method: 'GET', path });
  server.close();
  server.closeAllConnections();
  expect(urls).toEqual([heard]);
});
