import { seeEveryPage } from '../support/every-page.mjs';

seeEveryPage('zh-CN', ['desktop light', 'phone dark']);
