import type { OutletPersonResponse } from '@wheelhouse/contracts';
import { EmptyState, List, ListRow, Section, SkeletonRows } from '@wheelhouse/ui';
import { Failed, useApi, useFormat, useT } from '@wheelhouse/web-core';
import { outletTexts } from '../outlet.texts.js';

/** Who answers for the outlet: its own people, then the supervisors above. */
export function OutletPeople({ outletId }: { outletId: string }) {
  const t = useT(outletTexts);
  const f = useFormat();
  const query = useApi<OutletPersonResponse[]>(`/outlets/${outletId}/people`);
  return (
    <Section title={t('people')} flush>
      {query.error ? (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      ) : !query.data ? (
        <SkeletonRows rows={3} />
      ) : query.data.length === 0 ? (
        <EmptyState icon="people" title={t('peopleNone')} text={t('peopleNoneText')} />
      ) : (
        <List label={t('people')}>
          {query.data.map(({ name, role, orgUnitName }, i) => (
            <ListRow
              key={i}
              icon="person"
              title={name}
              sub={orgUnitName ? t('supervisorOf', { unit: f.text(orgUnitName) }) : t(`roles.${role}`)}
            />
          ))}
        </List>
      )}
    </Section>
  );
}
