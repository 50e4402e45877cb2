import type { RequestListener } from 'node:http';
import { createRequestListener } from '@react-router/node';
import type { Logger } from 'pino';
import { RouterContextProvider, type ServerBuild } from 'react-router';
import { type CommandPlace, sessionOfCookies } from '@adieu/domain';
import type { ApiOf } from '../app/api/client.ts';
import {
  apiContext,
  commandsContext,
  formUrlContext,
  logContext,
  visitorContext,
} from '../app/server/context.ts';
import { routePattern } from './route-pattern.ts';
import { visitorOf } from './visitor.ts';

interface ListenerOptions {
  readonly build: ServerBuild;
  readonly api: ApiOf;
  readonly log: Logger;
  readonly publicUrl: string;
  /** By which the api's proxy is known. */
  readonly secret: string;
  readonly commands: CommandPlace;
}

const METHODS = ['GET', 'HEAD', 'POST'];

export function createListener({
  build,
  api,
  log,
  publicUrl,
  secret,
  commands,
}: ListenerOptions): RequestListener {
  const formUrl = new URL('/u/', publicUrl).href;
  const pages = createRequestListener({
    build,
    getLoadContext: ({ headers }, client) => {
      const context = new RouterContextProvider();
      context.set(apiContext, api(sessionOfCookies(headers.get('cookie'))));
      context.set(logContext, log);
      context.set(formUrlContext, formUrl);
      context.set(commandsContext, commands);
      context.set(visitorContext, visitorOf(headers, client.address, secret));
      return context;
    },
  });
  return (request, response) => {
    const began = performance.now();
    const { method = '', url = '' } = request;
    response.once('close', () => {
      const ms = Math.round(performance.now() - began);
      log.info({ method, route: routePattern(url), status: response.statusCode, ms }, 'request');
    });
    if (METHODS.includes(method)) pages(request, response);
    else response.writeHead(405, { Allow: METHODS.join(', ') }).end();
  };
}
