import './desk.css';
import { Button, Dialog } from '@wheelhouse/ui';
import { useFormat, useT } from '@wheelhouse/web-core';
import { deskTexts } from './desk.texts.js';
import { Keys } from './keys.js';
import type { Place } from './places.js';
import { SHORTCUTS } from './shortcuts.js';

const DEEDS = { palette: 'deedPalette', search: 'deedSearch', undo: 'deedUndo', help: 'deedHelp' } as const;

/** Every key that works, as a list. Its own chunk. */
export function ShortcutHelp({ places, onClose }: { places: Place[]; onClose: () => void }) {
  const t = useT(deskTexts);
  const f = useFormat();
  const everywhere = SHORTCUTS.flatMap(({ keys, deed }) => (deed ? [{ keys, text: t(DEEDS[deed]) }] : []));
  const pages = SHORTCUTS.flatMap(({ keys, to }) => {
    const place = places.find((one) => one.to === to);
    return place ? [{ keys, text: f.text(place.label) }] : [];
  });
  const others = [
    { keys: 'Tab', text: t('keyTab') },
    { keys: 'Enter', text: t('keyEnter') },
    { keys: 'Esc', text: t('keyEscape') },
    { keys: '← →', text: t('keyArrows') },
  ];
  const list = (title: string, rows: { keys: string; text: string }[]) => (
    <section>
      <h3>{title}</h3>
      <dl className="wh-shortcuts">
        {rows.map((row) => (
          <div key={row.keys}>
            <dt>{row.text}</dt>
            <dd>
              <Keys keys={row.keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog
      open
      title={t('help')}
      onClose={onClose}
      actions={
        <Button variant="primary" autoFocus onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p className="wh-muted">{t('helpLead')}</p>
      {list(t('everywhere'), everywhere)}
      {list(t('goTo'), pages)}
      {list(t('moreKeys'), others)}
    </Dialog>
  );
}
