import './desk.css';
import { Icon, setTheme, useModal, type IconName } from '@wheelhouse/ui';
import { useFormat, useSession, useSessionActions, useT } from '@wheelhouse/web-core';
import { Command } from 'cmdk';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { deskTexts } from './desk.texts.js';
import { Found } from './found.js';
import { Keys } from './keys.js';
import { matching } from './matching.js';
import type { Place } from './places.js';

export interface PaletteProps {
  places: Place[];
  onClose: () => void;
  onHelp: () => void;
  onSwitchTenant: (id: string) => void;
  onSignOut: () => void;
}

interface Deed {
  label: string;
  icon: IconName;
  words?: string;
  keys?: string;
  run: () => void;
}

/** Finds pages and things and does what the frame can do, from the keyboard alone. Its own chunk. */
export function Palette({ places, onClose, onHelp, onSwitchTenant, onSignOut }: PaletteProps) {
  const t = useT(deskTexts);
  const f = useFormat();
  const session = useSession();
  const { changeLocale } = useSessionActions();
  const navigate = useNavigate();
  const [typed, type] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useModal(dialog);
  useEffect(() => field.current?.focus(), []);

  const finish = (run: () => void) => () => {
    onClose();
    run();
  };
  const go = (to: string) => finish(() => void navigate(to));
  const others = session.tenants.filter(({ id }) => id !== session.tenant?.id);
  const deeds: Deed[] = [
    { label: t('themeLight'), icon: 'eye', words: 'theme 外观 浅色', run: () => setTheme('light') },
    { label: t('themeDark'), icon: 'eye', words: 'theme 外观 深色', run: () => setTheme('dark') },
    { label: t('themeSystem'), icon: 'eye', words: 'theme auto 外观 自动', run: () => setTheme('system') },
    { label: t('toEnglish'), icon: 'languages', words: 'language 语言 英文', run: () => void changeLocale('en') },
    { label: t('toChinese'), icon: 'languages', words: 'Chinese 语言 zhongwen', run: () => void changeLocale('zh-CN') },
    ...others.map((tenant) => ({
      label: t('toTenant', { name: f.text(tenant.name) }),
      icon: 'building' as const,
      words: `${tenant.name.en} ${tenant.name.zh} organisation 组织`,
      run: () => onSwitchTenant(tenant.id),
    })),
    { label: t('help'), icon: 'help', words: 'shortcuts keyboard 快捷键', keys: '?', run: onHelp },
    { label: t('signOut'), icon: 'logout', words: 'logout 退出', run: onSignOut },
  ];

  return (
    <dialog
      ref={dialog}
      className="wh-dialog wh-palette"
      aria-label={t('palette')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.stopPropagation();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <Command label={t('palette')} loop filter={(_, sought, words = []) => matching(sought, words)}>
        <div className="wh-palette__field">
          <Icon name="search" />
          <Command.Input ref={field} value={typed} onValueChange={type} placeholder={t('placeholder')} />
          <button type="button" onClick={onClose} aria-label={t('close')}>
            <kbd>Esc</kbd>
            <Icon name="close" />
          </button>
        </div>
        <Command.List label={t('palette')} className="wh-palette__list">
          <Command.Empty>{t('none')}</Command.Empty>
          <Command.Group heading={t('pages')}>
            {places.map((place) => (
              <Row
                key={`${place.to} ${place.label.en}`}
                id={`page ${place.to} ${place.label.en}`}
                words={[place.label.en, place.label.zh, place.words ?? '']}
                label={f.text(place.label)}
                icon={place.icon}
                keys={place.keys}
                onSelect={go(place.to)}
              />
            ))}
          </Command.Group>
          <Found typed={typed.trim()} go={go} Row={Row} />
          <Command.Group heading={t('actions')}>
            {deeds.map((deed) => (
              <Row
                key={deed.label}
                id={`do ${deed.label}`}
                words={[deed.label, deed.words ?? '']}
                label={deed.label}
                icon={deed.icon}
                keys={deed.keys}
                onSelect={finish(deed.run)}
              />
            ))}
          </Command.Group>
        </Command.List>
      </Command>
    </dialog>
  );
}

export interface RowProps {
  id: string;
  /** What is searched in beside the label. */
  words: string[];
  label: string;
  sub?: string;
  icon: IconName;
  keys?: string;
  onSelect: () => void;
}

function Row({ id, words, label, sub, icon, keys, onSelect }: RowProps) {
  return (
    <Command.Item value={id} keywords={words} onSelect={onSelect} title={label}>
      <Icon name={icon} />
      <span className="wh-palette__name">{label}</span>
      {sub && <span className="wh-palette__sub">{sub}</span>}
      {keys && <Keys keys={keys} />}
    </Command.Item>
  );
}
