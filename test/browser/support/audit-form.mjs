import { findingsOf, scoreAudit } from '@wheelhouse/scoring-domain';
import { press } from './looks.mjs';
import { settled } from './page-checks.mjs';

const WORDS = {
  zh: {
    all: /全部合格/,
    yes: '是',
    saved: /已保存/,
    review: '核对并提交',
    sections: '查看全部章节',
    list: '章节',
    na: '不适用',
    naReason: '为什么不适用',
    addNote: '添加备注',
    note: '备注',
    score: '目前得分',
  },
  en: {
    all: /^All .* conform/,
    yes: 'Yes',
    saved: /^Saved/,
    review: 'Check and submit',
    sections: 'Show all sections',
    list: 'Sections',
    na: 'N/A',
    naReason: 'Why does it not apply?',
    addNote: 'Add a note',
    note: 'Note',
    score: 'Score so far',
  },
};

/** An answer that earns every point. */
export function goodAnswer(item) {
  if (item.type === 'yes_no') return { value: true };
  if (item.type === 'scale') return { value: item.scale.max };
  if (item.type === 'choice') return { value: item.options[0].code };
  if (item.type === 'sample') return { value: { ok: item.sample.size, n: item.sample.size } };
  return { value: item.numeric.full_at };
}

/** The form of an audit, and beside it what the answers should come to. */
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

  /** Through the list of sections: beside the form at a desk, a sheet on a phone. */
  async go(section) {
    await this.step(section[this.language]);
  }

  async review() {
    await this.step(this.w.review);
  }

  async step(name) {
    const start = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const beside = this.page.getByRole('list', { name: this.w.list }).getByRole('button', { name: start });
    if (await beside.isVisible()) await press(beside);
    else {
      await press(this.page.getByRole('button', { name: new RegExp(this.w.sections) }));
      const sheet = this.page.getByRole('dialog');
      await press(sheet.getByRole('button', { name: start }));
      await sheet.waitFor({ state: 'detached' });
    }
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  async choose(item, label) {
    await press(this.card(item).getByRole('radio', { name: label, exact: true }).locator('xpath=..'));
  }

  /** Not applicable, with the reason that it wants. */
  async leaveOut(item, reason) {
    await this.choose(item, this.w.na);
    await this.card(item).getByRole('textbox', { name: this.w.naReason }).fill(reason);
    this.answers[item.id] = { na: true, naReason: reason };
  }

  async note(item, words) {
    await press(this.card(item).getByRole('button', { name: this.w.addNote }));
    await this.card(item).getByRole('textbox', { name: this.w.note }).fill(words);
    this.answers[item.id].note = words;
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
        await press(step);
        this.answers[item.id] = { value: max - 1 };
        break;
      }
      case 'choice':
        await press(card.getByRole('radio').first().locator('xpath=..'));
        this.answers[item.id] = { value: item.options[0].code };
        break;
      case 'sample': {
        await press(card.getByRole('button', { name: this.w.all }));
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
