/** Why a file of outlets, or an import, is refused as a whole. */
export const IMPORT_ERRORS = {
  'IMPORT.TYPE': {
    status: 415,
    en: 'Send a CSV file (text/csv) or an Excel workbook (.xlsx).',
    zh: '请上传 CSV 文件（text/csv）或 Excel 工作簿（.xlsx）。',
  },
  'IMPORT.TOO_LARGE': {
    status: 413,
    en: 'The file is larger than {limit} MB.',
    zh: '文件超过 {limit} MB。',
  },
  'IMPORT.EMPTY': { status: 422, en: 'The file is empty.', zh: '文件是空的。' },
  'IMPORT.FILE_NAME': {
    status: 400,
    en: 'The header X-File-Name must hold the file’s name, percent-encoded, of 1–200 characters.',
    zh: '请求头 X-File-Name 须为经百分号编码的文件名，1–200 个字符。',
  },
  'IMPORT.OLD_EXCEL': {
    status: 422,
    en: 'This is a workbook of an old Excel (.xls). Save it as .xlsx or CSV.',
    zh: '这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV。',
  },
  'IMPORT.MISMATCH': {
    status: 422,
    en: 'The file says it is {declared}, but what is in it is not.',
    zh: '文件声明为 {declared}，但内容不符。',
  },
  'IMPORT.BROKEN': {
    status: 422,
    en: 'The file cannot be read: {reason}',
    zh: '无法读取文件：{reason}',
  },
  'IMPORT.ENCODING': {
    status: 422,
    en: 'The characters of this file are neither UTF-8, UTF-16 nor GB18030 throughout. Save it as “CSV UTF-8”.',
    zh: '文件编码不是统一的 UTF-8、UTF-16 或 GB18030，请另存为“CSV UTF-8”。',
  },
  'IMPORT.UNPACKED_SIZE': {
    status: 422,
    en: 'Unpacked, this workbook would be larger than {limit} MB. Delete empty rows, pictures and other sheets.',
    zh: '该工作簿解压后超过 {limit} MB，请删除空行、图片和其他工作表。',
  },
  'IMPORT.TOO_MANY_ROWS': {
    status: 422,
    en: 'The file has {rows} rows; one import takes at most {max}. Split the file.',
    zh: '文件共有 {rows} 行，单次最多导入 {max} 行，请拆分文件。',
  },
  'IMPORT.TOO_MANY_COLUMNS': {
    status: 422,
    en: 'The file has {columns} columns; at most {max} are read.',
    zh: '文件共有 {columns} 列，最多读取 {max} 列。',
  },
  'IMPORT.NO_ROWS': {
    status: 422,
    en: 'Below the headings there is no row.',
    zh: '表头下方没有数据行。',
  },
  'IMPORT.NO_CODE_COLUMN': {
    status: 422,
    en: 'The first row has no column “code”. Begin with the template.',
    zh: '首行没有“门店编码”（code）列，请使用模板。',
  },
  'IMPORT.COLUMN_TWICE': {
    status: 422,
    en: 'Two columns mean the same: “{first}” and “{second}”.',
    zh: '有两列含义相同：“{first}”和“{second}”。',
  },
  'IMPORT.STATUS': {
    status: 409,
    en: 'This import can no longer do that.',
    zh: '该导入当前状态不允许此操作。',
  },
  'IMPORT.HAS_WRONG': {
    status: 409,
    en: '{count} rows are wrong. Mend the file, or import without them.',
    zh: '有 {count} 行有误。请修正文件，或跳过这些行导入。',
  },
  'IMPORT.NOTHING': {
    status: 409,
    en: 'There is nothing to import: no row is new or changed.',
    zh: '没有可导入的内容：没有新增或变更的行。',
  },
  'IMPORT.STALE': {
    status: 409,
    en: '{count} of these outlets were changed since the file was checked. Nothing was written; check the file again.',
    zh: '自检查以来，有 {count} 家门店已被修改。未写入任何数据，请重新检查文件。',
  },
  'EXPORT.TOO_MANY': {
    status: 422,
    en: 'These are more than {max} outlets. Narrow the filter.',
    zh: '超过 {max} 家门店，请缩小筛选范围。',
  },
} as const;

/** What can be wrong with one cell of such a file. */
export const IMPORT_FIELD_TEXTS = {
  'IMPORT.NO_SUCH': { en: 'There is no “{value}”.', zh: '不存在“{value}”。' },
  'IMPORT.NO_SUCH_NEAREST': {
    en: 'There is no “{value}”. Did you mean {nearest}?',
    zh: '不存在“{value}”，是否应为 {nearest}？',
  },
  'IMPORT.AMBIGUOUS': {
    en: 'Several are called “{value}”. Write one of the codes: {codes}.',
    zh: '有多个名为“{value}”，请填写编码：{codes}。',
  },
  'IMPORT.DUPLICATE_ROW': {
    en: 'Row {row} has the same code. Keep one of them.',
    zh: '与第 {row} 行编码相同，请只保留一行。',
  },
  'IMPORT.OUT_OF_SCOPE': {
    en: 'An outlet outside your scope has this code.',
    zh: '您权限范围之外的门店已使用此编码。',
  },
  'IMPORT.DATE': {
    en: 'Is not a date. Write YYYY-MM-DD, such as 2026-03-31.',
    zh: '不是有效日期，请写作 YYYY-MM-DD，如 2026-03-31。',
  },
  'IMPORT.NUMBER': { en: 'Is not a number. Write it as 31.2304.', zh: '不是有效数字，请写作 31.2304。' },
  'IMPORT.CLOSED_BEFORE_OPENED': {
    en: 'Lies before the first open day, {opened}.',
    zh: '早于开业日期 {opened}。',
  },
  'IMPORT.OPENED_AFTER_MOVE': {
    en: 'Must lie before {moved}, when the outlet moved for the first time.',
    zh: '须早于门店首次调整归属的日期 {moved}。',
  },
  'IMPORT.CELL_ERROR': { en: 'The cell holds an error ({value}).', zh: '单元格为错误值（{value}）。' },
  'IMPORT.ROW_CHANGED': {
    en: '{code}: changed since the file was checked.',
    zh: '{code}：自检查以来已被修改。',
  },
} as const;
