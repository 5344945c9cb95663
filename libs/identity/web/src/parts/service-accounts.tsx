import '../identity.css';
import { ROLE_PERMISSIONS, type Permission, type ServiceAccountResponse } from '@wheelhouse/contracts';
import { Button, EmptyState, Section, SkeletonRows, StatusTag } from '@wheelhouse/ui';
import { QueryState, useApi, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { tokensTexts } from '../tokens-texts.js';
import { GrantList } from './grant-list.js';
import { ServiceAccountForm } from './service-account-form.js';
import { TokenForm } from './token-form.js';
import { TokenList } from './token-list.js';

const CHANGES = ['/service-accounts', '/access-tokens'];

/** Programs with rights of their own, each with its tokens. */
export function ServiceAccounts() {
  const t = useT(tokensTexts);
  const query = useApi<ServiceAccountResponse[]>('/service-accounts');
  const [edited, setEdited] = useState<ServiceAccountResponse | 'new' | null>(null);
  const [tokenFor, setTokenFor] = useState<ServiceAccountResponse | null>(null);
  return (
    <Section
      title={t('accounts.title')}
      lead={t('accounts.lead')}
      actions={
        <Button icon="plus" onClick={() => setEdited('new')}>
          {t('accounts.add')}
        </Button>
      }
    >
      <QueryState query={query} skeleton={<SkeletonRows rows={2} />}>
        {(accounts) =>
          accounts.length === 0 ? (
            <EmptyState icon="settings" title={t('accounts.none')} text={t('accounts.noneText')} />
          ) : (
            <div className="wh-stack">
              {accounts.map((account) => (
                <article key={account.id} className="id-account">
                  <div className="id-account__head">
                    <div className="wh-row id-long" style={{ gap: 8 }}>
                      <h3>{account.name}</h3>
                      {account.status === 'inactive' && <StatusTag>{t('accounts.inactive')}</StatusTag>}
                    </div>
                    <Button
                      variant="quiet"
                      icon="edit"
                      aria-label={t('accounts.editLabel', { name: account.name })}
                      onClick={() => setEdited(account)}
                    >
                      {t('accounts.edit')}
                    </Button>
                  </div>
                  <GrantList grants={account.grants} />
                  {account.tokens.length > 0 ? (
                    <TokenList tokens={account.tokens} path="/access-tokens" changes={CHANGES} />
                  ) : (
                    <p className="wh-small wh-muted">{t('accounts.noTokens')}</p>
                  )}
                  <div>
                    <Button
                      icon="plus"
                      aria-label={t('accounts.tokenFor', { name: account.name })}
                      onClick={() => setTokenFor(account)}
                    >
                      {t('own.add')}
                    </Button>
                  </div>
                </article>
              ))}
            </div>
          )
        }
      </QueryState>
      {edited && <ServiceAccountForm account={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
      {tokenFor && (
        <TokenForm
          path={`/service-accounts/${tokenFor.id}/tokens`}
          title={t('accounts.tokenFor', { name: tokenFor.name })}
          held={heldBy(tokenFor)}
          owner={tokenFor.name}
          changes={CHANGES}
          onClose={() => setTokenFor(null)}
        />
      )}
    </Section>
  );
}

const heldBy = ({ grants }: ServiceAccountResponse): Permission[] =>
  [...new Set(grants.flatMap(({ role }) => ROLE_PERMISSIONS[role]))].sort();
