import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE, FIELD_TEXTS } from '@wheelhouse/contracts';
import { filesBelow, productionSources, read, ROOT } from './sources.js';
import { pathsNamedIn } from './named-paths.js';

describe('the sources', () => {
  it('are files that fit into a head: none has more than 400 lines', () => {
    const code = filesBelow('.', /\.(ts|tsx|mjs|css|hbs)$/).map(read);
    expect(code.length).toBeGreaterThan(300);
    const long = code.filter(({ text }) => text.split('\n').length > 401);
    expect(long.map(({ path, text }) => `${path}: ${text.split('\n').length}`)).toEqual([]);
  });

  it('use only errors of the catalogue', () => {
    const known = new Set([...Object.keys(ERROR_CATALOGUE), ...Object.keys(FIELD_TEXTS)]);
    const unknown = productionSources().flatMap(({ path, text }) => {
      const thrown = [...text.matchAll(/new DomainError\(\s*'([^']+)'/g)].map(([, code]) => String(code));
      const named = [...text.matchAll(/'([A-Z]{3,}\.[A-Z][A-Z_]+)'/g)].map(([, code]) => String(code));
      const wrong = [
        ...thrown.filter((code) => !(code in ERROR_CATALOGUE)),
        ...named.filter((code) => !known.has(code)),
      ];
      return wrong.map((code) => `${path}: ${code}`);
    });
    expect(unknown).toEqual([]);
  });

  it('say each error in both languages with the same parameters', () => {
    const parameters = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const uneven = Object.entries({ ...ERROR_CATALOGUE, ...FIELD_TEXTS }).filter(
      ([, { en, zh }]) => !en || !zh || parameters(en).join() !== parameters(zh).join(),
    );
    expect(uneven).toEqual([]);
  });

  it('say one thing in one Chinese word', () => {
    const lost = {
      ...{ 对标: '同类组', 走访: '到访', 巡店: '到访', 检查员: '检查人', 检查项: '条款', 派发: '分配', 停业: '关闭' },
      ...{
        '店总(?!数)': '门店经理',
        加盟店经理: '门店经理',
        观察者: '只读',
        片区: '小区',
        门店编号: '门店编码',
        强调色: '主题色',
      },
    };
    const words = new RegExp(Object.keys(lost).join('|'), 'g');
    const found = [...filesBelow('libs', /\.(ts|tsx|hbs)$/), ...filesBelow('apps', /\.(ts|tsx)$/)]
      // What people write over the columns of their own files is understood, whatever word it is.
      .filter((path) => !/\.spec\.ts$|\/testing\/|outlet-file-columns\.ts$/.test(path))
      .map(read)
      .flatMap(({ path, text }) => [...text.matchAll(words)].map(([word]) => `${path}: ${word}`));
    expect(found).toEqual([]);
  });

  it('load OpenTelemetry in one place, and only when traces are asked for', () => {
    const at = 'libs/platform/config/src/telemetry/';
    const sources = productionSources();
    const loading = sources.filter(({ text }) => /from '@opentelemetry|import\('@opentelemetry/.test(text));
    expect(loading.map(({ path }) => path)).toEqual([`${at}open-telemetry.ts`]);
    const naming = sources.filter(({ text }) => text.includes('/open-telemetry.js'));
    expect(naming.map(({ path }) => path)).toEqual([`${at}tracing.ts`]);
    expect(naming[0]?.text).toContain("await import('./open-telemetry.js')");
  });

  it('leave nothing for later', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'].map((mark) => `\\b${mark}\\b`).join('|'));
    const skipped = new RegExp(`\\b(it|test|describe)\\.(${'skip'}|${'only'}|${'todo'})\\b|\\bx(it|describe)\\(`);
    const found = filesBelow('.', /\.(ts|tsx|mjs)$/)
      .map(read)
      .filter(({ text }) => marks.test(text) || skipped.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('the documents', () => {
  it('name only files and folders that exist', () => {
    const documents = [...filesBelow('docs', /\.md$/), ...filesBelow('.', /^README\.md$/)];
    const missing = documents.flatMap((document) =>
      pathsNamedIn(read(document).text)
        .filter((path) => ![dirname(document), '.'].some((base) => existsSync(join(ROOT, normalize(join(base, path))))))
        .map((path) => `${document}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});
