import { uiTexts, useT } from '@wheelhouse/ui';
import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';

/** A page that comes sooner needs no sign that it is coming. */
const PATIENCE_MS = 150;

/** A thin line at the top while the next page's code is on its way, once that takes long enough to be noticed. */
export function RouteProgress() {
  const t = useT(uiTexts);
  const moving = useNavigation().state !== 'idle';
  const [shown, show] = useState(false);
  useEffect(() => {
    if (!moving) return;
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      show(false);
    };
  }, [moving]);
  return shown ? <div className="wh-progress" role="progressbar" aria-label={t('loading')} /> : null;
}
