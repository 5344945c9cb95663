import { readFileSync } from 'node:fs';
import type { StandardBody, StandardItem } from '@wheelhouse/contracts';
import { allItems } from '../items.js';

export const CONTENT = ['AS-4S', 'SALES-4S', 'MS-4S'] as const;

/** A fresh copy of one of the example standards. */
export function content(code: (typeof CONTENT)[number]): StandardBody {
  const file = new URL(`../../../../../demo/content/${code}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as StandardBody;
}

/** The first item of a type. */
export function itemOfType(body: StandardBody, type: StandardItem['type']): StandardItem {
  return allItems(body).find((item) => item.type === type) as StandardItem;
}
