import type { StandardSummary, StandardVersionResponse, StandardVersionSummary } from '@wheelhouse/contracts';
import { compareVersions } from '@wheelhouse/standards-domain';
import { useApi } from '@wheelhouse/web-core';

type About = Pick<StandardVersionResponse, 'id' | 'standardId' | 'version'>;

/** The other versions of a standard below one of them, the newest first; undefined while they are fetched. */
export function useVersionsBefore(of: About): StandardVersionSummary[] | undefined {
  const standard = useApi<StandardSummary>(`/standards/${of.standardId}`);
  return standard.data?.versions
    .filter(({ id, version }) => id !== of.id && compareVersions(version, of.version) < 0)
    .toSorted((a, b) => compareVersions(b.version, a.version));
}

/** The version before one of them with its body: `null` when it is the first. */
export function useVersionBefore(of: About, wanted?: string) {
  const before = useVersionsBefore(of);
  const id = before?.find((version) => version.id === wanted)?.id ?? before?.[0]?.id;
  const version = useApi<StandardVersionResponse>(id === undefined ? null : `/standard-versions/${id}`);
  return { ...version, before, first: before !== undefined && before.length === 0 };
}
