export { isMailAddress, oneLine } from './mail-address.js';
export { MailDeliveryError } from './mail-delivery-error.js';
export { MailModule } from './mail.module.js';
export type { Mail, MailOptions } from './mail.options.js';
export { MailService } from './mail.service.js';
