import {
  BigChoice,
  Checkbox,
  FormField,
  LocalizedField,
  NativeSelect,
  SearchInput,
  Segments,
  TextArea,
  TextInput,
} from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { designTexts } from './design.texts.js';
import { Example, Examples } from './example.js';

/** Fields empty, filled, wrong and disabled; choices. */
export function Forms() {
  const t = useT(designTexts);
  const [answer, setAnswer] = useState<'yes' | 'no' | 'na' | null>('no');
  const [kind, setKind] = useState('self');
  const [name, setName] = useState({ en: 'Hangzhou Binjiang', zh: '杭州滨江店' });
  const kinds = (['self', 'supervisor', 'shop'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }));
  return (
    <Examples>
      <Example name="FormField, TextInput">
        <FormField label={t('name')} hint={t('nameHint')} required>
          {(bind) => <TextInput {...bind} defaultValue={t('longName')} />}
        </FormField>
      </Example>
      <Example name="FormField problem">
        <FormField label={t('name')} problem={t('nameProblem')} required>
          {(bind) => <TextInput {...bind} />}
        </FormField>
      </Example>
      <Example name="TextInput disabled">
        <FormField label={t('code')}>{(bind) => <TextInput {...bind} disabled defaultValue="HZ-014" />}</FormField>
      </Example>
      <Example name="TextArea">
        <FormField label={t('note')}>{(bind) => <TextArea {...bind} defaultValue={t('noteText')} />}</FormField>
      </Example>
      <Example name="NativeSelect, SearchInput, Checkbox">
        <div className="wh-stack wh-grow">
          <FormField label={t('kind')}>{(bind) => <NativeSelect {...bind} options={kinds} />}</FormField>
          <SearchInput label={t('outlet')} />
          <Checkbox label={t('remember')} defaultChecked />
        </div>
      </Example>
      <Example name="BigChoice, Segments">
        <div className="wh-stack wh-grow">
          <BigChoice
            label={t('answer')}
            value={answer}
            onChange={setAnswer}
            choices={[
              { value: 'yes', label: t('yes'), tone: 'good' },
              { value: 'no', label: t('no'), tone: 'bad' },
              { value: 'na', label: t('na'), tone: 'neutral' },
            ]}
          />
          <BigChoice
            label={t('disabled')}
            value={null}
            disabled
            onChange={() => undefined}
            choices={[
              { value: 'yes', label: t('yes') },
              { value: 'no', label: t('no') },
            ]}
          />
          <div>
            <Segments label={t('kind')} options={kinds} value={kind} onChange={setKind} />
          </div>
        </div>
      </Example>
      <Example name="LocalizedField" wide>
        <div className="wh-grow">
          <LocalizedField label={t('outlet')} value={name} onChange={setName} />
        </div>
      </Example>
    </Examples>
  );
}
