import { describe, expect, it } from 'vitest';
import { changedLetter, invitationLetter, resetLetter } from './account-letters.js';
import { isDark, writeLetter } from './letter.js';

const tenant = { name: { en: 'Longxiang <Auto>', zh: '龙骧汽车' }, accent: '#b45309', timeZone: 'Asia/Shanghai' };
const to = { email: 'li@example.test', name: '李 & 明' };
const url = 'https://w.example/invitation/abc';
const until = new Date('2026-11-29T02:30:00Z');
const grants = [
  {
    role: 'supervisor' as const,
    scopeKind: 'org_unit' as const,
    scopeId: 'x',
    scopeName: { en: 'East', zh: '华东大区' },
  },
  { role: 'viewer' as const, scopeKind: 'tenant' as const, scopeId: null, scopeName: null },
  { role: 'mystery_shopper' as const, scopeKind: 'own' as const, scopeId: null, scopeName: null },
];

describe('the letters of an account', () => {
  it('invite in the name and colour of the tenant, and say as what and until when', () => {
    const mail = invitationLetter({ to, tenant, by: 'Chen Yu', grants, url, until }, 'en');
    expect(mail.subject).toBe('Chen Yu invites you to Longxiang <Auto>');
    expect(mail.html).toContain('border-top:4px solid #b45309');
    expect(mail.html).toContain('Longxiang &lt;Auto&gt;');
    expect(mail.html).not.toContain('<Auto>');
    expect(mail.html).toContain(`href="${url}"`);
    expect(mail.text).toContain(`Accept the invitation:\n${url}`);
    for (const said of [
      'Supervisor · East',
      'Viewer · whole organisation',
      'Mystery shopper',
      '李 & 明',
      '29',
      '10:30',
    ])
      expect(mail.text).toContain(said);
  });

  it('speak Chinese', () => {
    const mail = invitationLetter({ to, tenant, by: '陈雨', grants, url, until }, 'zh-CN');
    expect(mail.subject).toBe('陈雨 邀请您加入龙骧汽车');
    expect(mail.html).toContain('<html lang="zh-CN">');
    expect(mail.text).toContain('区域督导 · 华东大区');
    expect(mail.text).toContain('2026年11月29日');
    expect(resetLetter({ to, sender: tenant, url, until }, 'zh-CN').subject).toBe('重置 Wheelhouse 密码');
    expect(changedLetter({ to, sender: tenant, url, at: until }, 'zh-CN').text).toContain('密码已于');
  });

  it('come from the product where no single tenant speaks, and without a name where nobody asked', () => {
    expect(resetLetter({ to, sender: null, url, until }, 'en').text).toMatch(/^Wheelhouse\n/);
    expect(resetLetter({ to, sender: null, url, until }, 'en').text).toContain('UTC');
    expect(invitationLetter({ to, tenant, by: null, grants, url, until }, 'en').subject).toBe(
      'You are invited to Longxiang <Auto>',
    );
  });

  it('have a subject of one line, whatever the names hold', () => {
    const mail = invitationLetter({ to, tenant, by: 'A\r\nBcc: x@y.z', grants, url, until }, 'en');
    expect(mail.subject).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['#0f766e', '#ffffff'],
    ['#facc15', '#111827'],
    ['#ffffff', '#111827'],
    ['#000000', '#ffffff'],
  ])('write on the colour %s so that it can be read', (accent, ink) => {
    const letter = {
      lang: 'en',
      subject: '',
      sender: '',
      branded: false,
      title: '',
      paragraphs: [],
      facts: [],
      footer: '',
    } as const;
    const { html } = writeLetter({
      ...{ ...letter, paragraphs: [], facts: [] },
      accent,
      button: { label: 'Go', url, orCopy: '' },
    });
    expect(html).toContain(`color:${ink};font-weight:bold;text-decoration:none`);
    expect(isDark(accent)).toBe(ink === '#ffffff');
  });
});
