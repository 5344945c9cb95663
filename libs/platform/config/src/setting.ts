import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

export interface SettingFacts {
  /** A value that would be right, shown when a given one is not. */
  example: string;
  /** Never repeated in a message or a log; may come from a file, named by the variable with `_FILE` at its end. */
  secret?: boolean;
}

const SETTINGS = 'wheelhouse:settings';
const YES = new Set(['true', '1', 'yes', 'on']);
const NO = new Set(['false', '0', 'no', 'off']);

/** Says of a property that it is read from the environment variable of its name. What it may be, class-validator says. */
export function Setting(facts: SettingFacts): PropertyDecorator {
  return (target, key) => {
    const known = (Reflect.getMetadata(SETTINGS, target) ?? {}) as Record<string, SettingFacts>;
    Reflect.defineMetadata(SETTINGS, { ...known, [String(key)]: facts }, target);
  };
}

/** Texts as numbers; what is none stays a text and is refused by the check that follows. */
export const AsNumber = () =>
  Transform(({ value }) => (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value));

/** `true` or `false` (or 1, yes, on; 0, no, off). */
export const AsSwitch = () =>
  Transform(({ value }) => {
    const word = String(value).trim().toLowerCase();
    return YES.has(word) ? true : NO.has(word) ? false : value;
  });

/** Every variable that a class of settings reads. */
export function settingsOf(type: new () => object): Map<string, SettingFacts> {
  const known = (Reflect.getMetadata(SETTINGS, type.prototype) ?? {}) as Record<string, SettingFacts>;
  const checked = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = new Set([...Object.keys(known), ...checked.map(({ propertyName }) => propertyName)]);
  return new Map([...names].map((name) => [name, known[name] ?? { example: '…' }]));
}
