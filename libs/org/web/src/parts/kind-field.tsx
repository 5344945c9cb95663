import { FormField, NativeSelect, TextInput } from '@wheelhouse/ui';
import { useT } from '@wheelhouse/web-core';
import { useState } from 'react';
import { texts } from '../texts.js';
import { useKinds } from './use-kinds.js';

const OTHER = '(other)';

/** The kind of an outlet: one of those in use, or another one that is written. */
export function KindField({
  value,
  onChange,
  problem,
}: {
  value: string;
  onChange: (kind: string) => void;
  problem: string | undefined;
}) {
  const t = useT(texts);
  const { kinds, nameOf } = useKinds();
  const [writing, setWriting] = useState(false);
  const known = value && !kinds.includes(value) && !writing ? [...kinds, value] : kinds;
  if (known.length === 0 || writing) {
    return (
      <FormField label={t('form.kind')} hint={t('form.kindHint')} problem={problem} required>
        {(bind) => (
          <TextInput
            {...bind}
            autoCapitalize="none"
            maxLength={40}
            value={value}
            onChange={(e) => {
              setWriting(true);
              onChange(e.target.value.toLowerCase().replaceAll(/[\s-]+/g, '_'));
            }}
          />
        )}
      </FormField>
    );
  }
  return (
    <FormField label={t('form.kind')} problem={problem} required>
      {(bind) => (
        <NativeSelect
          {...bind}
          value={value}
          placeholder={t('form.chooseKind')}
          onChange={(e) => {
            setWriting(e.target.value === OTHER);
            onChange(e.target.value === OTHER ? '' : e.target.value);
          }}
          options={[
            ...known.map((kind) => ({ value: kind, label: nameOf(kind) })),
            { value: OTHER, label: t('form.otherKind') },
          ]}
        />
      )}
    </FormField>
  );
}
