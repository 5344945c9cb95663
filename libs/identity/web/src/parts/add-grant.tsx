import type { GrantBody, MemberResponse } from '@wheelhouse/contracts';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { peopleTexts } from '../people-texts.js';
import { texts } from '../texts.js';
import { emptyGrant, GrantFields, lacksPlace } from './grant-fields.js';

/** One more role for a member. */
export function AddGrant({ member, onClose }: { member: MemberResponse; onClose: () => void }) {
  const t = useT(texts);
  const people = useT(peopleTexts);
  const [grant, setGrant] = useState<GrantBody>(emptyGrant);
  const [tried, setTried] = useState(false);
  const save = useSave((body: GrantBody) => api.post(`/members/${member.id}/grants`, body), {
    changes: ['/members'],
    quiet: true,
    done: t('members.grantDone'),
    onDone: onClose,
  });
  return (
    <FormModal
      open
      title={t('members.grantTitle', { name: member.person.name })}
      submit={t('members.save')}
      busy={save.isPending}
      onSubmit={() => {
        setTried(true);
        if (!lacksPlace(grant)) save.mutate(grant);
      }}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={['role', 'scopeId']} />}
    >
      <GrantFields
        value={grant}
        onChange={setGrant}
        problem={(name) =>
          save.problem?.field(name) ??
          (tried && name === 'scopeId' && lacksPlace(grant) ? people('missingPlace') : undefined)
        }
      />
    </FormModal>
  );
}
