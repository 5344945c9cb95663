import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { MailDeliveryError } from './mail-delivery-error.js';
import { isMailAddress } from './mail-address.js';
import { MAIL_LOGO_CID } from './mail.options.js';
import { MailService } from './mail.service.js';

interface Received {
  recipients: string[];
  raw: string;
}

const received: Received[] = [];
let server: SMTPServer;
let service: MailService;

beforeEach(async () => {
  received.length = 0;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const code = address.startsWith('unknown@') ? 550 : address.startsWith('busy@') ? 451 : 0;
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')));
      stream.on('end', () => {
        received.push({ recipients: session.envelope.rcptTo.map((r) => r.address), raw });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  service = new MailService({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Wheelhouse <no-reply@wheelhouse.demo>' });
});

afterEach(async () => {
  service.onApplicationShutdown();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const mail = { to: 'quality@longxiang.demo', subject: '第46周排名 🏁', html: '<p>一</p>', text: '一' };

describe('delivery', () => {
  it('carries a logo inside, for HTML that shows it', async () => {
    await service.deliver({ ...mail, html: `<img src="cid:${MAIL_LOGO_CID}">`, logo: Buffer.from('a picture') });
    const raw = received[0]?.raw ?? '';
    expect(raw).toContain(`Content-ID: <${MAIL_LOGO_CID}>`);
    expect(raw).toMatch(/Content-Disposition: inline; filename=logo.png/);
    expect(raw).toContain(Buffer.from('a picture').toString('base64'));
    expect(raw).toContain('multipart/related');
  });

  it('hands over text and HTML to the one recipient', async () => {
    const { messageId } = await service.deliver(mail);
    expect(messageId).toMatch(/^<.+@.+>$/);
    expect(received).toHaveLength(1);
    expect(received[0]?.recipients).toEqual(['quality@longxiang.demo']);
    const [head = '', body = ''] = received[0]?.raw.split('\r\n\r\n', 2) ?? [];
    expect(head).toContain('To: quality@longxiang.demo');
    expect(head).toMatch(/Subject: =\?UTF-8\?/);
    expect(head).toContain('Content-Type: multipart/alternative');
    expect(body).toBeDefined();
    expect(received[0]?.raw).toContain('text/plain');
    expect(received[0]?.raw).toContain('text/html');
  });

  it('sends the same mail under the same id, so that one that comes again is known', async () => {
    for (let i = 0; i < 2; i++) await service.deliver({ ...mail, id: '01a205fe' });
    const ids = received.map(({ raw }) => /^Message-ID: (.*)$/m.exec(raw)?.[1]?.trim());
    expect(ids).toEqual(['<01a205fe@wheelhouse.demo>', '<01a205fe@wheelhouse.demo>']);
  });

  it('keeps a hostile subject on its one line', async () => {
    await service.deliver({ ...mail, subject: 'Hello\r\nBcc: victim@example.org\r\n\r\nBody\u2028X-Evil: 1\u202etxt' });
    const [head = ''] = received[0]?.raw.split('\r\n\r\n', 1) ?? [];
    expect(received[0]?.recipients).toEqual(['quality@longxiang.demo']);
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head).not.toMatch(/^X-Evil:/im);
  });

  it.each([
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example, c@d.example',
    'Somebody <a@b.example>',
    '"a b"@c.example',
    'a@b.example>\r\nDATA',
    'a b@c.example',
    'a@',
    '',
  ])('refuses %j as an address', async (to) => {
    expect(isMailAddress(to)).toBe(false);
    await expect(service.deliver({ ...mail, to })).rejects.toMatchObject({ permanent: true });
    expect(received).toEqual([]);
  });

  it('tells a refusal for good from one for now', async () => {
    await expect(service.deliver({ ...mail, to: 'unknown@longxiang.demo' })).rejects.toMatchObject({ permanent: true });
    await expect(service.deliver({ ...mail, to: 'busy@longxiang.demo' })).rejects.toMatchObject({ permanent: false });
  });

  it('fails for now when no server answers', async () => {
    const nobody = new MailService({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.example' });
    await expect(nobody.deliver(mail)).rejects.toMatchObject({ name: 'MailDeliveryError', permanent: false });
    nobody.onApplicationShutdown();
  });

  it('says that it cannot deliver without a server', async () => {
    const none = new MailService({ from: 'a@b.example' });
    expect(none.delivers).toBe(false);
    await expect(none.deliver(mail)).rejects.toBeInstanceOf(MailDeliveryError);
  });
});
