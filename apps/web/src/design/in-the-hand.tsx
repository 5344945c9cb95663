import { BigChoice, Button, List, ListRow, ScoreText, StickyBottomBar } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { designTexts } from './design.texts.js';

/** The density of a phone: 44 px targets, text of 16 px, the primary action at the bottom. */
export function InTheHand() {
  const t = useT(designTexts);
  const [answer, setAnswer] = useState<'yes' | 'no' | 'na' | null>(null);
  return (
    <div className="ds-phone">
      <List label={t('groups.phone')}>
        <ListRow to="/" icon="shop" title={t('longName')} sub="HZ-014" end={<ScoreText value={72.4} />} />
        <ListRow to="/" icon="clipboard" title={t('kinds.self')} sub={t('plan')} />
      </List>
      <div className="ds-phone__body">
        <p>{t('answer')}</p>
        <BigChoice
          label={t('answer')}
          value={answer}
          onChange={setAnswer}
          choices={[
            { value: 'yes', label: t('yes'), tone: 'good' },
            { value: 'no', label: t('no'), tone: 'bad' },
            { value: 'na', label: t('na'), tone: 'neutral' },
          ]}
        />
      </div>
      <StickyBottomBar>
        <span className="wh-muted wh-small">{t('left')}</span>
        <Button variant="primary">{t('next')}</Button>
      </StickyBottomBar>
    </div>
  );
}
