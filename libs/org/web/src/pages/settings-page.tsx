import '../org.css';
import type { TenantSettingsResponse, UpdateSettingsBody } from '@wheelhouse/contracts';
import {
  Button,
  Facts,
  FormField,
  NativeSelect,
  Notice,
  Page,
  PageHeader,
  Section,
  setAccent,
  StatusTag,
  StickyBottomBar,
} from '@wheelhouse/ui';
import {
  api,
  FormProblem,
  QueryState,
  useApi,
  useFormat,
  useSave,
  useSessionActions,
  useT,
} from '@wheelhouse/web-core';
import { useEffect, useState } from 'react';
import { BrandSection } from '../parts/brand-section.js';
import { SchemeEditor } from '../parts/scheme-editor.js';
import { schemeBody, schemeForm } from '../parts/scheme-form.js';
import { settingsTexts } from '../settings-texts.js';

/** What the tenant decides for itself: name, colour, cut-off, ranking scheme. */
export function SettingsPage() {
  const query = useApi<TenantSettingsResponse>('/settings');
  return (
    <QueryState query={query}>
      {(settings) => <SettingsForm key={JSON.stringify({ ...settings, logo: null })} settings={settings} />}
    </QueryState>
  );
}

const formOf = (settings: TenantSettingsResponse) => ({
  name: settings.name,
  accent: settings.accent,
  cutoffWeekday: settings.cutoffWeekday,
  cutoffHour: settings.cutoffHour,
  scheme: schemeForm(settings.scheme),
});

function SettingsForm({ settings }: { settings: TenantSettingsResponse }) {
  const t = useT(settingsTexts);
  const f = useFormat();
  const { refresh } = useSessionActions();
  const [form, setForm] = useState(() => formOf(settings));
  const set = (change: Partial<typeof form>) => setForm({ ...form, ...change });
  const begun = formOf(settings);
  const changed = (key: keyof typeof form) => JSON.stringify(form[key]) !== JSON.stringify(begun[key]);
  const dirty = (Object.keys(form) as (keyof typeof form)[]).some(changed);
  const disabled = !settings.can.manage;
  const save = useSave((body: UpdateSettingsBody) => api.patch<TenantSettingsResponse>('/settings', body), {
    changes: ['/settings'],
    quiet: true,
    done: t('saved'),
    onDone: () => void refresh(),
  });
  const submit = () =>
    save.mutate({
      ...(changed('name') && { name: form.name }),
      ...(changed('accent') && { accent: form.accent }),
      ...(changed('cutoffWeekday') && { cutoffWeekday: form.cutoffWeekday }),
      ...(changed('cutoffHour') && { cutoffHour: form.cutoffHour }),
      ...(changed('scheme') && { scheme: schemeBody(form.scheme) }),
    });
  // The colour is tried on the whole page at once; leaving puts the saved one back.
  useEffect(() => {
    if (/^#[0-9a-f]{6}$/i.test(form.accent)) setAccent(form.accent);
    return () => setAccent(settings.accent);
  }, [form.accent, settings.accent]);
  const field = (name: string) => save.problem?.field(name);
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;

  return (
    <Page>
      <PageHeader title={t('title')} lead={t('lead')} />
      {disabled && <Notice>{t('readOnly')}</Notice>}
      <form
        className="wh-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Section
          title={t('scheme')}
          lead={t('schemeLead', { next: settings.scheme.version + 1 })}
          actions={<StatusTag>{t('version', { version: settings.scheme.version })}</StatusTag>}
        >
          <SchemeEditor
            value={form.scheme}
            onChange={(scheme) => set({ scheme })}
            problem={save.problem}
            disabled={disabled}
          />
        </Section>
        <Section title={t('week')} lead={t('weekLead')}>
          <div className="wh-stack">
            <Facts
              facts={[
                { label: t('timeZone'), value: settings.timeZone },
                { label: t('weekStart'), value: f.weekday(settings.weekStart) },
              ]}
            />
            <div className="wh-grid" style={{ maxWidth: 560 }}>
              <FormField label={t('cutoffWeekday')} problem={field('cutoffWeekday')}>
                {(bind) => (
                  <NativeSelect
                    {...bind}
                    disabled={disabled}
                    value={form.cutoffWeekday}
                    onChange={(e) => set({ cutoffWeekday: Number(e.target.value) })}
                    options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: f.weekday(day) }))}
                  />
                )}
              </FormField>
              <FormField label={t('cutoffHour')} problem={field('cutoffHour')}>
                {(bind) => (
                  <NativeSelect
                    {...bind}
                    disabled={disabled}
                    value={form.cutoffHour}
                    onChange={(e) => set({ cutoffHour: Number(e.target.value) })}
                    options={Array.from({ length: 24 }, (_, h) => ({ value: String(h), label: hour(h) }))}
                  />
                )}
              </FormField>
            </div>
            <p className="wh-muted">
              {t('cutoffSentence', { day: f.weekday(form.cutoffWeekday), hour: hour(form.cutoffHour) })}
            </p>
          </div>
        </Section>
        <BrandSection
          settings={settings}
          name={form.name}
          accent={form.accent}
          onChange={set}
          problem={field}
          disabled={disabled}
        />
        <FormProblem
          problem={save.problem}
          shown={[
            'name',
            'accent',
            'cutoffWeekday',
            'cutoffHour',
            'scheme.minCoverage',
            'scheme.minSample',
            'scheme.minPeers',
            'scheme.sources',
          ]}
        />
        {dirty && !disabled && (
          <StickyBottomBar>
            <span className="wh-muted">{t('unsaved')}</span>
            <span className="wh-row">
              <Button onClick={() => setForm(begun)}>{t('discard')}</Button>
              <Button type="submit" variant="primary" busy={save.isPending}>
                {t('save')}
              </Button>
            </span>
          </StickyBottomBar>
        )}
      </form>
    </Page>
  );
}
