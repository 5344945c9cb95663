import { seeEveryPage } from '../support/every-page.mjs';

// Dark is the same in both languages.
seeEveryPage('en', { themes: ['light'], whole: [] });
