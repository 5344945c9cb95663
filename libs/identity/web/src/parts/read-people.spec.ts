import { describe, expect, it } from 'vitest';
import { readPeople } from './read-people.js';

const wang = { name: '王芳', email: 'fang@example.com' };

describe('people in lines', () => {
  it.each([
    '王芳, fang@example.com',
    '王芳，fang@example.com',
    '王芳；fang@example.com',
    '王芳\tfang@example.com',
    'fang@example.com\t王芳',
    '  "王芳" , "fang@example.com" ',
    '王芳 <fang@example.com>',
    '王芳\t\tfang@example.com\t',
  ])('are read from %j', (text) => {
    expect(readPeople(text)).toEqual([{ line: 1, ...wang }]);
  });

  it('keep a comma in a name that stands in a cell, and join names in two cells', () => {
    expect(readPeople('Li, Wei\twei@example.com')).toEqual([{ line: 1, name: 'Li, Wei', email: 'wei@example.com' }]);
    expect(readPeople('Wei\tLi\twei@example.com')).toEqual([{ line: 1, name: 'Wei Li', email: 'wei@example.com' }]);
  });

  it('are named by the number of their line, which counts empty ones', () => {
    const text = [
      '姓名\t邮箱',
      '',
      '王芳\tfang@example.com',
      'fang@',
      '李明',
      'ming@example.com',
      '芳, FANG@example.com',
    ];
    expect(readPeople(text.join('\r\n'))).toEqual([
      { line: 1, text: '姓名\t邮箱', wrong: 'email' },
      { line: 3, ...wang },
      { line: 4, text: 'fang@', wrong: 'email' },
      { line: 5, text: '李明', wrong: 'email' },
      { line: 6, text: 'ming@example.com', wrong: 'name' },
      { line: 7, text: '芳, FANG@example.com', wrong: 'twice' },
    ]);
    expect(readPeople(`${'长'.repeat(101)}, fang@example.com`)).toMatchObject([{ line: 1, wrong: 'long' }]);
    expect(readPeople(' \n\t\n')).toEqual([]);
  });
});
