import type { CreateWaveBody, Page, StandardSummary, WaveResponse } from '@wheelhouse/contracts';
import { addDays } from '@wheelhouse/kernel';
import { FormField, LocalizedField, NativeSelect, TextArea, TextInput } from '@wheelhouse/ui';
import { FormModal } from '@wheelhouse/ui/antd';
import {
  api,
  FormProblem,
  localToday,
  useApi,
  useFormat,
  useLanguages,
  useSave,
  useSession,
  useT,
} from '@wheelhouse/web-core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { texts } from '../texts.js';

const SHOWN = ['name', 'scenario', 'standardVersionId', 'windowFrom', 'windowTo', 'releaseOn'];

/** Plans a wave: standard, scenario, days, release. */
export function WaveForm({ onClose }: { onClose: () => void }) {
  const t = useT(texts);
  const languages = useLanguages();
  const f = useFormat();
  const navigate = useNavigate();
  const { tenant } = useSession();
  const today = localToday(tenant?.timeZone);
  const [name, setName] = useState({ en: '', zh: '' });
  const [scenario, setScenario] = useState({ en: '', zh: '' });
  const [version, setVersion] = useState('');
  const [windowFrom, setFrom] = useState(addDays(today, 1));
  const [windowTo, setTo] = useState(addDays(today, 28));
  const [releaseOn, setRelease] = useState(addDays(today, 35));
  const [tried, attempt] = useState(false);
  const standards = useApi<Page<StandardSummary>>('/standards', { kind: 'mystery_shop', limit: 100 });
  const versions = (standards.data?.items ?? []).flatMap((standard) =>
    standard.versions
      .filter(({ status }) => status === 'published')
      .map((one) => ({ value: one.id, label: `${f.text(standard.name)} ${one.version}` })),
  );
  const standardVersionId = version || versions[0]?.value || '';
  const save = useSave((body: CreateWaveBody) => api.post<WaveResponse>('/waves', body), {
    changes: ['/waves'],
    done: t('created'),
    quiet: true,
    onDone: (made) => void navigate(`/waves/${made.id}`),
  });
  const needed = (value: string, field: string) =>
    save.problem?.field(field) ?? (tried && value.trim() === '' ? t('needed') : undefined);
  return (
    <FormModal
      open
      title={t('createTitle')}
      submit={t('createSubmit')}
      busy={save.isPending}
      onClose={onClose}
      problem={<FormProblem problem={save.problem} shown={SHOWN} />}
      onSubmit={() => {
        attempt(true);
        const texts = [name.en, name.zh, scenario.en, scenario.zh, standardVersionId, windowFrom, windowTo, releaseOn];
        if (texts.some((text) => text.trim() === '')) return;
        save.mutate({ name, scenario, standardVersionId, windowFrom, windowTo, releaseOn });
      }}
    >
      <LocalizedField
        label={t('name')}
        required
        value={name}
        onChange={setName}
        problem={(lang) => needed(name[lang], `name.${lang}`)}
      />
      <FormField
        label={t('standard')}
        required
        problem={
          standards.data && versions.length === 0 ? t('noStandard') : needed(standardVersionId, 'standardVersionId')
        }
      >
        {(bind) => (
          <NativeSelect
            {...bind}
            value={standardVersionId}
            onChange={(event) => setVersion(event.target.value)}
            options={versions}
          />
        )}
      </FormField>
      {languages.map((lang, i) => (
        <FormField
          key={lang}
          label={t(`scenarioIn.${lang}`)}
          hint={i === 0 ? t('scenarioHint') : undefined}
          required
          problem={needed(scenario[lang], `scenario.${lang}`)}
        >
          {(bind) => (
            <TextArea
              {...bind}
              lang={lang === 'zh' ? 'zh-CN' : 'en'}
              maxLength={2000}
              value={scenario[lang]}
              onChange={(event) => setScenario({ ...scenario, [lang]: event.target.value })}
            />
          )}
        </FormField>
      ))}
      <div className="wh-grid" style={{ gap: 12 }}>
        <FormField label={t('windowFrom')} required problem={needed(windowFrom, 'windowFrom')}>
          {(bind) => (
            <TextInput {...bind} type="date" value={windowFrom} onChange={(event) => setFrom(event.target.value)} />
          )}
        </FormField>
        <FormField label={t('windowTo')} required problem={needed(windowTo, 'windowTo')}>
          {(bind) => (
            <TextInput
              {...bind}
              type="date"
              min={windowFrom}
              value={windowTo}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </FormField>
      </div>
      <FormField label={t('releaseDay')} hint={t('releaseHint')} required problem={needed(releaseOn, 'releaseOn')}>
        {(bind) => (
          <TextInput
            {...bind}
            type="date"
            min={windowTo}
            value={releaseOn}
            onChange={(event) => setRelease(event.target.value)}
          />
        )}
      </FormField>
    </FormModal>
  );
}
