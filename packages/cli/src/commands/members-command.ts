import { LANGUAGES, MEMBER_ROLES } from '@adieu/domain';
import { type Command, Option } from 'commander';
import type { ChangeMemberOptions } from './members-change.ts';
import type { InviteMemberOptions } from './members-invite.ts';
import { dataOption } from './data-option.ts';
import { type OfOrganisation, organisationOption } from './the-organisation.ts';

const AFTER = `
A role is written REVIEWER, for all accounts, or REVIEWER=account_…, for one; --role may be repeated.

  adieu members invite --name "Eva Lind" --email eva@example.test --role REVIEWER
  adieu members change member_… --role ADMIN
Members are also managed by GraphQL: inviteMember, changeMember, removeMember.`;

/** The commands for members, on the database itself: for whoever looks after the installation. */
export function addMembersCommand(program: Command): void {
  const members = program
    .command('members')
    .description('list, invite, change and remove the members of an organisation')
    .addHelpText('after', AFTER);
  const withOrganisation = (command: Command): Command =>
    command.addOption(organisationOption()).addOption(dataOption());
  const roles = (): Option =>
    new Option('--role <role>', `${MEMBER_ROLES.join(', ')}; all that they are to hold`).argParser(
      (one: string, before: readonly string[] | undefined) => [...(before ?? []), one],
    );
  const language = (): Option =>
    new Option('--language <code>', 'of their pages and mails').choices(LANGUAGES);
  withOrganisation(members.command('list'))
    .description('who they are, in the order they were added')
    .action(async (options: OfOrganisation) =>
      (await import('./members-list.ts')).listAllMembers(options),
    );
  withOrganisation(members.command('invite'))
    .description('mail somebody a link to become a member, which works for seven days')
    .requiredOption('--name <name>', 'what histories call them')
    .requiredOption('--email <address>', 'where the link goes, and by which they sign in')
    .addOption(roles().makeOptionMandatory())
    .addOption(language().default('en'))
    .action(async (options: InviteMemberOptions) =>
      (await import('./members-invite.ts')).invite(options),
    );
  withOrganisation(members.command('change <id>'))
    .description('change what is named; an inactive member is signed out everywhere')
    .option('--name <name>', 'what histories call them from now on')
    .addOption(roles())
    .addOption(language())
    .addOption(new Option('--active <answer>').choices(['yes', 'no']))
    .action(async (id: string, options: ChangeMemberOptions) =>
      (await import('./members-change.ts')).change(id, options),
    );
  withOrganisation(members.command('remove <id>'))
    .description('forget a member, or take an invitation back')
    .action(async (id: string, options: OfOrganisation) =>
      (await import('./members-change.ts')).remove(id, options),
    );
}
