#!/usr/bin/env node
// `npm run migrate`: brings the PostgreSQL of DATABASE_URL up to date and starts nothing. See tools/lib/migrate.mjs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wheelhouse needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}
import('./lib/migrate.mjs').then(({ main }) => main(process.argv.slice(2)));
