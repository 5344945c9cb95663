const ROLES = [
  ['admin', 'tenant administrator'],
  ['quality', 'quality manager: standards, cycles, reports'],
  ['supervisor', 'regional supervisor: audits the outlets of one region'],
  ['manager', 'franchise manager: self-checks of one outlet'],
  ['shopper', 'mystery shopper: assignments only'],
  ['viewer', 'reads'],
];

/** The one block that a start ends with. */
export function welcome({ address, withDemo, folder }) {
  const lines = ['', `  Wheelhouse runs at ${address}`, ''];
  if (withDemo) {
    lines.push('  Accounts (password of all: wheelhouse-demo)');
    for (const [name, what] of ROLES) lines.push(`    ${`${name}@longxiang.demo`.padEnd(28)}${what}`);
    lines.push(`    ${'…@qingcha.demo'.padEnd(28)}the same six at a tea-shop franchise`);
    lines.push(`    ${'operator@wheelhouse.demo'.padEnd(28)}operator of the whole installation`, '');
    lines.push('  Try first: sign in as quality@longxiang.demo and open the report of the last week;');
    lines.push('  then as manager@longxiang.demo and fill in a self-check.');
  } else {
    lines.push('  Open it to create the operator and the first tenant (if there is none yet).');
  }
  lines.push('', `  Data and logs: ${folder}    Stop: Ctrl-C`, '');
  return lines.join('\n');
}
