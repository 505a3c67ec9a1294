import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fileLimits } from './kinds';
import { attachmentHeader, cleanName } from './names';
import { sniffer } from './sniff';

const bytes = (...parts: (string | Uint8Array | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));
const png = (...inside: string[]) =>
  bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], ...inside, [0, 0, 0, 0], 'IEND', [0xae, 0x42, 0x60, 0x82]);
const jpeg = (...inside: string[]) => bytes([0xff, 0xd8, 0xff, 0xe0], ...inside, [0xff, 0xd9]);
const pdf = (...inside: string[]) => bytes('%PDF-1.7\n', ...inside, '\n%%EOF\n');
const zip = (names: Record<string, string>) =>
  Buffer.from(
    zipSync(Object.fromEntries(Object.entries(names).map(([name, text]) => [name, strToU8(text)])), { level: 0 }),
  );
const docx = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' });
const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' });

/** Told in pieces of `step` bytes. */
function told(content: Uint8Array, step = 1000) {
  const told = sniffer();
  for (let at = 0; at < content.length; at += step) told.add(content.subarray(at, at + step));
  const verdict = told.verdict();
  return 'kind' in verdict ? verdict.kind : verdict.refused;
}

describe('T-047 a file is what its bytes say', () => {
  it.each([
    ['a PDF', pdf(), 'pdf'],
    ['a photograph, whatever the camera wrote after it', bytes(jpeg(), 'SEFT'), 'jpeg'],
    ['a picture', png(), 'png'],
    ['a Word document', docx, 'docx'],
    ['a workbook', zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), 'xlsx'],
    ['a text document of LibreOffice', odt, 'odt'],
    ['a text', bytes('Задание: §\u00a03\r\n\t#include <math.h>'), 'txt'],
    ['a text of Windows', bytes([0xc7, 0xe0, 0xe4, 0xe0, 0xed, 0xe8, 0xe5]), 'txt'],
  ])('%s', (_, content, kind) => {
    expect(told(content)).toBe(kind);
    expect(told(content, 1)).toBe(kind);
  });

  it.each([
    ['nothing', bytes(''), 'empty'],
    ['a page', bytes('\n<!DOCTYPE html><p>'), 'markup'],
    ['a drawing', bytes('<?xml version="1.0"?><svg onload="x()"/>'), 'markup'],
    ['a program', bytes('MZ', [0x90, 0, 3, 0]), 'unknown'],
    ['a GIF', bytes('GIF89a', [1, 0, 1, 0]), 'unknown'],
    ['any archive', zip({ 'a.txt': 'a' }), 'unknown'],
    ['a picture with a page at its head', png('<script>alert(1)</script>'), 'polyglot'],
    ['a photograph with a page at its head', jpeg('<html><script>'), 'polyglot'],
    ['a PDF with an archive at its end', bytes(pdf(), zip({ 'a.class': 'x' })), 'polyglot'],
    ['a photograph with an archive at its end', bytes(jpeg(), docx), 'polyglot'],
    ['a picture that goes on', bytes(png(), 'tail'), 'polyglot'],
    ['a document with a page before it', bytes('PK\u0003\u0004<html>', docx), 'polyglot'],
    ['a document that goes on', bytes(docx, '<script>'), 'polyglot'],
    [
      'a document that is a Java program',
      zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'META-INF/MANIFEST.MF': '' }),
      'polyglot',
    ],
    ['a document cut off', docx.subarray(0, docx.length - 9), 'polyglot'],
    [
      'a document with macros',
      zip({ '[Content_Types].xml': '', 'word/document.xml': '', 'word/vbaProject.bin': '' }),
      'macros',
    ],
  ])('%s is refused', (_, content, refused) => {
    expect(told(content)).toBe(refused);
  });

  it('20 MB are not too much, a byte more is (T-042)', () => {
    const most = Buffer.alloc(fileLimits.file, 'а');
    expect(told(most, fileLimits.chunk)).toBe('txt');
    expect(told(Buffer.concat([most, Buffer.from('а')]), fileLimits.chunk)).toBe('tooLarge');
  });
});

describe('T-047 a name says nothing but what it is', () => {
  it.each([
    ['Практическая  работа №\u00a03.docx', 'docx', 'Практическая работа № 3.docx'],
    ['../../etc/passwd.txt', 'txt', 'passwd.txt'],
    ['..%2f..%5cкурс.txt', 'txt', 'курс.txt'],
    ['C:\\Users\\me\\план.PDF', 'pdf', 'план.pdf'],
    ['a\r\nSet-Cookie: x=1.txt', 'txt', 'aSet-Cookie_ x=1.txt'],
    ['отчёт\u202Efdp.txt', 'txt', 'отчётfdp.txt'],
    ['.txt', 'txt', 'файл.txt'],
    ['con.txt', 'txt', 'файл con.txt'],
    [`${'я'.repeat(200)}.jpeg`, 'jpeg', `${'я'.repeat(120)}.jpeg`],
  ] as const)('%j', (given, kind, kept) => {
    expect(cleanName(given, kind)).toBe(kept);
  });

  it.each([
    ['отчёт\u202Efdp.exe', 'pdf'],
    ['план.html', 'txt'],
    ['план', 'pdf'],
    ['фото.png', 'jpeg'],
  ] as const)('%j does not suit %s', (given, kind) => {
    expect(cleanName(given, kind)).toBeNull();
  });

  it('travels in a header as one name and nothing else', () => {
    expect(attachmentHeader("Лист'1(2).pdf")).toBe(
      `attachment; filename="____'1(2).pdf"; filename*=UTF-8''%D0%9B%D0%B8%D1%81%D1%82%271%282%29.pdf`,
    );
    expect(attachmentHeader('a"b\\c.txt')).toContain('filename="a_b_c.txt"');
  });
});
