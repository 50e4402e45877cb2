import type { WebhookBacklog } from '@adieu/db';
import { WEBHOOK_ENDPOINT_STATES } from '@adieu/domain';
import { Gauge, type Registry } from 'prom-client';

/** How webhooks go out. */
export function createWebhookMetrics(register: Registry) {
  const registers = [register];
  const endpoints = new Gauge({
    name: 'adieu_webhook_endpoints',
    help: 'Endpoints for webhooks, by their state',
    labelNames: ['state'] as const,
    registers,
  });
  const failing = new Gauge({
    name: 'adieu_webhook_failing',
    help: 'Active endpoints that did not take what they were last told',
    registers,
  });
  const since = new Gauge({
    name: 'adieu_webhook_failing_seconds',
    help: 'For how long the longest of them has taken nothing, 0 where there is none',
    registers,
  });
  const lastHour = new Gauge({
    name: 'adieu_webhook_deliveries_last_hour',
    help: 'Deliveries that were tried in the last hour, by what became of them',
    labelNames: ['became'] as const,
    registers,
  });
  return {
    show(backlog: WebhookBacklog): void {
      for (const state of WEBHOOK_ENDPOINT_STATES)
        endpoints.set({ state }, backlog.endpoints[state]);
      failing.set(backlog.failing);
      since.set(backlog.failingSeconds);
      lastHour.set({ became: 'delivered' }, backlog.lastHour.delivered);
      lastHour.set({ became: 'failed' }, backlog.lastHour.failed);
    },
  };
}
