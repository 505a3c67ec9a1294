import { expect, test } from 'vitest';
import { deviceInWords, placeInWords } from './device-words';

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/144.0 Safari/537.36', 'Chrome, Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/142.0 YaBrowser/25.10 Safari/537.36', 'Яндекс Браузер, Windows'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/144.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari, iPhone'],
  ['curl/8.0', 'curl/8.0'],
  ['unknown', 'неизвестное устройство'],
])('T-009 %s is «%s»', (agent, words) => expect(deviceInWords(agent)).toBe(words));

test('T-009 the place of a session', () => {
  expect(['direct', 'unknown', '203.0.113.9'].map(placeInWords)).toEqual([
    'сеть колледжа',
    'адрес неизвестен',
    '203.0.113.9',
  ]);
});
