export { isMailAddress, oneLine } from './mail-address.js';
export { MailDeliveryError } from './mail-delivery-error.js';
export { MailModule } from './mail.module.js';
export { MAIL_LOGO_CID, type Mail, type MailOptions } from './mail.options.js';
export { MailService } from './mail.service.js';
