export * from './ant-provider.js';
export * from './form-modal.js';
