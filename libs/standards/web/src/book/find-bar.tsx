import { Button, SearchInput } from '@wheelhouse/ui';
import { useDebounced, useT } from '@wheelhouse/web-core';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { texts } from '../texts.js';
import { findRanges } from './find-ranges.js';

const FOUND = 'wh-found';
const CURRENT = 'wh-found-current';
const canHighlight = () => typeof Highlight !== 'undefined' && 'highlights' in CSS;

function mark(ranges: Range[], current: number) {
  if (!canHighlight()) return;
  const here = ranges[current];
  CSS.highlights.set(FOUND, new Highlight(...ranges));
  CSS.highlights.set(CURRENT, here ? new Highlight(here) : new Highlight());
}

/**
 * Search inside the standard: what is found is marked, Enter or n leads to the next, Shift+Enter or N to the one before.
 * `of` changes when the text does, so that it is sought anew.
 */
export function FindBar({ root, of }: { root: RefObject<HTMLElement | null>; of: unknown }) {
  const t = useT(texts);
  const [typed, type] = useState('');
  const words = useDebounced(typed);
  const ranges = useRef<Range[]>([]);
  const at = useRef(-1);
  const [shown, show] = useState({ count: 0, at: -1 });

  useEffect(() => {
    ranges.current = root.current ? findRanges(root.current, words) : [];
    at.current = -1;
    mark(ranges.current, -1);
    show({ count: ranges.current.length, at: -1 });
  }, [root, words, of]);
  useEffect(() => () => mark([], -1), []);

  const go = useCallback((by: 1 | -1) => {
    const count = ranges.current.length;
    if (count === 0) return;
    at.current = at.current < 0 ? (by === 1 ? 0 : count - 1) : (at.current + by + count) % count;
    const range = ranges.current[at.current];
    mark(ranges.current, at.current);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    show({ count, at: at.current });
  }, []);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const on = event.target as HTMLElement | null;
      if (
        on?.closest('input, textarea, select, [contenteditable], dialog') ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      if (event.key === 'n') go(1);
      else if (event.key === 'N') go(-1);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);

  const active = words.trim() !== '';
  return (
    <search className="st-find">
      <SearchInput
        label={t('find')}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape' && typed !== '') {
            event.preventDefault();
            type('');
          }
        }}
      />
      {active && (
        <span className="st-find__end">
          <span className="st-find__count" role="status">
            {shown.count === 0
              ? t('findNone')
              : shown.at < 0
                ? t('findCount', { count: shown.count })
                : t('findAt', { at: shown.at + 1, count: shown.count })}
          </span>
          <Button
            variant="quiet"
            icon="up"
            aria-label={t('findBefore')}
            title={t('findBefore')}
            disabled={shown.count === 0}
            onClick={() => go(-1)}
          />
          <Button
            variant="quiet"
            icon="down"
            aria-label={t('findNext')}
            title={t('findNext')}
            disabled={shown.count === 0}
            onClick={() => go(1)}
          />
        </span>
      )}
    </search>
  );
}
