import type { StandardVersionResponse } from '@wheelhouse/contracts';
import { Button, Notice, Page, SkeletonPage } from '@wheelhouse/ui';
import { QueryState, useApi, useFormat, useSession, useT } from '@wheelhouse/web-core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useParams } from 'react-router';
import { VersionActions } from '../actions/version-actions.js';
import { Contents } from '../book/contents.js';
import { FindBar } from '../book/find-bar.js';
import { RuleBook } from '../book/rule-book.js';
import { useVersionsBefore } from '../changes/use-version-before.js';
import { download } from '../edit/download.js';
import { browserStore } from '../edit/draft-store.js';
import { editTexts } from '../edit/edit.texts.js';
import { texts } from '../texts.js';
import { WhatIf } from '../what-if/what-if.js';
import { OtherLanguage, VersionHead } from './version-head.js';
import '../standards.css';
import '../book/book.css';
import '../changes/changes.css';
import '../what-if/what-if.css';

const DraftPage = lazy(() => import('../edit/draft-page.js').then((m) => ({ default: m.DraftPage })));

/** What was said after publishing: the version that stays in use beside, if any. */
export interface Published {
  before: string | null;
  at: string;
}

/** One version of a standard, as a rule book; a draft is edited in the same view. */
export function VersionPage() {
  const { id = '' } = useParams();
  return <Version key={id} id={id} />;
}

function Version({ id }: { id: string }) {
  const version = useApi<StandardVersionResponse>(`/standard-versions/${id}`);
  const [published, setPublished] = useState<Published | null>(null);
  return (
    <QueryState query={version}>
      {(data) =>
        data.status === 'draft' && data.can.edit ? (
          <Suspense fallback={<SkeletonPage />}>
            <DraftPage
              version={data}
              onPublished={(before) => setPublished({ before, at: new Date().toISOString() })}
            />
          </Suspense>
        ) : (
          <Frozen version={data} published={published} />
        )
      }
    </QueryState>
  );
}

function Frozen({ version, published }: { version: StandardVersionResponse; published: Published | null }) {
  const t = useT(texts);
  const f = useFormat();
  const root = useRef<HTMLDivElement>(null);
  const [other, setOther] = useState(false);
  const [trying, tryIt] = useState(false);
  return (
    <Page>
      <VersionHead version={version} name={f.text(version.body.name)} actions={<VersionActions version={version} />} />
      {published && (
        <Notice tone="good">
          <p>
            <strong>{t('usedFrom', { version: version.version, time: f.dateTime(published.at) })}</strong>
          </p>
          {published.before !== null && <p>{t('usedBefore', { before: published.before })}</p>}
        </Notice>
      )}
      <KeptHere version={version} />
      <div className="st-bar">
        <div className="st-bar__part st-bar__part--grows st-bar__part--stays">
          <FindBar root={root} of={`${version.id}${String(other)}`} />
          <Button icon="target" aria-pressed={trying} onClick={() => tryIt(!trying)}>
            {t('whatIf')}
          </Button>
        </div>
        <OtherLanguage on={other} onChange={setOther} />
      </div>
      <div className={trying ? 'st-layout st-layout--trying' : 'st-layout'}>
        <Contents sections={version.body.sections} />
        <RuleBook body={version.body} other={other} root={root} />
        {trying && <TryFrozen version={version} onClose={() => tryIt(false)} />}
      </div>
    </Page>
  );
}

/** The trial of a frozen version beside the one before it. */
export function TryFrozen({ version, onClose }: { version: StandardVersionResponse; onClose: () => void }) {
  const before = useVersionsBefore(version)?.[0];
  const other = useApi<StandardVersionResponse>(before ? `/standard-versions/${before.id}` : null);
  return <WhatIf body={version.body} before={other.data?.body} onClose={onClose} />;
}

/** What was typed on this device into a draft that was published or closed before it reached the server. */
function KeptHere({ version }: { version: StandardVersionResponse }) {
  const t = useT(editTexts);
  const tc = useT(texts);
  const { memberId } = useSession();
  const [store] = useState(() => browserStore(memberId ?? 'none', version.id));
  const [kept, setKept] = useState(() => store.load());
  if (!kept) return null;
  return (
    <Notice tone="watch">
      <p>{t('kept')}</p>
      <div className="wh-row st-notice__actions">
        <Button icon="download" onClick={() => download(version.body.code, kept.body)}>
          {t('keptDownload')}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            store.clear();
            setKept(null);
          }}
        >
          {tc('close')}
        </Button>
      </div>
    </Notice>
  );
}
