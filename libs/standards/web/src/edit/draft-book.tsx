import type { StandardBody } from '@wheelhouse/contracts';
import { Button, EmptyState, Section } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useMemo, type KeyboardEvent, type RefObject } from 'react';
import { RulesFacts } from '../book/rules-block.js';
import { texts } from '../texts.js';
import { DictionaryEditor } from './dictionary-editor.js';
import { useDrops } from './dnd.js';
import { editTexts } from './edit.texts.js';
import { typing } from './focus.js';
import { ProblemList } from './problem-list.js';
import type { Flaws } from './problems.js';
import { rowKeys } from './row-keys.js';
import { RulesEditor } from './rules-editor.js';
import { SectionBlock } from './section-block.js';
import type { BookActions, Open } from './use-book.js';
import type { Draft, Edit } from './use-draft.js';
import { VisitBlock } from './visit-editor.js';

/** Alt and an arrow move the row that the focus is in; on the handle the arrow alone does. */
function moveByKey(event: KeyboardEvent, book: BookActions) {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const on = event.target as HTMLElement;
  if (by === 0 || event.ctrlKey || event.metaKey || on instanceof HTMLSelectElement) return;
  if (!event.altKey && !on.classList.contains('st-handle')) return;
  const row = on.closest<HTMLElement>('[data-row]');
  if (!row?.dataset['row']) return;
  event.preventDefault();
  if (row.dataset['move'] === 'section') book.moveSection(row.dataset['row'], by);
  else book.moveItem(row.dataset['row'], by);
}

/** The rule book of a draft, edited where it is read. */
export function DraftBook({
  draft,
  flaws,
  other,
  open,
  book,
  said,
  root,
}: {
  draft: Draft;
  flaws: Flaws;
  other: boolean;
  open: Open;
  book: BookActions;
  said: string;
  root: RefObject<HTMLDivElement | null>;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const { body } = draft;
  const { code, dictionaries } = body;
  const words = useMemo(() => ({ code, dictionaries }), [code, dictionaries]);
  const keys = useMemo(() => rowKeys(body), [body]);
  const sum = body.sections.reduce((total, { weight }) => total + weight, 0);
  const change = (edit: Edit) => draft.change(edit, typing());
  useDrops(book);
  return (
    <div className="st-book" ref={root} onKeyDown={(event) => moveByKey(event, book)}>
      <p className="wh-sr" role="status">
        {said}
      </p>
      <ProblemList body={body} flaws={flaws} onJump={book.jump} />
      <Rules body={body} flaws={flaws} open={open?.what === 'rules'} book={book} onChange={change} />
      {body.sections.length === 0 && (
        <EmptyState bordered icon="book" title={tc('noSections')} text={tc('noSectionsText')} />
      )}
      {body.sections.map((section, s) => {
        const own = keys.sections[s] ?? { key: section.id, items: [] };
        return (
          <SectionBlock
            key={own.key}
            body={body}
            words={words}
            section={section}
            index={s}
            keys={own}
            sum={sum}
            other={other}
            flaws={flaws}
            open={open}
            book={book}
          />
        );
      })}
      <div>
        <Button icon="plus" onClick={book.addSection}>
          {t('addSection')}
        </Button>
      </div>
      <VisitBlock body={body} flaws={flaws} open={open?.what === 'visit'} book={book} onChange={change} />
    </div>
  );
}

function Rules({
  body,
  flaws,
  open,
  book,
  onChange,
}: {
  body: StandardBody;
  flaws: Flaws;
  open: boolean;
  book: BookActions;
  onChange: (edit: Edit) => void;
}) {
  const t = useT(editTexts);
  const tc = useT(texts);
  return (
    <Section
      title={tc('rules')}
      actions={
        <Button
          variant="quiet"
          icon={open ? 'check' : 'edit'}
          aria-label={open ? undefined : t('editRules')}
          onClick={() => book.open(open ? null : { what: 'rules' })}
        >
          {t(open ? 'done' : 'edit')}
        </Button>
      }
    >
      <div className="wh-stack">
        {open ? <RulesEditor body={body} flaws={flaws} onChange={onChange} /> : <RulesFacts body={body} />}
        <DictionaryEditor body={body} onChange={onChange} />
      </div>
    </Section>
  );
}
