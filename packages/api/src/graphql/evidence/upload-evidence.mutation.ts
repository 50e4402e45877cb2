import { findEvidence, storeEvidence } from '@adieu/db';
import { EVIDENCE_TYPES, type EvidenceRefusal, MOST_EVIDENCE_BYTES } from '@adieu/domain';
import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type Context, viewerOf } from '../shared/context.ts';
import { idempotentMutation } from '../shared/idempotency.ts';
import { InvalidInput, Problem } from '../shared/problems.ts';
import { EvidenceFileType } from './evidence-file.type.ts';
import { answer, keyResult } from '../shared/result.ts';
import { UploadEvidenceInput } from './upload-evidence.input.ts';

@ObjectType()
export class EvidenceUploaded {
  @Field(() => EvidenceFileType)
  readonly file!: EvidenceFileType;
}

const UploadEvidenceResult = keyResult('UploadEvidenceResult', () => [EvidenceUploaded]);

const LONGEST_NAME = 200;

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const REFUSALS: Readonly<Record<EvidenceRefusal, readonly [field: string, message: string]>> = {
  empty: ['content', 'The file is empty.'],
  'too-large': ['content', `At most ${MOST_EVIDENCE_BYTES} bytes.`],
  'unknown-type': ['mediaType', `Use one of ${EVIDENCE_TYPES.join(', ')}.`],
  'not-of-its-type': ['content', 'These bytes are not of this media type.'],
};

@Resolver()
export class UploadEvidence {
  @Mutation(() => UploadEvidenceResult, {
    description: 'Keeps a file for recordConsents to name. The same bytes are kept once.',
  })
  async uploadEvidence(
    @Ctx() ctx: Context,
    @Arg('input', () => UploadEvidenceInput) input: UploadEvidenceInput,
  ): Promise<typeof UploadEvidenceResult> {
    const { organisationId, name: by } = viewerOf(ctx);
    const name = input.name.trim();
    if (name === '' || name.length > LONGEST_NAME || /[/\\\p{Cc}]/u.test(name))
      return new InvalidInput('name', 'A file name of 1 to 200 characters, without a folder.');
    if (!BASE64.test(input.content)) return new InvalidInput('content', 'This is not base64.');
    const content = Buffer.from(input.content, 'base64');
    const done = await idempotentMutation(ctx, 'uploadEvidence', input, async (sql) => {
      const file = { organisationId, name, mediaType: input.mediaType, content, by, now: ctx.now };
      return { refused: null, sha256: null, ...(await storeEvidence(sql, file)) };
    });
    if (done instanceof Problem) return done;
    const { refused, sha256 } = done.result;
    if (refused !== null) return new InvalidInput(...REFUSALS[refused]);
    const row = await findEvidence(ctx.db.sql, organisationId, sha256);
    return answer(EvidenceUploaded, { file: new EvidenceFileType(row!) });
  }
}
