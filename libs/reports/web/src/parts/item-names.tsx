import type { ReportResponse, StandardVersionResponse } from '@wheelhouse/contracts';
import type { LocalizedText } from '@wheelhouse/kernel';
import { useApi, useFormat, useSession } from '@wheelhouse/web-core';
import { createContext, useContext, useMemo, type ReactNode } from 'react';

const Names = createContext<ReadonlyMap<string, LocalizedText>>(new Map());

/** What an item asks, in the reader's language; its code where that is not known. */
export function useItemName() {
  const names = useContext(Names);
  const f = useFormat();
  return (id: string): string => {
    const text = names.get(id);
    return text ? f.text(text) : id;
  };
}

/** Gives the items of a report their names: from its Pareto, and from its standards for red lines that are not in it. */
export function ItemNames({ report, children }: { report: ReportResponse; children: ReactNode }) {
  const { can } = useSession();
  const known = useMemo(() => new Map(report.pareto.map((row) => [row.itemId, row.text])), [report]);
  const crossed = report.visits.flatMap(({ reasons }) =>
    reasons.flatMap(({ reason, params }) => (reason === 'red_line' ? String(params['items']).split(', ') : [])),
  );
  const wanted =
    can('standard.read') && (report.head.redLines > crossed.length || crossed.some((id) => !known.has(id)));
  const ids = report.method.standardVersions.map((version) => version.id);
  const path = (i: number) => (wanted && ids[i] ? `/standard-versions/${ids[i]}` : null);
  const first = useApi<StandardVersionResponse>(path(0)).data;
  const second = useApi<StandardVersionResponse>(path(1)).data;
  const third = useApi<StandardVersionResponse>(path(2)).data;
  const fourth = useApi<StandardVersionResponse>(path(3)).data;
  const names = useMemo(() => {
    const bodies = [first, second, third, fourth].flatMap((version) => (version ? [version.body] : []));
    const items = bodies.flatMap((body) => body.sections.flatMap((section) => section.items));
    return new Map([...items.map(({ id, en, zh }) => [id, { en, zh }] as const), ...known]);
  }, [first, second, third, fourth, known]);
  return <Names value={names}>{children}</Names>;
}
