import type { WebhookSecretResponse } from '@wheelhouse/contracts';
import { Button, Dialog, toast } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { webhooksTexts } from './webhooks-texts.js';

/** Shows a secret, once. */
export function SecretDialog({ made, onClose }: { made: WebhookSecretResponse; onClose: () => void }) {
  const t = useT(webhooksTexts);
  const copy = () => void navigator.clipboard?.writeText(made.secret).then(() => toast(t('copied')));
  return (
    <Dialog
      open
      firm
      title={t('secretTitle')}
      onClose={onClose}
      actions={
        <>
          <Button icon="copy" onClick={copy}>
            {t('copy')}
          </Button>
          <Button variant="primary" onClick={onClose}>
            {t('done')}
          </Button>
        </>
      }
    >
      <p>{t('secretText')}</p>
      <code className="hook-secret">{made.secret}</code>
    </Dialog>
  );
}
