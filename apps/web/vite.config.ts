import react from '@vitejs/plugin-react';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const libs = resolve(import.meta.dirname, '../../libs');

/** Every library of the workspace by the sources that its `exports` names, so that the web build needs no other build. */
function sources() {
  const folders = readdirSync(libs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => [join(libs, name), ...readdirSync(join(libs, name)).map((inner) => join(libs, name, inner))])
    .filter((folder) => existsSync(join(folder, 'package.json')));
  return folders.flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name: string;
      exports?: Record<string, string | { development: string }>;
    };
    return Object.entries(exports).map(([path, target]) => ({
      find: new RegExp(`^${name}${path.slice(1)}$`),
      replacement: join(folder, typeof target === 'string' ? target : target.development),
    }));
  });
}

/**
 * Writes a brotli and a gzip copy beside each text file, for the server to send as they are, and prints what each page
 * loads at first: the brotli size of its script and of all that it imports.
 */
function compressAndMeasure(): Plugin {
  return {
    name: 'wheelhouse:compress-and-measure',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const size = new Map<string, number>();
      for (const [name, file] of Object.entries(bundle)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const bytes = Buffer.from(file.type === 'chunk' ? file.code : file.source);
        const brotli = brotliCompressSync(bytes);
        writeFileSync(join(dir, `${name}.br`), brotli);
        writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
        size.set(name, brotli.length);
      }
      const chunks = new Map(
        Object.values(bundle).flatMap((c) => (c.type === 'chunk' ? [[c.fileName, c] as const] : [])),
      );
      const reach = (name: string, seen = new Set<string>()): Set<string> => {
        if (!seen.has(name) && chunks.has(name)) {
          seen.add(name);
          chunks.get(name)?.imports.forEach((next) => reach(next, seen));
        }
        return seen;
      };
      const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
      if (!entry) return;
      const base = reach(entry.fileName);
      const kb = (names: Iterable<string>) =>
        `${([...names].reduce((sum, name) => sum + (size.get(name) ?? 0), 0) / 1000).toFixed(1)} kB`;
      const pages = [...chunks.values()].filter((chunk) => chunk.isDynamicEntry);
      console.log(`First load, JavaScript, brotli: frame ${kb(base)}`);
      for (const page of pages.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        console.log(`  ${page.name.padEnd(28)} ${kb(reach(page.fileName, new Set(base)))}`);
      }
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressAndMeasure()],
  resolve: { alias: sources() },
  build: {
    outDir: 'dist',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router|cookie|set-cookie-parser|@tanstack|i18next|react-i18next|use-sync-external-store|void-elements|html-parse-stringify)[\\/]/,
              priority: 20,
            },
            { name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
});
