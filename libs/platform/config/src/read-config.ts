import { readFileSync } from 'node:fs';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AppConfig } from './app-config.js';
import { type SettingFacts, settingsOf } from './setting.js';
import { unknownSettings } from './unknown-settings.js';

/** Settings that cannot be used. `problems`: one line each, with the variable, what is wrong, and an example. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(`Settings that cannot be used: ${problems.join(' | ')}`);
    this.name = 'SettingsError';
  }
}

/**
 * Reads and checks the settings of a process. `config.unknown` names variables that look like ours and are not.
 * @throws SettingsError that lists everything that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv): AppConfig {
  const settings = settingsOf(AppConfig);
  const problems: string[] = [];
  const given: Record<string, string> = {};
  for (const [name, facts] of settings) {
    const { value, problem } = valueOf(env, name, facts);
    if (problem) problems.push(problem);
    if (value !== undefined) given[name] = value;
  }
  const config = plainToInstance(AppConfig, given, { exposeDefaultValues: true });
  const unreadable = new Set(problems.map((problem) => problem.split(/_FILE\b/)[0]));
  for (const { property, constraints } of validateSync(config)) {
    if (unreadable.has(property)) continue;
    problems.push(describe(property, given[property], firstOf(constraints), settings));
  }
  config.unknown = unknownSettings(env, [...settings.keys()]);
  if (problems.length > 0) throw new SettingsError([...problems, ...config.unknown]);
  return config;
}

/** Every variable that `readConfig` reads, those that name files of secrets included. */
export function settingNames(): string[] {
  return [...settingsOf(AppConfig)].flatMap(([name, { secret }]) => (secret ? [name, `${name}_FILE`] : [name]));
}

/** The variable's value, or what the file holds that `<variable>_FILE` names (containers mount secrets as files). */
function valueOf(env: NodeJS.ProcessEnv, name: string, { secret }: SettingFacts): { value?: string; problem?: string } {
  const direct = env[name] || undefined;
  const file = (secret && env[`${name}_FILE`]) || undefined;
  if (!file) return { value: direct };
  if (direct) return { problem: `${name}_FILE is given and ${name} too: give one of them.` };
  try {
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return text ? { value: text } : { problem: `${name}_FILE=${file} is an empty file.` };
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    return { problem: `${name}_FILE=${file} cannot be read (${why}): name a file that this user may read.` };
  }
}

/** One rule is enough; of a text where a number belongs, that it is none. */
function firstOf(broken: Record<string, string> = {}): string {
  return broken['isInt'] ?? broken['isNumber'] ?? Object.values(broken)[0] ?? '';
}

function describe(
  name: string,
  value: string | undefined,
  constraint: string,
  settings: Map<string, SettingFacts>,
): string {
  const { example, secret } = settings.get(name) ?? { example: '…' };
  const rule = constraint.startsWith(`${name} `) ? constraint.slice(name.length + 1) : constraint;
  const shown = value === undefined ? `${name} is missing: it` : secret ? `${name} (hidden)` : `${name}="${value}"`;
  return `${shown} ${rule}, for example ${name}=${example}`;
}
