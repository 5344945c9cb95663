import {
  attachClosestEdge,
  extractClosestEdge,
  type Edge,
} from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { useEffect, useState, type RefObject } from 'react';

type Kind = 'item' | 'section';
interface Dragged {
  kind: Kind;
  key: string;
}
const dragged = (data: Record<string | symbol, unknown>): Dragged | null =>
  data['kind'] === 'item' || data['kind'] === 'section' ? { kind: data['kind'], key: String(data['key']) } : null;

export interface Refs {
  /** What is measured and shows where the other would come to stand. */
  row: RefObject<HTMLElement | null>;
  /** What moves, as a picture; the row itself when it is small. */
  picture?: RefObject<HTMLElement | null>;
  handle: RefObject<HTMLElement | null>;
}

/** Makes a row something to drag by its handle and to drop its like beside. Answers what to show. */
export function useDragRow({ row, picture, handle }: Refs, kind: Kind, key: string) {
  const [edge, setEdge] = useState<Edge | null>(null);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const element = row.current;
    const held = picture?.current ?? element;
    if (!element || !held || !handle.current) return;
    const data = { kind, key };
    return combine(
      draggable({
        element: held,
        dragHandle: handle.current,
        getInitialData: () => data,
        onDragStart: () => setDragging(true),
        onDrop: () => setDragging(false),
      }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => {
          const what = dragged(source.data);
          return what?.kind === kind && what.key !== key;
        },
        getData: ({ input }) => attachClosestEdge({ ...data }, { element, input, allowedEdges: ['top', 'bottom'] }),
        onDrag: ({ self }) => setEdge(extractClosestEdge(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: () => setEdge(null),
      }),
    );
  }, [row, picture, handle, kind, key]);
  return { edge, dragging };
}

/** Makes a section take items that are dropped on none of its rows: it is empty, or they come last. */
export function useDropSection(section: RefObject<HTMLElement | null>, key: string) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (!section.current) return;
    return dropTargetForElements({
      element: section.current,
      canDrop: ({ source }) => dragged(source.data)?.kind === 'item',
      getData: () => ({ into: key }),
      onDropTargetChange: ({ location, self }) => setOver(location.current.dropTargets[0]?.element === self.element),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    });
  }, [section, key]);
  return over;
}

export interface Drops {
  beside: (what: Dragged, target: string, edge: 'top' | 'bottom') => void;
  into: (item: string, section: string) => void;
}

/** Tells where something was dropped. */
export function useDrops(drops: Drops) {
  useEffect(
    () =>
      monitorForElements({
        onDrop({ source, location }) {
          const what = dragged(source.data);
          const target = location.current.dropTargets[0];
          if (!what || !target) return;
          const onto = dragged(target.data);
          const edge = extractClosestEdge(target.data);
          if (onto?.kind === what.kind && (edge === 'top' || edge === 'bottom')) drops.beside(what, onto.key, edge);
          else if (what.kind === 'item' && typeof target.data['into'] === 'string')
            drops.into(what.key, target.data['into']);
        },
      }),
    [drops],
  );
}
