import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveParts } from '@adieu/testkit/parts';
import type { TestProject } from 'vitest/node';
import { writeProviders } from './mail-provider.ts';
import { startProduct } from './product.ts';
import './shared-product.ts';

/** The product that tests share: started when the first of them asks, and stopped when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parts = await serveParts({
    async product() {
      const folder = await mkdtemp(join(tmpdir(), 'adieu-e2e-providers-'));
      const providers = await writeProviders(join(folder, 'providers.json'));
      const product = await startProduct({ MAIL_PROVIDERS_FILE: providers });
      return {
        address: JSON.stringify(product.endpoints),
        async stop() {
          await product.stop();
          await rm(folder, { recursive: true });
        },
      };
    },
  });
  project.provide('products', parts.url);
  return () => parts.close();
}
