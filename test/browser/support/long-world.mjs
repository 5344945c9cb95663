import { newId } from '@wheelhouse/kernel';
import fs from 'node:fs';
import { goodAnswer } from './audit-form.mjs';
import { apiOf, setPassword } from './people.mjs';

const repeated = (word, length = 200) => word.repeat(length).slice(0, length);
/** Two hundred characters without a place to break: the longest names that are taken. */
export const LONG = { en: repeated('Servicequality'), zh: repeated('始终如一的服务质量') };
const standard = (file) =>
  JSON.parse(fs.readFileSync(new URL(`../../../demo/content/${file}`, import.meta.url), 'utf8'));

/** An organisation in which nothing is yet. Returns its administrator’s account. */
export async function newOrganisation(slug) {
  const admin = `admin@${slug}.test`;
  const password = 'nothing but tea and rain';
  setPassword(admin, password);
  await apiOf('operator@wheelhouse.demo')('/tenants', {
    method: 'POST',
    body: {
      slug,
      name: LONG,
      timeZone: 'Asia/Shanghai',
      weekStart: 1,
      admin: { email: admin, name: repeated('欧阳', 100), password },
    },
  });
  return admin;
}

/** Fills it with one of everything, each with the longest name. Returns the addresses of the pages that show them. */
export async function fillWithLongNames(admin) {
  const api = apiOf(admin);
  const post = (path, body = {}) => api(path, { method: 'POST', body });
  const { today } = await api('/home');
  const day = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const root = (await api('/org-units')).find(({ parentId }) => parentId === null);
  const unit = await post('/org-units', { parentId: root.id, kind: 'region', code: 'LONG', name: LONG });
  const peers = await post('/peer-groups', { code: 'LONG', name: LONG });
  const outlet = await post('/outlets', {
    code: 'LONG-1',
    name: LONG,
    kind: 'shop',
    orgUnitId: unit.id,
    peerGroupId: peers.id,
  });
  const publish = async (file, code) => {
    const body = { ...standard(file), code, name: LONG };
    Object.assign(body.sections[0], LONG);
    Object.assign(body.sections[0].items[0], LONG);
    const draft = await post('/standards/import', { document: body });
    return await post(`/standard-versions/${draft.id}/publish`, { revision: draft.revision });
  };
  const version = await publish('TEA.json', 'LONG-TEA');
  const shops = await publish('MS-4S.json', 'LONG-MS');
  const place = { kind: 'hq_audit', outletId: outlet.id, standardVersionId: version.id };
  await post('/assignments', { ...place, windowFrom: today, windowTo: day(6) });
  const wave = await post('/waves', {
    name: LONG,
    standardVersionId: shops.id,
    scenario: LONG,
    windowFrom: today,
    windowTo: day(6),
    releaseOn: day(10),
  });
  const cycle = await post('/cycles', { name: LONG, orgUnitId: unit.id, standardVersionId: version.id });
  await post(`/cycles/${cycle.id}/objectives`, {
    name: LONG,
    metric: { kind: 'source_score', source: 'audit' },
    direction: 'up',
    target: 95,
    dueOn: day(30),
  });
  const [draft, done] = [newId(), newId()];
  for (const id of [draft, done]) await post('/audits', { id, ...place, visitDate: today });
  const { form } = await api(`/audits/${done}`);
  const [failed, ...rest] = form.sections.flatMap(({ items }) => items);
  const answers = Object.fromEntries(rest.map((item) => [item.id, goodAnswer(item)]));
  answers[failed.id] = { ...worst(failed), note: LONG.zh };
  await post(`/audits/${done}/submit`, { visitDate: today, answers });
  const member = (await api('/members')).items[0];
  return {
    outlet: `/outlets/${outlet.id}`,
    unit: `/network?unit=${unit.id}`,
    cycle: `/cycles/${cycle.id}`,
    wave: `/waves/${wave.id}`,
    standard: `/standards/versions/${version.id}`,
    result: `/audits/${done}`,
    form: `/audits/${draft}/fill`,
    member: `/members/${member.id}`,
  };
}

function worst(item) {
  if (item.type === 'yes_no') return { value: false };
  if (item.type === 'scale') return { value: item.scale.min };
  if (item.type === 'choice') return { value: item.options.at(-1).code };
  if (item.type === 'sample') return { value: { ok: 0, n: item.sample.size } };
  return { value: item.numeric.zero_at };
}
