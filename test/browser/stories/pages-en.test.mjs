import { seeEveryPage } from '../support/every-page.mjs';

seeEveryPage('en', []);
