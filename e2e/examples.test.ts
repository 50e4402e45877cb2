import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneClick } from './browser.ts';
import { type DkimKeys, makeDkimKeys } from './dkim.ts';
import { type ExampleProject, makeExampleProject } from './example-project.ts';
import { graphql, mayContact } from './graphql.ts';
import {
  header,
  idsOfMails,
  listMails,
  type Listed,
  type Mail,
  newMailTo,
  oneClickUrl,
  readMail,
} from './mailbox.ts';
import { limited } from './limited.ts';
import { type Product, startProduct } from './product.ts';

let product: Product;
let keys: DkimKeys;
let exampleProject: ExampleProject;
beforeAll(async () => {
  keys = await makeDkimKeys('nordlys.example.test');
  exampleProject = await makeExampleProject();
  product = await startProduct(keys.env);
});
afterAll(async () => {
  await product?.stop();
  await keys?.remove();
  await exampleProject?.remove();
});

const BROKEN = `import { defineCampaign } from '@adieu/sdk';
import { readers } from './audiences.ts';

const nothing: any = undefined;
function Mail() {
  return <p>{nothing.words}</p>;
}
export default defineCampaign({
  name: 'Broken',
  audience: readers,
  topic: 'Events',
  subject: { en: 'Broken' },
  template: () => <Mail />,
});
`;

const CAMPAIGNS = [
  {
    file: 'campaigns/spring.tsx',
    topic: 'Product news',
    subject: { en: /^The light is back, /, sv: /^Ljuset är tillbaka, / },
    words: { en: 'so is our spring collection', sv: 'vårkollektion' },
    postal: 'Hamngatan 1',
  },
  {
    file: 'campaigns/market.ts',
    topic: 'Events',
    subject: { en: /^Meet us at the harbour market$/, sv: /^Möt oss på hamnmarknaden$/ },
    words: { en: 'Saturday, from nine to three', sv: 'Lördag, från nio till tre' },
    postal: 'Hamngatan 1',
  },
] as const;

/** Whether the gate lets a mail about a topic of the newsletter through to an address. */
async function isReached(address: string, topic: string): Promise<boolean> {
  const { endpoints } = product;
  const { topics } = await graphql<{ topics: { id: string; name: string }[] }>(
    endpoints,
    '{ topics { id name } }',
  );
  const { id } = topics.find(({ name }) => name === topic)!;
  return (await mayContact(endpoints, address, endpoints.demo.books.newsletter, id)).allowed;
}

it('a new project’s types are right with the SDK as it was packed', async () => {
  expect(await exampleProject.typecheck()).toEqual({ code: 0, stdout: '', stderr: '' });
});

describe.each(CAMPAIGNS)('the example campaign $file, from a repository of its own', (campaign) => {
  let before: ReadonlySet<string>;
  const isOurs = ({ id, subject }: Listed): boolean =>
    !before.has(id) && Object.values(campaign.subject).some((words) => words.test(subject));
  const ours = async (language?: 'en' | 'sv'): Promise<Listed[]> =>
    (await listMails(product.endpoints)).filter(
      (mail) => isOurs(mail) && (!language || campaign.subject[language].test(mail.subject)),
    );
  const oneMail = async (language: 'en' | 'sv'): Promise<Mail> =>
    readMail(product.endpoints, (await ours(language))[0]!);

  it('is looked over: it may be sent', async () => {
    before = new Set((await listMails(product.endpoints)).map(({ id }) => id));
    const { code, stdout, stderr } = await exampleProject.adieu(
      product.endpoints,
      'campaign',
      'check',
      campaign.file,
    );
    expect(stderr).toBe('');
    expect(stdout).toContain('may be sent (0 errors');
    expect(code).toBe(0);
    expect(await listMails(product.endpoints)).toHaveLength(before.size);
  });

  it('is previewed for one reader', async () => {
    const { code, stdout, stderr } = await exampleProject.adieu(
      product.endpoints,
      'campaign',
      'preview',
      campaign.file,
      '--language',
      'sv',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(stdout).toContain(campaign.words.sv);
    expect(stdout).toContain('AVREGISTRERA');
  });

  it('is mailed to a colleague as a test, whose ways out take nobody off', async () => {
    const { endpoints } = product;
    const colleague = 'colleague@nordlys.example.test';
    const earlier = await idsOfMails(endpoints);
    const { code, stdout, stderr } = await exampleProject.adieu(
      endpoints,
      'campaign',
      'test',
      campaign.file,
      '--to',
      colleague,
      '--language',
      'en',
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('1 test mail is on its way');
    const mail = await newMailTo(endpoints, colleague, earlier);
    expect(mail.subject).toContain('[Test]');
    expect(mail.parsed.text).toContain(campaign.words.en);
    expect((await oneClick(oneClickUrl(mail))).status).toBe(200);
    expect(await isReached(colleague, campaign.topic)).toBe(true);
  });

  it('is sent, and its progress is told until the last is handed over', async () => {
    const { code, stdout, stderr } = campaign.file.endsWith('tsx')
      ? await exampleProject.script(product.endpoints, 'send.ts')
      : await exampleProject.adieu(product.endpoints, 'campaign', 'send', campaign.file, '--watch');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const [, queued] = /(\d+) messages/.exec(stdout)!;
    const last = stdout.trimEnd().split('\n').at(-1)!;
    expect(last).toMatch(/^SENT/);
    const [sent, stopped] = ['sent', 'stopped'].map((word) =>
      Number(new RegExp(String.raw`(\d+) ${word}`).exec(last)?.[1] ?? 0),
    );
    expect(sent! + stopped!).toBe(Number(queued));
    expect(sent).toBeGreaterThan(50);
    await expect.poll(() => ours()).toHaveLength(sent!);
    const came = await ours();
    expect(new Set(came.map(({ to }) => to[0]!.address)).size).toBe(sent);
  });

  it('is not sent a second time by a job that runs again', async () => {
    const mails = (await listMails(product.endpoints)).length;
    const { code, stderr } = await exampleProject.adieu(
      product.endpoints,
      'campaign',
      'send',
      campaign.file,
    );
    expect(code).toBe(1);
    expect(stderr).toContain('give it another name');
    expect(await listMails(product.endpoints)).toHaveLength(mails);
  });

  it.each(['en', 'sv'] as const)(
    'passes a mailbox provider’s view, in %s (H-1 … H-8, H-16, H-18)',
    async (language) => {
      const mail = await oneMail(language);
      const { raw, parsed } = mail;
      const uris = [...(header(mail, 'List-Unsubscribe') ?? '').matchAll(/<([^<>]+)>/g)].map(
        ([, uri]) => uri!,
      );
      expect(uris.map((uri) => new URL(uri).protocol)).toEqual(['https:', 'mailto:']);
      expect(header(mail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
      for (const name of ['List-Unsubscribe', 'List-Unsubscribe-Post', 'List-Id', 'From', 'To'])
        expect(raw.match(new RegExp(`^${name}:`, 'gim')), name).toHaveLength(1);

      const signatures = await keys.verify(raw);
      expect(signatures.map(({ algorithm }) => algorithm)).toEqual([
        'rsa-sha256',
        'ed25519-sha256',
      ]);
      for (const { result, aligned, covers } of signatures) {
        expect({ result, aligned }).toEqual({ result: 'pass', aligned: true });
        expect(covers).toEqual(
          expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'from', 'list-id']),
        );
      }

      const html = parsed.html || '';
      expect(html).toContain(`lang="${language}"`);
      for (const part of [html, parsed.text ?? '']) {
        expect(part).toContain(oneClickUrl(mail));
        expect(part).toContain(campaign.words[language]);
        expect(part).toContain(campaign.postal);
        expect(part).not.toMatch(/\{\{|\{%|undefined|\[object/);
      }
      expect(html.length).toBeLessThan(102_000);
    },
  );

  it('stops for who leaves by the mail client’s button, and for nobody else (W-1)', async () => {
    const leaver = await oneMail('en');
    const stayer = await oneMail('sv');
    expect((await oneClick(oneClickUrl(leaver))).status).toBe(200);
    expect(await isReached(leaver.to, campaign.topic)).toBe(false);
    expect(await isReached(stayer.to, campaign.topic)).toBe(true);
  });

  it('has an address of one click for each recipient that is nobody else’s (H-6)', async () => {
    const mails = await ours();
    const addresses = new Set<string>();
    for (const mail of mails) addresses.add(oneClickUrl(await readMail(product.endpoints, mail)));
    expect(addresses.size).toBe(mails.length);
  });
});

describe('the example campaign campaigns/members.ts, by SMS', () => {
  const file = 'campaigns/members.ts';
  const onPhones = async (): Promise<{ phone: string; text: string }[]> => {
    const response = await limited(`${product.endpoints.handset}/messages.json`);
    const { messages } = (await response.json()) as {
      messages: { phone: string; text: string }[];
    };
    return messages.filter(({ text }) => /our lamps in|våra lampor i/.test(text));
  };
  const campaign = (what: string, ...more: string[]) =>
    exampleProject.adieu(product.endpoints, 'campaign', what, file, ...more);

  it('is looked over, and previewed with its parts and way out', async () => {
    expect(await campaign('check')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(
        /\nsms +8 parts for 8 readers in all\n.*may be sent \(0 errors/,
      ),
    });
    const { stdout, stderr } = await campaign('preview', '--as', '+46701740606');
    expect(stderr).toBe('');
    expect(stdout).toContain('Hi Maya, come and see our lamps in Gothenburg.\nOpt out: reply STOP');
    expect(stdout).toMatch(/1 part, \d+ characters in GSM-7\n$/);
    expect(await campaign('preview', '--html', 'page.html')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('(NO_PAGE)'),
    });
  });

  it('is sent to a number to look at, then once to each member', async () => {
    const colleague = '+46701740630';
    const { stdout, stderr } = await campaign('test', '--to', colleague, '--language', 'sv');
    expect({ stdout, stderr }).toEqual({
      stdout: 'Lamps in the window: 1 test SMS is on its way\n',
      stderr: '',
    });
    await expect
      .poll(async () => (await onPhones()).map(({ phone }) => phone))
      .toEqual([colleague]);
    expect((await campaign('send', '--watch')).stdout).toMatch(/\nSENT +8 sent\n$/);
    const members = (await onPhones())
      .map(({ phone }) => phone)
      .filter((each) => each !== colleague);
    expect([members.length, new Set(members).size]).toEqual([8, 8]);
    expect(await campaign('send')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('give it another name'),
    });
  });
});

it('opt-outs and the gate by the SDK: a wish that was brought is in force at once, and listed (W-1)', async () => {
  const { endpoints } = product;
  const asAdmin = {
    ...endpoints,
    demo: { ...endpoints.demo, campaignerApiKey: endpoints.demo.adminApiKey },
  };
  const { code, stdout, stderr } = await exampleProject.script(
    asAdmin,
    'opt-outs.ts',
    'telephone@nordlys.example.test',
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^may not be written to No: [^\n]+\nCONFIRMED by API: Newsletter\n$/);
});

describe('what goes wrong in a product team’s repository', () => {
  it('a key that is wrong, a file that is not there, an instant without a zone: said, with what to do', async () => {
    const { endpoints } = product;
    const stranger = { ...endpoints, demo: { ...endpoints.demo, campaignerApiKey: 'wrong' } };
    const check = ['campaign', 'check', 'campaigns/market.ts'] as const;
    expect(await exampleProject.adieu(stranger, ...check)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Look at ADIEU_API_KEY.'),
    });
    expect(await exampleProject.adieu(endpoints, 'campaign', 'check', 'autumn.ts')).toMatchObject({
      code: 1,
      stderr: 'adieu: There is no file autumn.ts. (NO_FILE)\n',
    });
    expect(
      await exampleProject.adieu(endpoints, 'campaign', 'check', 'audiences.ts'),
    ).toMatchObject({ code: 1, stderr: expect.stringContaining('export default defineCampaign') });
    expect(
      await exampleProject.adieu(
        endpoints,
        'campaign',
        'send',
        'campaigns/market.ts',
        '--at',
        '2027-01-01',
      ),
    ).toMatchObject({ code: 1, stderr: expect.stringContaining('2026-06-01T09:00:00+02:00') });
  });

  it('code that throws: by file and line, without JSX’s React and without a tsconfig that speaks of it', async () => {
    const { folder } = exampleProject;
    await rm(join(folder, 'tsconfig.json'));
    await writeFile(join(folder, 'broken.tsx'), BROKEN);
    expect(
      await exampleProject.adieu(product.endpoints, 'campaign', 'check', 'broken.tsx'),
    ).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /^adieu: broken\.tsx:6:\d+: TypeError: .*'words'[^]*\n    at broken\.tsx/,
      ),
    });
    await writeFile(join(folder, 'unclosed.tsx'), 'export default <p>;');
    expect(
      await exampleProject.adieu(product.endpoints, 'campaign', 'check', 'unclosed.tsx'),
    ).toMatchObject({ code: 1, stderr: expect.stringContaining('\nunclosed.tsx:1:') });
  });
});
