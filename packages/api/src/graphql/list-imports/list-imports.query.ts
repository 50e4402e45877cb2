import { findListImport, firstRemarks, listListImports } from '@adieu/db';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { BadArgument } from '../shared/bad-argument.ts';
import { pageOf } from '../shared/connection.ts';
import { type Context, viewerOf } from '../shared/context.ts';
import { firstOf, isUuid, PageArgs, readCursor, writeCursor } from '../shared/page-args.ts';
import { readId, readOptionalId } from '../shared/read-id.ts';
import { ListImportRemarkType } from './list-import-parts.type.ts';
import { ListImportConnection, ListImportType } from './list-import.type.ts';

const MOST_REMARKS = 1_000;

@Resolver(() => ListImportType)
export class ListImports {
  @Query(() => ListImportType, { nullable: true, description: 'How far an import is: ask again.' })
  async listImport(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<ListImportType | null> {
    const row = await findListImport(
      ctx.db.sql,
      viewerOf(ctx).organisationId,
      readId('import', id, 'id'),
    );
    return row && new ListImportType(row);
  }

  @Query(() => ListImportConnection, {
    description: 'Which lists were imported, by whom, and what came of each; the newest first.',
  })
  async listImports(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('accountId', () => ID, { nullable: true }) accountId?: string | null,
  ): Promise<ListImportConnection> {
    const after = readCursor(page, ([id]) => isUuid(id));
    const listed = await listListImports(ctx.db.sql, viewerOf(ctx).organisationId, {
      accountId: readOptionalId('account', accountId, 'accountId'),
      first: firstOf(page),
      after: after?.[0] ?? null,
    });
    return new ListImportConnection(
      pageOf(
        listed,
        (row) => new ListImportType(row),
        (row) => writeCursor(row.id),
      ),
    );
  }

  @FieldResolver(() => [ListImportRemarkType], {
    description:
      'Rows that are not taken, the first of the file first. All of them as a file: `GET /lists/<id>/rejected`.',
  })
  rejected(
    @Root() { row }: ListImportType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { defaultValue: 100, description: `At most ${MOST_REMARKS}.` })
    first: number,
  ): Promise<ListImportRemarkType[]> {
    return remarks(ctx, row.id, { rejected: true, first });
  }

  @FieldResolver(() => [ListImportRemarkType], {
    description: 'What else is told of rows that are taken, the first of the file first.',
  })
  notes(
    @Root() { row }: ListImportType,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { defaultValue: 100, description: `At most ${MOST_REMARKS}.` })
    first: number,
  ): Promise<ListImportRemarkType[]> {
    return remarks(ctx, row.id, { rejected: false, first });
  }
}

async function remarks(
  { db }: Context,
  importId: string,
  page: { readonly rejected: boolean; readonly first: number },
): Promise<ListImportRemarkType[]> {
  if (page.first < 1 || page.first > MOST_REMARKS)
    throw new BadArgument('first', `must be between 1 and ${MOST_REMARKS}`);
  return (await firstRemarks(db.sql, importId, page)).map((each) => new ListImportRemarkType(each));
}
