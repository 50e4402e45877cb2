import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { verifyWebhook, WebhookRefused } from '@adieu/sdk';

/** Takes what Adieu tells: verified, once each. */
export function hooksServer(secret: string, told: (type: string, data: object) => void) {
  const seen = new Set<string>();
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request);
    try {
      const event = verifyWebhook({ headers: request.headers, body, secret });
      response.writeHead(204).end();
      if (!seen.has(event.id)) told(event.type, event.data);
      seen.add(event.id);
    } catch (error) {
      if (!(error instanceof WebhookRefused)) throw error;
      response.writeHead(400).end(error.message);
    }
  };
  return createServer((request, response) => void take(request, response));
}
