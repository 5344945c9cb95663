import type { AccessTokenResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Page, PageHeader, Section, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApiPages, useT } from '@wheelhouse/web-core';
import { SecondFactorRule } from '../parts/second-factor-rule.js';
import { ServiceAccounts } from '../parts/service-accounts.js';
import { SignInProvider } from '../parts/sign-in-provider.js';
import { TokenList } from '../parts/token-list.js';
import { texts } from '../texts.js';
import { tokensTexts } from '../tokens-texts.js';

/** How people and programs get in: what sign-in asks for, service accounts, all tokens. */
export function AccessPage() {
  const t = useT(tokensTexts);
  return (
    <Page narrow>
      <PageHeader title={t('page.title')} lead={t('page.lead')} />
      <SecondFactorRule />
      <SignInProvider />
      <ServiceAccounts />
      <AllTokens />
    </Page>
  );
}

function AllTokens() {
  const t = useT(tokensTexts);
  const words = useT(texts);
  const list = useApiPages<AccessTokenResponse>('/access-tokens');
  if (list.error && !list.rows) return <Failed error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Section title={t('all.title')} lead={t('all.lead')}>
      {!list.rows ? (
        <SkeletonRows />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="lock" title={t('all.none')} text={t('all.noneText')} />
      ) : (
        <TokenList
          tokens={list.rows}
          path="/access-tokens"
          changes={['/access-tokens', '/service-accounts', '/auth/tokens']}
          owners
        />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={list.more}>
          {words('members.more')}
        </Button>
      )}
    </Section>
  );
}
