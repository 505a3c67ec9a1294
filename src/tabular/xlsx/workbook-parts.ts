import { TableRefusal } from '../table';
import type { Parts } from './unpack';
import { readXml } from './xml';

/** Where the parts of a workbook lie that are read; `shift`: days from its calendar to that of 1900. */
type WorkbookParts = { sheet: string; strings: string | undefined; styles: string | undefined; shift: number };

/** The first sheet that is not hidden, and what it needs. @throws TableRefusal */
export function findParts(parts: Parts): WorkbookParts {
  if (!parts.has('[Content_Types].xml') || !parts.has('xl/workbook.xml'))
    throw new TableRefusal('Это не таблица Excel, хотя и похоже на неё. Нужен файл XLSX или CSV.');
  if (parts.has('xl/vbaProject.bin'))
    throw new TableRefusal('В файле есть макросы. Сохраните его как «Книга Excel (.xlsx)» без макросов.');
  const { sheets, shift } = readWorkbook(parts);
  const links = readLinks(parts);
  const first = sheets.find(({ hidden }) => !hidden) ?? sheets[0];
  const sheet = first && links.find(({ id }) => id === first.link)?.target;
  if (sheet === undefined || !parts.has(sheet)) throw new TableRefusal('Файл повреждён: в книге нет ни одного листа.');
  const ofType = (type: string) => links.find((link) => link.type === type)?.target;
  return { sheet, strings: ofType('sharedStrings'), styles: ofType('styles'), shift };
}

/** Days from the calendar of 1904, which old Macintoshes write, to that of 1900. */
const calendar1904 = 1462;

function readWorkbook(parts: Parts): { sheets: { link: string; hidden: boolean }[]; shift: number } {
  const sheets: { link: string; hidden: boolean }[] = [];
  let shift = 0;
  readXml(parts.read('xl/workbook.xml'), 'xl/workbook.xml', {
    open: (name, attribute) => {
      if (name === 'workbookPr' && /^(1|true)$/.test(attribute('date1904') ?? '')) shift = calendar1904;
      if (name !== 'sheet') return;
      const state = attribute('state');
      sheets.push({ link: attribute('[^\\s:]+:id') ?? '', hidden: state === 'hidden' || state === 'veryHidden' });
    },
    close: () => undefined,
  });
  return { sheets, shift };
}

function readLinks(parts: Parts): { id: string; type: string; target: string }[] {
  const path = 'xl/_rels/workbook.xml.rels';
  const links: { id: string; type: string; target: string }[] = [];
  readXml(parts.read(path), path, {
    open: (name, attribute) => {
      if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      links.push({
        id: attribute('Id') ?? '',
        type: (attribute('Type') ?? '').replace(/^.*\//, ''),
        target: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
      });
    },
    close: () => undefined,
  });
  return links;
}
