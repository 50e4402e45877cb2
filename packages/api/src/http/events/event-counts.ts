import type { EventCounter } from '@adieu/intake';
import { Counter, type Registry } from 'prom-client';

/** How much providers of mail told since this process began, and who was not believed to be one. */
export class EventCounts implements EventCounter {
  readonly #taken = new Map<string, number>();
  readonly #refused = new Map<string, number>();

  taken(provider: string, kind: string): void {
    add(this.#taken, provider, kind);
  }
  unreadable(provider: string): void {
    add(this.#taken, provider, 'unreadable');
  }
  refused(provider: string, because: string): void {
    add(this.#refused, provider, because);
  }

  showIn(register: Registry): void {
    show(register, this.#taken, {
      name: 'adieu_provider_events_total',
      help: 'What providers of mail told, by the provider and what it was',
      label: 'kind',
    });
    show(register, this.#refused, {
      name: 'adieu_provider_refused_total',
      help: 'Requests that were not proven to come from a provider of mail, by the provider that they named and what was wrong',
      label: 'because',
    });
  }
}

function add(counts: Map<string, number>, provider: string, what: string): void {
  const key = `${provider} ${what}`;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function show(
  register: Registry,
  counts: ReadonlyMap<string, number>,
  { name, help, label }: { readonly name: string; readonly help: string; readonly label: string },
): void {
  const counter: Counter = new Counter({
    name,
    help,
    labelNames: ['provider', label],
    registers: [],
    collect() {
      this.reset();
      for (const [key, count] of counts) {
        const [provider = '', what = ''] = key.split(' ');
        this.inc({ provider, [label]: what }, count);
      }
    },
  });
  register.registerMetric(counter);
}
