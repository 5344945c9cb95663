#!/usr/bin/env node
// `npm start`. Runs with nothing installed and on any Node: everything else is loaded after this check.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wheelhouse needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}
import('./lib/start.mjs').then(({ main }) => main(process.argv.slice(2)));
