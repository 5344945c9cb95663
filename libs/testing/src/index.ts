export { startApp, type TestApp, type TestAppOptions } from './test-app.js';
export { TestClock } from './test-clock.js';
export { testDatabase } from './test-database.js';
