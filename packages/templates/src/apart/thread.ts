import { threadId } from 'node:worker_threads';
import { compileVariant } from '../campaign/compile-variant.ts';
import { compileSmsText, fillSms } from '../sms/sms-text.ts';
import { lookOver } from '../check/look-over.ts';
import { fillKept, previewKept } from './fill-kept.ts';
import type { InputOf, Job, Jobs } from './jobs.ts';
import { Beginning } from './watch.ts';

type Made = {
  [J in Job]: (input: InputOf<J>) => ReturnType<Jobs[J]> | Promise<ReturnType<Jobs[J]>>;
};

const JOBS: Made = {
  async compile({ source, language, look }) {
    const variant = await compileVariant(source, language);
    return Array.isArray(variant) ? variant : lookOver(variant, look);
  },
  preview: ({ mail, values }) => previewKept(mail, values),
  fill: ({ mail, values }) => fillKept(mail, values),
  compileSms: ({ language, body }) => compileSmsText(language, body),
  previewSms: fillSms,
};

/** What a thread of the pool does with a task. */
export default async function run(task: {
  readonly job: Job;
  readonly input: never;
  readonly shared: SharedArrayBuffer;
}): Promise<unknown> {
  new Beginning(task.shared).begin(threadId);
  return JOBS[task.job](task.input);
}
