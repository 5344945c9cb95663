import { Button, ButtonLink, ConfirmButton, Dialog, Icon, toast, WheelMark, type IconName } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';

const ICONS: IconName[] = [
  'home',
  'chart',
  'clipboard',
  'calendar',
  'mask',
  'wheel',
  'book',
  'network',
  'flag',
  'camera',
];

/** Buttons in all states, dialogs, toasts. */
export function Actions() {
  const t = useT(designTexts);
  const [open, setOpen] = useState(false);
  return (
    <Examples>
      <Example name="Button">
        <Button variant="primary" icon="check">
          {t('primary')}
        </Button>
        <Button>{t('secondary')}</Button>
        <Button variant="quiet">{t('quiet')}</Button>
        <Button variant="danger">{t('danger')}</Button>
        <Button icon="edit" aria-label={t('name')} />
      </Example>
      <Example name="Button disabled">
        <Button variant="primary" disabled>
          {t('disabled')}
        </Button>
        <Button disabled>{t('disabled')}</Button>
      </Example>
      <Example name="ButtonLink">
        <ButtonLink to="/" icon="home">
          {t('quiet')}
        </ButtonLink>
      </Example>
      <Example name="ConfirmButton">
        <ConfirmButton
          question={t('question')}
          detail={t('detail')}
          confirm={t('confirm')}
          onConfirm={() => toast(t('cancelled'))}
        >
          {t('danger')}
        </ConfirmButton>
      </Example>
      <Example name="Dialog">
        <Button onClick={() => setOpen(true)}>{t('open')}</Button>
        <Dialog
          open={open}
          title={t('longName')}
          onClose={() => setOpen(false)}
          actions={
            <Button variant="primary" onClick={() => setOpen(false)}>
              {t('close')}
            </Button>
          }
        >
          <p>{t('dialogText')}</p>
        </Dialog>
      </Example>
      <Example name="toast">
        <Button onClick={() => toast({ text: t('toastText'), undo: () => toast(t('undone')) })}>{t('toast')}</Button>
      </Example>
      <Example name="Button wide" wide>
        <Button wide>{t('longName')}</Button>
      </Example>
      <Example name="Icon, WheelMark" wide>
        <WheelMark size={28} />
        {ICONS.map((name) => (
          <Icon key={name} name={name} />
        ))}
        <span className="wh-muted wh-small">{t('icons')}</span>
      </Example>
    </Examples>
  );
}
