export * from './ant-provider.js';
export * from './data-table.js';
export * from './form-modal.js';
