import { serveParts } from '@adieu/testkit/parts';
import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';
import './shared-product.ts';

/** The product that tests share: started when the first of them asks, and stopped when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parts = await serveParts({
    async product() {
      const product = await startProduct();
      return { address: JSON.stringify(product.endpoints), stop: () => product.stop() };
    },
  });
  project.provide('products', parts.url);
  return () => parts.close();
}
