import type { LocalizedText } from '@wheelhouse/kernel';

/** One column of the file in which outlets travel. */
export interface OutletFileColumn {
  /** What stands in the first row of a file that we write. Codes never change; new ones are only appended. */
  code: string;
  label: LocalizedText;
  /** What belongs into it, for the second sheet of a workbook. */
  help: LocalizedText;
  /** Other headings that people give it, in either language. */
  also: readonly string[];
}

const column = (code: string, en: string, zh: string, help: LocalizedText, ...also: string[]): OutletFileColumn => ({
  code,
  label: { en, zh },
  help,
  also,
});

/** The columns of an outlet file in their one order; what an outlet says of itself follows as `attr:<name>`. */
export const OUTLET_FILE_COLUMNS = [
  column(
    'code',
    'Code',
    '门店编码',
    {
      en: 'Finds the outlet; one that is not known yet opens a new one. 1–40 letters, digits, . _ - /',
      zh: '用于匹配门店；编码不存在时新建门店。1–40 个字母、数字或 . _ - /',
    },
    'outlet code',
    'store code',
    '编码',
    '门店代码',
    '门店编号',
    '店号',
  ),
  column(
    'name_en',
    'Name (English)',
    '英文名称',
    {
      en: 'Needed for a new outlet. At most 200 characters.',
      zh: '新建门店时必填，最多 200 个字符。',
    },
    'name',
    'english name',
    '门店英文名',
    '英文名',
  ),
  column(
    'name_zh',
    'Name (Chinese)',
    '中文名称',
    {
      en: 'Needed for a new outlet. At most 200 characters.',
      zh: '新建门店时必填，最多 200 个字符。',
    },
    'chinese name',
    '名称',
    '门店名称',
    '门店名',
    '中文名',
  ),
  column(
    'kind',
    'Kind',
    '门店类型',
    {
      en: 'Needed for a new outlet, e.g. 4s or tea_shop: a–z, 0–9 and _',
      zh: '新建门店时必填，如 4s、tea_shop：小写字母、数字和 _',
    },
    'type',
    '类型',
  ),
  column(
    'org_unit',
    'Org unit',
    '所属组织',
    {
      en: 'Code of the org unit, or its name when only one bears it. Another unit than today moves the outlet from today on.',
      zh: '组织单元的编码；名称唯一时也可填名称。与当前不同时，门店自今日起调整归属。',
    },
    'unit',
    'region',
    '组织单元',
    '组织',
    '区域',
    '片区',
  ),
  column(
    'peer_group',
    'Peer group',
    '同类组',
    {
      en: 'Code of the peer group, or its name when only one bears it. Empty: none.',
      zh: '同类组的编码；名称唯一时也可填名称。留空表示无。',
    },
    'peers',
    '对标组',
    '对标分组',
  ),
  column(
    'city_tier',
    'City tier',
    '城市级别',
    { en: '1, 2, 3 or 4. Empty: not said.', zh: '1、2、3 或 4，留空表示未填写。' },
    'tier',
    '城市等级',
  ),
  column(
    'city_en',
    'City (English)',
    '城市（英文）',
    { en: 'Both names of the city or none.', zh: '城市的中英文名称须同时填写或同时留空。' },
    'city',
    '城市英文名',
  ),
  column(
    'city_zh',
    'City (Chinese)',
    '城市',
    { en: 'Both names of the city or none.', zh: '城市的中英文名称须同时填写或同时留空。' },
    '城市（中文）',
    '所在城市',
    '城市中文名',
  ),
  column('latitude', 'Latitude', '纬度', { en: 'Degrees, −90 to 90.', zh: '度，−90 至 90。' }, 'lat'),
  column('longitude', 'Longitude', '经度', { en: 'Degrees, −180 to 180.', zh: '度，−180 至 180。' }, 'lng', 'lon'),
  column(
    'time_zone',
    'Time zone',
    '时区',
    {
      en: 'IANA name such as Asia/Shanghai. Empty: your organisation’s for a new outlet, unchanged for another.',
      zh: 'IANA 名称，如 Asia/Shanghai。留空：新门店取组织时区，已有门店不变。',
    },
    'timezone',
  ),
  column(
    'opened_on',
    'Opened on',
    '开业日期',
    {
      en: 'First open day, YYYY-MM-DD. Empty: today for a new outlet, unchanged for another.',
      zh: '首个营业日，YYYY-MM-DD。留空：新门店取今日，已有门店不变。',
    },
    'opening date',
    '开业日',
    '开店日期',
  ),
  column(
    'closed_on',
    'Closed on',
    '关闭日期',
    {
      en: 'First closed day, YYYY-MM-DD. Empty: open; an empty cell opens a closed outlet again.',
      zh: '首个关闭日，YYYY-MM-DD。留空表示营业中；清空即重新开业。',
    },
    'closing date',
    '关店日期',
    '闭店日期',
    '停业日期',
  ),
] as const satisfies readonly OutletFileColumn[];

/** What stands before the name of an attribute in the first row. */
export const ATTRIBUTE_COLUMN = 'attr:';

export const ATTRIBUTE_HELP: LocalizedText = {
  en: 'What else an outlet says of itself: text, number, or true/false. Name the column attr: and a name of yours. Empty: not said.',
  zh: '门店的其他属性：文本、数字或 true/false。列名为 attr: 加自定义名称，留空表示无。',
};

/** Columns of the list of wrong rows that the import passes over. */
export const REMARK_COLUMNS = ['_row', '_problems'] as const;

/** What a person calls a column of an outlet file. */
export function outletColumnLabel(code: string): LocalizedText {
  const known = OUTLET_FILE_COLUMNS.find((one) => one.code === code);
  if (known) return known.label;
  const name = code.startsWith(ATTRIBUTE_COLUMN) ? code.slice(ATTRIBUTE_COLUMN.length) : code;
  return { en: name, zh: name };
}
