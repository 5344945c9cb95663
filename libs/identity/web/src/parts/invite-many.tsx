import '../identity.css';
import { type GrantBody, INVITE_MOST, type InviteManyBody, type InviteManyResponse } from '@wheelhouse/contracts';
import { FormField, NativeSelect, Notice, TextArea } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import { api, FormProblem, useLocale, useSave, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { inviteManyTexts } from '../invite-many-texts.js';
import { peopleTexts } from '../people-texts.js';
import { emptyGrant, GrantFields, lacksPlace } from './grant-fields.js';
import { InvitedMany } from './invited-many.js';
import { type ReadLine, readPeople } from './read-people.js';

type Person = Extract<ReadLine, { name: string }>;

/** Invites many at once: a line for each, pasted or typed, with one role and place for all. */
export function InviteMany({ onClose }: { onClose: () => void }) {
  const t = useT(inviteManyTexts);
  const people = useT(peopleTexts);
  const [text, setText] = useState('');
  const [locale, setLocale] = useState(useLocale());
  const [grant, setGrant] = useState<GrantBody>(emptyGrant);
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<Person[]>([]);
  const lines = readPeople(text);
  const readable = lines.filter((line): line is Person => line.wrong === undefined);
  const save = useSave((body: InviteManyBody) => api.post<InviteManyResponse>('/invitations/many', body), {
    changes: ['/invitations', '/mails'],
    quiet: true,
    done: null,
  });
  const count = readable.length;
  const tooMany = count > INVITE_MOST;
  if (save.data) {
    const left = lines.filter((line): line is Exclude<ReadLine, Person> => line.wrong !== undefined);
    return <InvitedMany answer={save.data} left={left} onClose={onClose} />;
  }
  // The server counts the people; the reader counts the lines.
  const refused = sent.flatMap(({ line }, i) => {
    const why = save.problem?.field(`invitations[${i}].email`) ?? save.problem?.field(`invitations[${i}].name`);
    return why ? [{ line, why }] : [];
  });
  const shown = sent.flatMap((_, i) =>
    ['email', 'name', 'grants[0].role', 'grants[0].scopeId'].map((field) => `invitations[${i}].${field}`),
  );
  return (
    <FormModal
      open
      width={640}
      title={t('title')}
      lead={t('lead')}
      submit={count > 0 ? t('go', { count }) : t('goNone')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (count === 0 || tooMany || lacksPlace(grant)) return;
        setSent(readable);
        save.mutate({ invitations: readable.map(({ name, email }) => ({ name, email, locale, grants: [grant] })) });
      }}
      problem={<FormProblem problem={save.problem} shown={shown} />}
    >
      <FormField
        label={t('lines')}
        hint={t('linesHint')}
        problem={tooMany ? t('tooMany', { max: INVITE_MOST }) : tried && count === 0 ? t('nobody') : undefined}
        required
      >
        {(bind) => (
          <TextArea
            {...bind}
            rows={6}
            spellCheck={false}
            placeholder={t('example')}
            value={text}
            onChange={(e) => setText(e.target.value)}
          />
        )}
      </FormField>
      {lines.length > 0 && <Preview lines={lines} refused={refused} />}
      <GrantFields
        value={grant}
        onChange={setGrant}
        problem={(name) =>
          save.problem?.field(`invitations[0].grants[0].${name}`) ??
          (tried && name === 'scopeId' && lacksPlace(grant) ? people('missingPlace') : undefined)
        }
      />
      <FormField label={people('language')}>
        {(bind) => (
          <NativeSelect
            {...bind}
            value={locale}
            onChange={(e) => setLocale(e.target.value as typeof locale)}
            options={[
              { value: 'zh-CN', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        )}
      </FormField>
    </FormModal>
  );
}

/** What was read, line by line; wrong ones first, by their numbers. */
function Preview({ lines, refused }: { lines: ReadLine[]; refused: { line: number; why: string }[] }) {
  const t = useT(inviteManyTexts);
  const readable = lines.filter((line): line is Person => line.wrong === undefined);
  const wrong = lines.filter((line): line is Exclude<ReadLine, Person> => line.wrong !== undefined);
  const problems = [
    ...wrong.map(({ line, text, wrong: what }) => ({ line, why: t(`wrong.${what}`), text })),
    ...refused.map((each) => ({ ...each, text: readable.find(({ line }) => line === each.line)?.email ?? '' })),
  ].sort((a, b) => a.line - b.line);
  return (
    <div className="wh-stack" style={{ gap: 8 }}>
      {problems.length > 0 && (
        <Notice tone="watch">
          <b>{t('left', { count: problems.length })}</b>
          <ul className="id-lines">
            {problems.map(({ line, why, text }) => (
              <li key={line} className="id-long">
                {t('line', { line, why })} <span className="wh-muted">{text}</span>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {readable.length > 0 && (
        <section aria-label={t('read', { count: readable.length })}>
          <p className="wh-small wh-muted">{t('read', { count: readable.length })}</p>
          <ol className="id-preview" tabIndex={0}>
            {readable.map(({ line, name, email }) => (
              <li key={line} className="id-long">
                {name} <span className="wh-muted">{email}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}
