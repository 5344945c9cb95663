import { Button, Icon } from '@wheelhouse/ui';
import { useT, withQuery } from '@wheelhouse/web-core';
import { Dropdown } from 'antd';
import { networkTexts } from '../network.texts.js';
import { outletQuery, type NetworkFilters } from './network-filters.js';

/** What the list shows, as a file: the same filters and order. */
export function ExportMenu({ filters }: { filters: NetworkFilters }) {
  const t = useT(networkTexts);
  const link = (format: 'xlsx' | 'csv', label: string) => ({
    key: format,
    label: (
      <a href={`/api/v1${withQuery(`/outlets/export.${format}`, outletQuery(filters))}`} download>
        {label}
      </a>
    ),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items: [link('xlsx', t('exportXlsx')), link('csv', t('exportCsv'))] }}
      placement="bottomRight"
    >
      <Button icon="download">
        {t('export')}
        <Icon name="down" size={14} />
      </Button>
    </Dropdown>
  );
}
