/** One runner for every level below the browser. Run through `npm test`, which sets NODE_OPTIONS for ESM. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleFileExtensions: ['js', 'mjs', 'ts', 'json', 'node'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['development', 'node'] },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/', '<rootDir>/.wheelhouse/'],
};
const withDatabase = {
  ...shared,
  globalSetup: '<rootDir>/libs/testing/src/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/jest/global-teardown.mjs',
};

export default {
  // Nothing is judged by its time; a machine that does other things too may take its own.
  testTimeout: 30_000,
  // Each file loads everything anew, and a worker never gives all of it back.
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: ['<rootDir>/{libs,apps}/**/*.spec.ts', '<rootDir>/demo/**/*.spec.ts'],
      testPathIgnorePatterns: ['\\.api\\.spec\\.ts$', '/dist/', '/node_modules/'],
    },
    { ...withDatabase, displayName: 'api', testMatch: ['<rootDir>/libs/**/*.api.spec.ts'] },
    { ...withDatabase, displayName: 'isolation', testMatch: ['<rootDir>/test/isolation/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'architecture', testMatch: ['<rootDir>/test/architecture/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'fuzz', testMatch: ['<rootDir>/test/fuzz/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'journeys', testMatch: ['<rootDir>/test/{journeys,faults}/**/*.spec.ts'] },
  ],
};
