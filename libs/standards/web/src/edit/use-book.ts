import type { StandardItem, StandardSection } from '@wheelhouse/contracts';
import { toast } from '@wheelhouse/ui';
import { useLocale, useT } from '@wheelhouse/web-core';
import { useEffect, useMemo, useState } from 'react';
import { shortItemId } from '../book/item-words.js';
import {
  addItem,
  addSection,
  duplicateItem,
  insertItem,
  insertSection,
  moveItem,
  moveSectionTo,
  placeAfterMove,
  placeOf,
  removeItem,
  removeSection,
  updateItem,
  updateSection,
  type Place,
} from './body-edits.js';
import type { Drops } from './dnd.js';
import { editTexts } from './edit.texts.js';
import { focusField, focusHandle, typing } from './focus.js';
import { dropIndex, placeOfKey, rowKeys, sectionOfKey } from './row-keys.js';
import type { Draft } from './use-draft.js';

/** What is open for editing, one at a time: the rules, the facts of the visit, a section's head or an item by its key. */
export type Open = { what: 'rules' | 'visit' } | { what: 'section' | 'item'; key: string } | null;

/** What can be done in the book. The same object for as long as the draft is open, so that rows need not be drawn anew. */
export interface BookActions extends Drops {
  open: (open: Open) => void;
  /** Opens the place that a problem names and puts the cursor there. */
  jump: (field: string) => void;
  editItem: (key: string, edit: (item: StandardItem) => StandardItem, about?: string) => void;
  editSection: (key: string, edit: (section: StandardSection) => StandardSection, about?: string) => void;
  /** Another number for an item or section; what is open stays so. */
  rename: (what: 'item' | 'section', key: string, id: string) => void;
  moveItem: (key: string, by: -1 | 1) => void;
  moveItemInto: (key: string, section: number) => void;
  moveSection: (key: string, by: -1 | 1) => void;
  duplicate: (key: string) => void;
  removeItem: (key: string) => void;
  removeSection: (key: string) => void;
  addItem: (section: number) => void;
  addSection: () => void;
}

/** The state of the book under edit, and all its deeds. */
export function useBook(draft: Draft) {
  const t = useT(editTexts);
  const language = useLocale() === 'zh-CN' ? 'zh' : 'en';
  const [open, setOpen] = useState<Open>(null);
  const [goal, aim] = useState<{ field: string } | { handle: string } | null>(null);
  const [said, say] = useState('');
  const { change, now } = draft;

  useEffect(() => {
    if (goal === null) return;
    if ('field' in goal) focusField(goal.field);
    else focusHandle(goal.handle);
    aim(null);
  }, [goal]);

  const actions = useMemo((): BookActions => {
    const put = (key: string, from: Place, to: Place | null) => {
      if (!to || (from.section === to.section && from.item === to.item)) return;
      change((old) => moveItem(old, from, to));
      const body = now();
      const section = body.sections[to.section];
      const id = shortItemId(body.code, section?.items[to.item]?.id ?? '');
      say(t('itemMoved', { id, place: to.item + 1, count: section?.items.length ?? 0, section: section?.id ?? '' }));
      aim({ handle: key });
    };
    const putSection = (key: string, from: number, to: number) => {
      if (to < 0 || to >= now().sections.length || to === from) return;
      change((old) => moveSectionTo(old, from, to));
      say(t('sectionMoved', { id: now().sections[to]?.id ?? '', place: to + 1, count: now().sections.length }));
      aim({ handle: key });
    };
    return {
      open: setOpen,
      jump(field) {
        const { section, item } = placeOf(field);
        const keys = section === undefined ? undefined : rowKeys(now()).sections[section];
        const itemKey = item === undefined ? undefined : keys?.items[item];
        if (itemKey !== undefined) setOpen({ what: 'item', key: itemKey });
        else if (keys) setOpen({ what: 'section', key: keys.key });
        else setOpen({ what: field.startsWith('visit_record') ? 'visit' : 'rules' });
        aim({ field });
      },
      editItem(key, edit, about = typing()) {
        const place = placeOfKey(now(), key);
        if (place) change((old) => updateItem(old, place, edit), about);
      },
      editSection(key, edit, about = typing()) {
        const at = sectionOfKey(now(), key);
        if (at >= 0) change((old) => updateSection(old, at, edit), about);
      },
      rename(what, key, id) {
        const place = what === 'item' ? placeOfKey(now(), key) : { section: sectionOfKey(now(), key), item: -1 };
        if (!place || place.section < 0) return;
        if (what === 'item') change((old) => updateItem(old, place, (item) => ({ ...item, id })));
        else change((old) => updateSection(old, place.section, (section) => ({ ...section, id })));
        const keys = rowKeys(now()).sections[place.section];
        const next = what === 'item' ? keys?.items[place.item] : keys?.key;
        if (next !== undefined) setOpen({ what, key: next });
      },
      moveItem(key, by) {
        const from = placeOfKey(now(), key);
        if (from) put(key, from, placeAfterMove(now(), from, by));
      },
      moveItemInto(key, section) {
        const from = placeOfKey(now(), key);
        if (from) put(key, from, { section, item: now().sections[section]?.items.length ?? 0 });
      },
      moveSection(key, by) {
        const from = sectionOfKey(now(), key);
        if (from >= 0) putSection(key, from, from + by);
      },
      beside({ kind, key }, target, edge) {
        if (kind === 'section') {
          const from = sectionOfKey(now(), key);
          putSection(key, from, dropIndex(from, sectionOfKey(now(), target), edge));
          return;
        }
        const [from, to] = [placeOfKey(now(), key), placeOfKey(now(), target)];
        if (!from || !to) return;
        const item = dropIndex(from.section === to.section ? from.item : null, to.item, edge);
        put(key, from, { section: to.section, item });
      },
      into(item, section) {
        const [from, to] = [placeOfKey(now(), item), sectionOfKey(now(), section)];
        const count = now().sections[to]?.items.length ?? 0;
        if (from && to >= 0) put(item, from, { section: to, item: from.section === to ? count - 1 : count });
      },
      duplicate(key) {
        const place = placeOfKey(now(), key);
        if (!place) return;
        change((old) => duplicateItem(old, place));
        const copy = rowKeys(now()).sections[place.section]?.items[place.item + 1];
        if (copy === undefined) return;
        setOpen({ what: 'item', key: copy });
        aim({ field: `sections[${place.section}].items[${place.item + 1}].${language}` });
      },
      removeItem(key) {
        const place = placeOfKey(now(), key);
        const item = place && now().sections[place.section]?.items[place.item];
        if (!place || !item) return;
        const sectionId = now().sections[place.section]?.id;
        change((old) => removeItem(old, place));
        setOpen(null);
        toast({
          text: t('itemRemoved', { id: shortItemId(now().code, item.id) }),
          undo: () =>
            change((old) => {
              const at = old.sections.findIndex(({ id }) => id === sectionId);
              return insertItem(old, { section: at < 0 ? place.section : at, item: place.item }, item);
            }),
        });
      },
      removeSection(key) {
        const at = sectionOfKey(now(), key);
        const section = now().sections[at];
        if (!section) return;
        change((old) => removeSection(old, at));
        setOpen(null);
        toast({
          text: t('sectionRemoved', { id: section.id }),
          undo: () => change((old) => insertSection(old, at, section)),
        });
      },
      addItem(section) {
        const at = now().sections[section]?.items.length ?? 0;
        change((old) => addItem(old, section));
        const key = rowKeys(now()).sections[section]?.items[at];
        if (key === undefined) return;
        setOpen({ what: 'item', key });
        aim({ field: `sections[${section}].items[${at}].${language}` });
      },
      addSection() {
        const at = now().sections.length;
        change(addSection);
        const key = rowKeys(now()).sections[at]?.key;
        if (key === undefined) return;
        setOpen({ what: 'section', key });
        aim({ field: `sections[${at}].${language}` });
      },
    };
  }, [change, now, t, language]);
  return { open, actions, said };
}
