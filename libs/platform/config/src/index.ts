export { AppConfig, LOG_LEVELS } from './app-config.js';
export * from './config.module.js';
export { Lifecycle } from './lifecycle.js';
export { readConfig, settingNames, SettingsError } from './read-config.js';
