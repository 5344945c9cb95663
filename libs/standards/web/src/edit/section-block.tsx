import type { StandardBody, StandardSection } from '@wheelhouse/contracts';
import { Button } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { memo, useRef } from 'react';
import type { BookWords } from '../book/item-words.js';
import { useDragRow, useDropSection } from './dnd.js';
import { DraftRow } from './draft-row.js';
import { editTexts } from './edit.texts.js';
import { OpenItem } from './open-item.js';
import type { Flaws } from './problems.js';
import { SectionHead } from './section-head.js';
import type { BookActions, Open } from './use-book.js';

export interface SectionBlockProps {
  body: StandardBody;
  words: BookWords;
  section: StandardSection;
  index: number;
  keys: { key: string; items: string[] };
  sum: number;
  other: boolean;
  flaws: Flaws;
  open: Open;
  book: BookActions;
}

/** Whether a section would be drawn as before: each key that is typed changes one section of the body. */
function isSame(a: SectionBlockProps, b: SectionBlockProps): boolean {
  const at = ({ open }: SectionBlockProps) => (open && 'key' in open ? `${open.what} ${open.key}` : '');
  return (
    a.section === b.section &&
    a.words === b.words &&
    a.body.sections.length === b.body.sections.length &&
    (['index', 'sum', 'other', 'book'] as const).every((name) => a[name] === b[name]) &&
    at(a) === at(b) &&
    a.keys.key === b.keys.key &&
    a.keys.items.join() === b.keys.items.join() &&
    a.flaws.section(a.index) === b.flaws.section(b.index)
  );
}

/** A section of a draft with its items; takes items that are dropped into it. Drawn anew only when it changed. */
export const SectionBlock = memo(function SectionBlock({
  body,
  words,
  section,
  index,
  keys,
  sum,
  other,
  flaws,
  open,
  book,
}: SectionBlockProps) {
  const t = useT(editTexts);
  const row = useRef<HTMLElement>(null);
  const picture = useRef<HTMLElement>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const { edge, dragging } = useDragRow({ row, picture, handle }, 'section', keys.key);
  const taking = useDropSection(row, keys.key);
  const lastSection = index === body.sections.length - 1;
  const isOpen = (what: 'item' | 'section', key: string) => open?.what === what && 'key' in open && open.key === key;
  return (
    <section
      ref={row}
      className={`st-section${dragging ? ' is-dragging' : ''}${edge ? ` is-${edge}` : ''}${taking ? ' is-taking' : ''}`}
      id={section.id}
      data-row={keys.key}
      data-move="section"
      tabIndex={-1}
    >
      <SectionHead
        head={picture}
        handle={handle}
        section={section}
        index={index}
        count={body.sections.length}
        sum={sum}
        other={other}
        flaws={flaws}
        editing={isOpen('section', keys.key)}
        rowKey={keys.key}
        book={book}
      />
      {section.items.map((item, i) => {
        const key = keys.items[i] ?? item.id;
        const ends = {
          first: index === 0 && i === 0,
          last: lastSection && i === section.items.length - 1,
        };
        return isOpen('item', key) ? (
          <OpenItem
            key={key}
            body={body}
            item={item}
            place={{ section: index, item: i }}
            rowKey={key}
            flaws={flaws}
            {...ends}
            book={book}
          />
        ) : (
          <DraftRow
            key={key}
            words={words}
            item={item}
            rowKey={key}
            other={other}
            flaws={flaws.below(`sections[${index}].items[${i}]`).join('\n')}
            {...ends}
            book={book}
          />
        );
      })}
      <div className="st-add">
        <Button variant="quiet" icon="plus" onClick={() => book.addItem(index)}>
          {t('addItem')}
        </Button>
      </div>
    </section>
  );
}, isSame);
