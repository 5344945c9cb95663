import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { settled } from './page-checks.mjs';

const WORDS = {
  zh: {
    all: /全部合格/,
    yes: '是',
    saved: /已保存/,
    review: '核对并提交',
    sections: '查看全部章节',
    score: '目前得分',
  },
  en: {
    all: /^All .* conform/,
    yes: 'Yes',
    saved: /^Saved/,
    review: 'Check and submit',
    sections: 'Show all sections',
    score: 'Score so far',
  },
};

/** The form of an audit on a phone, and beside it what the answers should come to. */
export class AuditForm {
  constructor(page, api, audit, language) {
    Object.assign(this, { page, api, audit, language, w: WORDS[language] });
    this.answers = structuredClone(audit.answers);
    this.sections = audit.form.sections;
  }

  /** The form that is open now. */
  static async of(page, api, language = 'zh') {
    await settled(page);
    const id = /audits\/([\w-]+)\/fill/.exec(page.url())[1];
    return new AuditForm(page, api, await api(`/audits/${id}`), language);
  }

  get items() {
    return this.sections.flatMap(({ items }) => items);
  }

  /** An item by its id or the end of it, `C-04`. */
  item(id) {
    return this.items.find((item) => item.id === id || item.id.endsWith(`-${id}`));
  }

  sectionOf(item) {
    return this.sections.find(({ items }) => items.includes(item));
  }

  /** What of a section is not answered yet. */
  open(section) {
    return section.items.filter(({ id }) => !(id in this.answers));
  }

  card(item) {
    return this.page.locator(`[id="item-${item.id}"]`);
  }

  async sectionShown() {
    return (await this.page.getByRole('heading', { level: 1 }).innerText()).trim();
  }

  /** The live score as it is read aloud. */
  async score() {
    const text = await this.page
      .locator('header')
      .getByText(new RegExp(`^${this.w.score}`))
      .first()
      .textContent();
    return text.replace(/^.*[:：]\s*/, '').trim();
  }

  /** Through the sheet of sections. */
  async go(section) {
    await this.step(section[this.language]);
  }

  async review() {
    await this.step(this.w.review);
  }

  async step(name) {
    await this.page.getByRole('button', { name: new RegExp(this.w.sections) }).tap();
    const sheet = this.page.getByRole('dialog');
    await sheet.getByRole('button', { name: new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) }).tap();
    await sheet.waitFor({ state: 'detached' });
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  async choose(item, label) {
    await this.card(item).getByRole('radio', { name: label, exact: true }).locator('xpath=..').tap();
  }

  /** Answers an item well, each kind in its own way. */
  async answer(item) {
    const card = this.card(item);
    switch (item.type) {
      case 'yes_no':
        await this.choose(item, this.w.yes);
        this.answers[item.id] = { value: true };
        break;
      case 'scale': {
        const { min, max } = item.scale;
        const step = card
          .getByRole('radio')
          .nth(max - min - 1)
          .locator('xpath=..');
        await step.tap();
        this.answers[item.id] = { value: max - 1 };
        break;
      }
      case 'choice':
        await card.getByRole('radio').first().locator('xpath=..').tap();
        this.answers[item.id] = { value: item.options[0].code };
        break;
      case 'sample': {
        await card.getByRole('button', { name: this.w.all }).tap();
        const { size } = item.sample;
        this.answers[item.id] = { value: { ok: size, n: size } };
        break;
      }
      default:
        await card.getByRole('textbox').first().fill(String(item.numeric.full_at));
        this.answers[item.id] = { value: item.numeric.full_at };
    }
  }

  /** Waits until the form says that everything has reached the server. */
  async saved() {
    await this.page.getByRole('status').filter({ hasText: this.w.saved }).first().waitFor();
  }

  async onServer() {
    return await this.api(`/audits/${this.audit.id}`);
  }

  /** The score of what is answered so far, as it is shown. */
  expectedSoFar() {
    const { form } = this.audit;
    const sections = form.sections
      .map((section) => ({ ...section, items: section.items.filter(({ id }) => id in this.answers) }))
      .filter(({ items }) => items.length > 0);
    return scoreAudit({ scoring: form.scoring, sections }, this.answers).display.toFixed(1);
  }

  /** The whole audit’s score as it is shown, and its findings’ items. */
  expected() {
    const { form } = this.audit;
    const { display } = scoreAudit(form, this.answers);
    return {
      score: display.toFixed(form.scoring.precision),
      findings: findingsOf(form, this.answers).map(({ itemId }) => itemId),
    };
  }
}
