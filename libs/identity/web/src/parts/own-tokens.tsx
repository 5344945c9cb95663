import type { AccessTokenResponse } from '@wheelhouse/contracts';
import { Button, Section, SkeletonRows } from '@wheelhouse/ui';
import { QueryState, useApi, useSession, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { tokensTexts } from '../tokens-texts.js';
import { TokenForm } from './token-form.js';
import { TokenList } from './token-list.js';

const PATH = '/auth/tokens';
const CHANGES = [PATH, '/access-tokens'];

/** Tokens by which programs work in one's name. */
export function OwnTokens() {
  const t = useT(tokensTexts);
  const { person, permissions } = useSession();
  const query = useApi<AccessTokenResponse[]>(PATH);
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={t('own.title')}
      lead={t('own.lead')}
      actions={
        <Button icon="plus" onClick={() => setAdding(true)}>
          {t('own.add')}
        </Button>
      }
    >
      <QueryState query={query} skeleton={<SkeletonRows />}>
        {(tokens) =>
          tokens.length > 0 ? (
            <TokenList tokens={tokens} path={PATH} changes={CHANGES} />
          ) : (
            <p className="wh-muted">{t('own.none')}</p>
          )
        }
      </QueryState>
      {adding && (
        <TokenForm
          path={PATH}
          title={t('own.add')}
          held={permissions}
          owner={person.name}
          changes={CHANGES}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  );
}
