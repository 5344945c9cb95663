#!/usr/bin/env node
// `npm run report -- --tenant <slug> --week 2026-W46`: makes the editions of a closed week by hand. See tools/lib/report.mjs.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Wheelhouse needs Node 20.19 or newer; this is ${process.versions.node}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}
import('./lib/report.mjs').then(({ main }) => main(process.argv.slice(2)));
