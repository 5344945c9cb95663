import { MAIL_LOGO_CID } from '@wheelhouse/platform-mail';

/** Where a mail's template has room for the tenant's logo. Names cannot make one: they are escaped. */
const SLOT = '<!--logo-->';

/** On a white plate of its own, so that a dark logo is seen in a dark mail too; its name stands below in words. */
const PICTURE = `<img src="cid:${MAIL_LOGO_CID}" alt="" height="36" style="display:block;height:36px;width:auto;max-width:240px;margin:0 0 12px;padding:4px 6px;border:0;border-radius:6px;background-color:#fff;">`;

/** The mail with the logo that the tenant has when it is sent; the picture travels inside, so that nothing is fetched. */
export function withLogo(html: string, logo: Buffer | null): { html: string; logo?: Buffer } {
  if (!html.includes(SLOT)) return { html };
  return logo ? { html: html.replace(SLOT, PICTURE), logo } : { html: html.replace(SLOT, '') };
}
