import { whoIsHere } from '@adieu/db';
import type { Command } from 'commander';
import { findInstallation, withDatabase } from './connection.ts';
import { dataOption } from './data-option.ts';
import { tellTenant } from './tell-begun.ts';

/** `adieu organisations`: who is here, with the ids that other commands ask for. */
export function addOrganisationsCommand(program: Command): void {
  program
    .command('organisations')
    .description('the organisations with their accounts and books, and the ids of all')
    .addOption(dataOption())
    .action(async ({ data }: { data: string }) => {
      const { databaseUrl } = await findInstallation(data);
      const tenants = await withDatabase(databaseUrl, ({ sql }) => whoIsHere(sql));
      if (tenants.length === 0) console.log('There is none yet: adieu init makes one.');
      for (const tenant of tenants) tellTenant(tenant);
    });
}
