import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Which kind of library may use which: the walls of the house (docs/architecture.md). */
const byType = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel'] },
  {
    sourceTag: 'type:domain',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:domain'],
    bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'pg-boss', 'react', 'react-dom', 'antd', 'fastify'],
  },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform'],
  },
  {
    sourceTag: 'type:feature-api',
    onlyDependOnLibsWithTags: [
      'type:kernel',
      'type:contracts',
      'type:domain',
      'type:platform',
      'type:feature-api',
      'type:testing',
    ],
  },
  {
    sourceTag: 'type:feature-web',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:domain', 'type:ui', 'type:web-core'],
  },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts'] },
  { sourceTag: 'type:web-core', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:ui'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform'] },
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: [
      'type:app',
      'type:kernel',
      'type:contracts',
      'type:domain',
      'type:platform',
      'type:feature-api',
      'type:feature-web',
      'type:ui',
      'type:web-core',
      'type:migrations',
    ],
  },
  { sourceTag: 'type:migrations', onlyDependOnLibsWithTags: ['type:kernel', 'type:platform'] },
];

/** Features are ordered; each sees only itself and those before it. */
const order = [
  'shared',
  'identity',
  'org',
  'standards',
  'scoring',
  'audits',
  'mystery-shops',
  'pdca',
  'reports',
  'home',
  'tenant-life',
];
const byScope = [
  ...order.map((scope, i) => ({
    sourceTag: `scope:${scope}`,
    onlyDependOnLibsWithTags: order.slice(0, i + 1).map((s) => `scope:${s}`),
  })),
  { sourceTag: 'scope:app', onlyDependOnLibsWithTags: order.map((s) => `scope:${s}`) },
  // The demo is loaded through the whole application.
  { sourceTag: 'scope:demo', onlyDependOnLibsWithTags: [...order, 'app'].map((s) => `scope:${s}`) },
];

const byPlatform = [
  { sourceTag: 'platform:any', onlyDependOnLibsWithTags: ['platform:any'] },
  { sourceTag: 'platform:node', onlyDependOnLibsWithTags: ['platform:any', 'platform:node'] },
  { sourceTag: 'platform:web', onlyDependOnLibsWithTags: ['platform:any', 'platform:web'] },
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.wheelhouse/**',
      'coverage/**',
      'libs/testing/src/runner/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx, 'react-hooks': reactHooks },
    languageOptions: { parserOptions: { warnOnUnsupportedTypeScriptVersion: false } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], enforceBuildableLibDependency: false, depConstraints: [...byType, ...byScope, ...byPlatform] },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['**/*.tsx'], rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
);
