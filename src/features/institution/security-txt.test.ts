import { expect, test } from 'vitest';
import { securityTxt } from './security-txt';

const publicUrl = 'https://journal.college.ru';
const now = new Date('2026-11-20T05:00:00.123Z');

test('T-032 security.txt names a contact, a term below a year and its own address (RFC 9116)', () => {
  expect(securityTxt({ publicUrl, securityContact: 'mailto:security@college.ru' }, now).split('\n')).toEqual([
    'Contact: mailto:security@college.ru',
    'Expires: 2027-05-19T05:00:00Z',
    'Preferred-Languages: ru, en',
    'Canonical: https://journal.college.ru/.well-known/security.txt',
    '',
  ]);
});

test('T-032 where no contact is set, the page on personal data says whom to turn to', () => {
  expect(securityTxt({ publicUrl, securityContact: undefined }, now)).toContain(`Contact: ${publicUrl}/privacy\n`);
});
