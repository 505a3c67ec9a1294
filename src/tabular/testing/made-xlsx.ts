import { strToU8, type Zippable, zipSync } from 'fflate';

type Parts = Partial<Record<'workbook' | 'sheet' | 'styles' | 'strings', string>>;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook as Excel writes them; `sheet` is what stands between the tags of `sheetData`. */
export function xlsxParts({ workbook = '', sheet = '', styles = '', strings = '' }: Parts): Zippable {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': strToU8(`${head}<Types/>`),
    'xl/workbook.xml': strToU8(
      `${head}<workbook xmlns="${main}" xmlns:r="${office}">${workbook}<sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${head}<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}${relation(3, 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    'xl/styles.xml': strToU8(`${head}<styleSheet>${styles}</styleSheet>`),
    'xl/sharedStrings.xml': strToU8(`${head}<sst>${strings}</sst>`),
  };
}

/** A workbook of these parts. */
export function madeXlsx(parts: Parts, more: Zippable = {}): Uint8Array {
  return zipSync({ ...xlsxParts(parts), ...more });
}

/** A row of cells that hold their texts themselves. */
export function textRow(place: number, cells: readonly string[]): string {
  const texts = cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${place}">${texts.join('')}</row>`;
}
