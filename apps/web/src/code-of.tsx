import { SkeletonPage } from '@wheelhouse/ui';
import { useEffect, useState, type ComponentType } from 'react';

/**
 * A page's code. Where it does not come (no network, a newer version installed), something that asks again each time the
 * page is opened, and else fails in the page's place: a `lazy` that rejects would leave the whole window empty.
 */
export async function codeOf(load: () => Promise<ComponentType>): Promise<ComponentType> {
  try {
    return await load();
  } catch {
    return () => <Again load={load} />;
  }
}

function Again({ load }: { load: () => Promise<ComponentType> }) {
  const [come, setCome] = useState<{ Page: ComponentType } | { error: unknown }>();
  useEffect(() => {
    let left = false;
    load().then(
      (Page) => !left && setCome({ Page }),
      (error: unknown) => !left && setCome({ error }),
    );
    return () => {
      left = true;
    };
  }, [load]);
  if (!come) return <SkeletonPage />;
  if ('error' in come) throw come.error;
  return <come.Page />;
}
