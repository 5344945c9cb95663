#!/usr/bin/env node
// `npm run backup -- <file>`: saves the running (or stopped) installation with the embedded database. See tools/lib/backup.mjs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wheelhouse needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}
import('./lib/backup.mjs').then(({ main }) => main(process.argv.slice(2)));
