import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { Button, EmptyState, Section, toast } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { Contents } from '../book/contents.js';
import { ItemEntry } from '../book/item-entry.js';
import { shortItemId } from '../book/item-words.js';
import { RulesFacts, VisitFields } from '../book/rules-block.js';
import { texts } from '../texts.js';
import {
  addItem,
  addSection,
  insertItem,
  insertSection,
  moveItem,
  moveSection,
  placeAfterMove,
  placeOf,
  removeItem,
  removeSection,
  updateItem,
  updateSection,
  type Place,
} from './body-edits.js';
import { DictionaryEditor } from './dictionary-editor.js';
import { editTexts } from './edit.texts.js';
import { ItemEditor } from './item-editor.js';
import { ProblemList } from './problem-list.js';
import type { Flaws } from './problems.js';
import { RulesEditor } from './rules-editor.js';
import { SectionHead } from './section-head.js';
import type { Draft } from './use-draft.js';

/** What is open for editing: the rules, a section's head, an item; one at a time. */
export type Open = { what: 'rules' } | { what: 'section'; section: number } | ({ what: 'item' } & Place) | null;

/** The rule book of a draft, edited where it is read. */
export function DraftBook({ draft, flaws, other }: { draft: Draft; flaws: Flaws; other: boolean }) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const [open, setOpen] = useState<Open>(null);
  const [goal, aim] = useState<string | null>(null);
  const { body, change } = draft;
  const sum = body.sections.reduce((total, { weight }) => total + weight, 0);

  const jump = (field: string) => {
    const { section, item } = placeOf(field);
    if (section !== undefined && item !== undefined) setOpen({ what: 'item', section, item });
    else if (section !== undefined) setOpen({ what: 'section', section });
    else setOpen({ what: 'rules' });
    aim(field);
  };
  useEffect(() => {
    if (goal === null) return;
    focusField(goal);
    aim(null);
  }, [goal]);

  const add = (section: number) => {
    const at = body.sections[section]?.items.length ?? 0;
    change((old) => addItem(old, section));
    setOpen({ what: 'item', section, item: at });
    aim(`sections[${section}].items[${at}].en`);
  };
  return (
    <div className="st-layout">
      <Contents body={body} />
      <div className="st-book">
        <ProblemList body={body} flaws={flaws} onJump={jump} />
        <Section
          title={tc('rules')}
          actions={
            <Button
              variant="quiet"
              icon={open?.what === 'rules' ? 'check' : 'edit'}
              aria-label={open?.what === 'rules' ? undefined : t('editRules')}
              onClick={() => setOpen(open?.what === 'rules' ? null : { what: 'rules' })}
            >
              {t(open?.what === 'rules' ? 'done' : 'edit')}
            </Button>
          }
        >
          <div className="wh-stack">
            {open?.what === 'rules' ? (
              <RulesEditor body={body} flaws={flaws} onChange={change} />
            ) : (
              <RulesFacts body={body} />
            )}
            <DictionaryEditor body={body} onChange={change} />
          </div>
        </Section>
        {body.sections.length === 0 && (
          <EmptyState bordered icon="book" title={tc('noSections')} text={tc('noSectionsText')} />
        )}
        {body.sections.map((section, s) => (
          <section key={s} className="st-section" id={`section-${s}`} tabIndex={-1}>
            <SectionHead
              section={section}
              index={s}
              count={body.sections.length}
              sum={sum}
              other={other}
              flaws={flaws}
              editing={open?.what === 'section' && open.section === s}
              onEdit={(on) => setOpen(on ? { what: 'section', section: s } : null)}
              onChange={(edit) => change((old) => updateSection(old, s, edit))}
              onMove={(by) => {
                change((old) => moveSection(old, s, by));
                setOpen(null);
              }}
              onRemove={() => {
                change((old) => removeSection(old, s));
                setOpen(null);
                toast({
                  text: t('sectionRemoved', { id: section.id }),
                  undo: () => change((old) => insertSection(old, s, section)),
                });
              }}
            />
            {section.items.map((item, i) => (
              <DraftItem
                key={i}
                body={body}
                item={item}
                place={{ section: s, item: i }}
                other={other}
                flaws={flaws}
                draft={draft}
                editing={open?.what === 'item' && open.section === s && open.item === i}
                onOpen={setOpen}
              />
            ))}
            <div className="st-add">
              <Button variant="quiet" icon="plus" onClick={() => add(s)}>
                {t('addItem')}
              </Button>
            </div>
          </section>
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() => {
              const at = body.sections.length;
              change(addSection);
              setOpen({ what: 'section', section: at });
              aim(`sections[${at}].en`);
            }}
          >
            {t('addSection')}
          </Button>
        </div>
        <VisitFields body={body} />
      </div>
    </div>
  );
}

/** Focuses the control at a place of the body, or the nearest one above it. */
function focusField(field: string) {
  for (let path = field; path !== ''; path = path.replace(/(\.[^.[]+|\[\d+\])$/, '')) {
    const holder = document.querySelector(`[data-path="${path}"], [data-path^="${path}."]`);
    const control = holder?.querySelector<HTMLElement>('input, textarea, select');
    if (control) {
      control.focus({ preventScroll: true });
      control.scrollIntoView({ block: 'center' });
      return;
    }
    if (!/[.[]/.test(path)) return;
  }
}

function DraftItem({
  body,
  item,
  place,
  other,
  flaws,
  draft,
  editing,
  onOpen,
}: {
  body: StandardBody;
  item: StandardItem;
  place: Place;
  other: boolean;
  flaws: Flaws;
  draft: Draft;
  editing: boolean;
  onOpen: (open: Open) => void;
}) {
  const t = useT(editTexts);
  const f = useFormat();
  const id = shortItemId(body.code, item.id);
  const path = `sections[${place.section}].items[${place.item}]`;
  const put = (to: Place | null) => {
    if (!to) return;
    draft.change((old) => moveItem(old, place, to));
    if (editing) onOpen({ what: 'item', ...to });
  };
  const up = placeAfterMove(body, place, -1);
  const down = placeAfterMove(body, place, 1);
  const tools = (
    <span className="st-tools">
      <Button
        variant="quiet"
        icon="up"
        aria-label={`${t('up')}: ${id}`}
        title={t('up')}
        disabled={!up}
        onClick={() => put(up)}
      />
      <Button
        variant="quiet"
        icon="down"
        aria-label={`${t('down')}: ${id}`}
        title={t('down')}
        disabled={!down}
        onClick={() => put(down)}
      />
      <Button
        variant="quiet"
        icon="trash"
        aria-label={`${t('remove')}: ${id}`}
        title={t('remove')}
        onClick={() => {
          draft.change((old) => removeItem(old, place));
          onOpen(null);
          toast({ text: t('itemRemoved', { id }), undo: () => draft.change((old) => insertItem(old, place, item)) });
        }}
      />
      <Button
        variant="quiet"
        icon={editing ? 'check' : 'edit'}
        aria-label={editing ? t('done') : t('editItem', { id })}
        title={editing ? t('done') : t('edit')}
        onClick={() => onOpen(editing ? null : { what: 'item', ...place })}
      />
    </span>
  );
  if (!editing) return <ItemEntry body={body} item={item} other={other} tools={tools} flaws={flaws.below(path)} />;
  return (
    <article className="st-open" id={`item-${item.id}`} aria-label={t('editItem', { id })}>
      <header className="st-open__head">
        <span className="st-item__id">{id}</span>
        <label className="wh-row wh-small">
          {t('moveTo')}
          <select
            className="wh-input st-open__move"
            value={place.section}
            onChange={(event) => {
              const section = Number(event.target.value);
              put({ section, item: body.sections[section]?.items.length ?? 0 });
            }}
          >
            {body.sections.map((section, s) => (
              <option key={s} value={s}>
                {section.id} {f.text(section)}
              </option>
            ))}
          </select>
        </label>
        {tools}
      </header>
      <ItemEditor
        body={body}
        item={item}
        path={path}
        flaws={flaws}
        onChange={(edit) => draft.change((old) => updateItem(old, place, edit))}
      />
      <div>
        <Button icon="check" onClick={() => onOpen(null)}>
          {t('done')}
        </Button>
      </div>
    </article>
  );
}
