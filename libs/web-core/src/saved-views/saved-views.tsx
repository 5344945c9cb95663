import './saved-views.css';
import type { SavedViewResponse } from '@wheelhouse/contracts';
import { Button, Icon, useT } from '@wheelhouse/ui';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useSearchParams } from 'react-router';
import { NameView } from './name-view.js';
import { normalQuery } from './same-query.js';
import { savedViewsTexts } from './saved-views.texts.js';
import { useSavedViews } from './use-saved-views.js';

export interface SavedViewsProps {
  /** The page whose filters stand in the address: `network`. Small letters, digits, hyphens. */
  page: string;
}

/**
 * A menu of one's named sets of filters: applies one (the address changes; Back leads to the filters before), keeps the
 * present ones under a name, renames, deletes with undo. The name on the button is the view that is seen.
 */
export function SavedViews({ page }: SavedViewsProps) {
  const t = useT(savedViewsTexts);
  const [params, setParams] = useSearchParams();
  const { views, remove, update } = useSavedViews(page);
  const [appliedId, setApplied] = useState<string | null>(null);
  const [naming, setNaming] = useState<'new' | SavedViewResponse | null>(null);
  const menu = useMenu();
  const now = normalQuery(params.toString());
  const same = views.filter((view) => normalQuery(view.query) === now);
  const active = same.find(({ id }) => id === appliedId) ?? same[0];
  const left = active ? undefined : views.find(({ id }) => id === appliedId);
  const name = active?.name ?? (left ? t('changed', { name: left.name }) : undefined);

  const apply = (view: SavedViewResponse) => {
    setApplied(view.id);
    setParams(new URLSearchParams(view.query));
    menu.close();
  };
  return (
    <div ref={menu.box} className="wh-views" onKeyDown={menu.onKeyDown}>
      <button
        ref={menu.button}
        type="button"
        className="wh-button wh-views__button"
        title={name}
        aria-label={name ? `${t('label')}: ${name}` : t('label')}
        aria-expanded={menu.open}
        aria-controls={menu.open ? menu.id : undefined}
        onClick={menu.toggle}
      >
        <Icon name="bookmark" size={18} />
        <span className="wh-views__current">{name ?? t('button')}</span>
        <Icon name="down" size={16} />
      </button>
      {menu.open && (
        <div
          id={menu.id}
          className={menu.atEnd ? 'wh-views__panel wh-views__panel--end' : 'wh-views__panel'}
          role="group"
          aria-label={t('label')}
        >
          {views.length === 0 && <p className="wh-views__empty">{t('empty')}</p>}
          {views.length > 0 && (
            <ul className="wh-views__list">
              {views.map((view) => (
                <li key={view.id} className="wh-views__row">
                  <button
                    type="button"
                    className="wh-views__item"
                    aria-current={view.id === active?.id || undefined}
                    onClick={() => apply(view)}
                  >
                    <span className="wh-views__mark">{view.id === active?.id && <Icon name="check" size={18} />}</span>
                    <span className="wh-views__name">{view.name}</span>
                  </button>
                  <Button
                    variant="quiet"
                    icon="edit"
                    aria-label={t('rename', { name: view.name })}
                    onClick={() => setNaming(view)}
                  />
                  <Button
                    variant="quiet"
                    icon="trash"
                    aria-label={t('remove', { name: view.name })}
                    onClick={() => {
                      menu.close();
                      remove.mutate(view);
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          <div className="wh-views__actions">
            {left && (
              <button
                type="button"
                className="wh-views__item"
                onClick={() => {
                  menu.close();
                  update.mutate({ id: left.id, query: now });
                }}
              >
                <Icon name="refresh" size={18} />
                <span className="wh-views__name">{t('update', { name: left.name })}</span>
              </button>
            )}
            {!active && (
              <button type="button" className="wh-views__item" onClick={() => setNaming('new')}>
                <Icon name="plus" size={18} />
                <span className="wh-views__name">{t('save')}</span>
              </button>
            )}
          </div>
        </div>
      )}
      {naming && (
        <NameView
          page={page}
          query={now}
          view={naming === 'new' ? undefined : naming}
          onClose={() => setNaming(null)}
          onDone={(view) => {
            if (naming === 'new') setApplied(view.id);
            setNaming(null);
            menu.close();
          }}
        />
      )}
    </div>
  );
}

/** Of the open panel, in pixels: does it fit to the right of the button's left edge? */
const PANEL_WIDTH = 376;

/** A panel below a button: closes on Escape and on a press elsewhere, the arrow keys walk through it. */
function useMenu() {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [atEnd, setAtEnd] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);
  const show = () => {
    setAtEnd((box.current?.getBoundingClientRect().left ?? 0) + PANEL_WIDTH > window.innerWidth);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if ((event.target as HTMLElement).closest('dialog')) return;
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (!open) return show();
    const all = [...(box.current?.querySelectorAll<HTMLElement>('button:not(dialog button)') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % all.length)?.focus();
  };
  return { id, open, atEnd, box, button, close, toggle: open ? close : show, onKeyDown };
}
