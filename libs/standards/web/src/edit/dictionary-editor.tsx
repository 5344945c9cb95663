import type { StandardBody } from '@wheelhouse/contracts';
import { Button, TextInput } from '@wheelhouse/ui';
import { useLanguages, useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { editTexts } from './edit.texts.js';

const NAMES = ['departments', 'servqual', 'moments_of_truth'] as const;
type Name = (typeof NAMES)[number];
const FIELD = { departments: 'department', servqual: 'servqual', moments_of_truth: 'mot' } as const;

/** What items may name. An entry that an item uses cannot be removed. */
export function DictionaryEditor({
  body,
  onChange,
}: {
  body: StandardBody;
  onChange: (change: (body: StandardBody) => StandardBody) => void;
}) {
  const t = useT(editTexts);
  // Dozens of fields: they are drawn at every key that is typed anywhere, so only while they are looked at.
  const [shown, show] = useState(false);
  return (
    <details className="st-more" onToggle={(event) => show(event.currentTarget.open)}>
      <summary>
        {t('dictionaries')} <span className="wh-muted wh-small">{t('dictionariesLead')}</span>
      </summary>
      {shown && NAMES.map((name) => <OneDictionary key={name} name={name} body={body} onChange={onChange} />)}
    </details>
  );
}

function OneDictionary({
  name,
  body,
  onChange,
}: {
  name: Name;
  body: StandardBody;
  onChange: (change: (body: StandardBody) => StandardBody) => void;
}) {
  const t = useT(editTexts);
  const languages = useLanguages();
  const [code, setCode] = useState('');
  const entries = Object.entries(body.dictionaries[name]);
  const set = (change: (old: StandardBody['dictionaries'][Name]) => StandardBody['dictionaries'][Name]) =>
    onChange((old) => ({ ...old, dictionaries: { ...old.dictionaries, [name]: change(old.dictionaries[name]) } }));
  const uses = (of: string) =>
    body.sections.reduce((sum, { items }) => sum + items.filter((item) => item[FIELD[name]] === of).length, 0);
  const add = () => {
    if (code === '' || Object.hasOwn(body.dictionaries[name], code)) return;
    set((old) => ({ ...old, [code]: { en: '', zh: '' } }));
    setCode('');
  };
  return (
    <fieldset className="st-dictionary">
      <legend>{t(`dictionary.${name}`)}</legend>
      {entries.map(([key, text]) => {
        const count = uses(key);
        return (
          <div key={key} className="st-dictionary__row">
            <span className="st-item__id">{key}</span>
            {languages.map((language) => (
              <TextInput
                key={language}
                lang={language === 'zh' ? 'zh-CN' : 'en'}
                aria-label={`${key} · ${t(language === 'zh' ? 'chinese' : 'english')}`}
                placeholder={t(language === 'zh' ? 'chinese' : 'english')}
                maxLength={200}
                value={text[language]}
                onChange={(event) => set((old) => ({ ...old, [key]: { ...text, [language]: event.target.value } }))}
              />
            ))}
            <Button
              variant="quiet"
              icon="trash"
              disabled={count > 0}
              aria-label={t('removeEntry', { code: key })}
              title={count > 0 ? t('inUse', { count }) : t('removeEntry', { code: key })}
              onClick={() => set((old) => Object.fromEntries(Object.entries(old).filter(([other]) => other !== key)))}
            />
          </div>
        );
      })}
      <div className="wh-row">
        <TextInput
          className="st-code"
          aria-label={t('newEntry')}
          placeholder={t('newEntry')}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.target.value.replace(/[^A-Za-z0-9_.-]/g, '').replace(/^[_.-]+/, ''))}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button icon="plus" disabled={code === ''} onClick={add}>
          {t('addEntry')}
        </Button>
      </div>
    </fieldset>
  );
}
