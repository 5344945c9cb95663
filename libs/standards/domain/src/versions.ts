const SEMVER = /^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/;

/** True for a version of the form `1.0.0`, without suffixes or leading zeros. */
export function isSemver(version: string): boolean {
  return SEMVER.test(version);
}

/** Below 0 when `a` is the older version, 0 when equal, above 0 when the newer. Throws for what is no version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

/** The next minor version above the highest: 1.4.2 → 1.5.0; `1.0.0` when there is none. */
export function nextMinorVersion(versions: readonly string[]): string {
  const highest = versions.toSorted(compareVersions).at(-1);
  if (highest === undefined) return '1.0.0';
  const [major, minor] = parts(highest);
  return minor < 999_999 ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}

function parts(version: string): [number, number, number] {
  const match = SEMVER.exec(version);
  if (!match) throw new RangeError(`Not a version: ${version}`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}
