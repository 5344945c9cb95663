import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorState,
  Notice,
  Segments,
  SkeletonFigures,
  SkeletonRows,
  StatusTag,
} from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';

/** Tags, remarks, nothing here, failed, and (when asked for) loading. */
export function States() {
  const t = useT(designTexts);
  const [loading, setLoading] = useState<'off' | 'on'>('off');
  return (
    <Examples>
      <Example name="StatusTag">
        <StatusTag tone="good" icon="check">
          {t('published')}
        </StatusTag>
        <StatusTag tone="watch" icon="clock">
          {t('review')}
        </StatusTag>
        <StatusTag tone="bad" icon="flag">
          {t('failed')}
        </StatusTag>
        <StatusTag>{t('plan')}</StatusTag>
        <StatusTag tone="accent">{t('current')}</StatusTag>
      </Example>
      <Example name="Notice">
        <div className="wh-stack wh-grow">
          <Notice>{t('noticeInfo')}</Notice>
          <Notice tone="good">{t('noticeGood')}</Notice>
          <Notice tone="watch">{t('noticeWatch')}</Notice>
          <Notice tone="bad">{t('noticeBad')}</Notice>
        </div>
      </Example>
      <Example name="EmptyState">
        <EmptyState
          icon="flag"
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={<ButtonLink to="/">{t('emptyDo')}</ButtonLink>}
        />
      </Example>
      <Example name="ErrorState">
        <div className="wh-grow">
          <ErrorState onRetry={() => undefined} />
        </div>
      </Example>
      <Example name="Skeleton, Button busy" wide>
        <div className="wh-stack wh-grow">
          <div className="wh-row">
            <Segments
              label={t('loading')}
              value={loading}
              onChange={setLoading}
              options={[
                { value: 'off', label: t('off') },
                { value: 'on', label: t('on') },
              ]}
            />
            <Button variant="primary" busy={loading === 'on'}>
              {loading === 'on' ? t('working') : t('primary')}
            </Button>
          </div>
          {loading === 'on' && (
            <>
              <SkeletonFigures />
              <SkeletonRows rows={3} />
            </>
          )}
        </div>
      </Example>
    </Examples>
  );
}
