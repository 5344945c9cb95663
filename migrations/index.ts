export { migrations } from './all.js';
export { migrate, rollBackAll } from './migrate.js';
