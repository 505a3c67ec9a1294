import { describe, expect, test } from 'vitest';
import { freeLogin, loginBase, loginPattern } from './login';

describe('R-004 logins of names', () => {
  test.each([
    ['Абдуллин', 'Тимур', 'Маратович', 'abdullin.tm'],
    ['Щёлокова', 'Юлия', 'Юрьевна', 'shchelokova.yy'],
    ['Ли', 'Н', null, 'li.n'],
    ['Мамедов оглы', 'Эльчин', null, 'mamedovogly.e'],
    ['李', '明', null, 'user'],
  ])('%s %s %s', (lastName, firstName, middleName, login) => {
    expect(loginBase({ lastName, firstName, middleName })).toBe(login);
    expect(login).toMatch(loginPattern);
  });

  test('namesakes are told apart by a number', () => {
    const taken = new Set(['ivanov.ai', 'ivanov.ai2']);
    expect([freeLogin('ivanov.ai', taken), freeLogin('ivanov.ai', taken)]).toEqual(['ivanov.ai3', 'ivanov.ai4']);
  });
});
