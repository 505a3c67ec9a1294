import { TableRefusal, tableLimits } from '../table';

/** What a reader of XML is told; names come without their prefix. */
export type XmlEvents = {
  open: (name: string, attribute: (name: string) => string | undefined) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
};

const damaged = (part: string) =>
  new TableRefusal(`Файл повреждён: часть «${part}» не читается. Откройте его в Excel и сохраните заново.`);
const piece = 65_536;
/** Signs of one tag or one text between tags, escapes included. */
const longest = tableLimits.cell * 8;

/**
 * Reads XML piece by piece with no more than a tag in memory. Types of documents and entities of their own are refused, and
 * thereby whatever is built on them (T-044). @throws TableRefusal
 */
export function readXml(bytes: Uint8Array, part: string, events: XmlEvents): void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (let at = 0; at < bytes.length; at += piece) {
      rest = consume(rest + decoder.decode(bytes.subarray(at, at + piece), { stream: true }), events);
      if (rest.length > longest) throw damaged(part);
    }
    rest += decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? damaged(part) : error;
  }
  if (rest.trim() !== '') throw damaged(part);
}

/** Tells what is whole, answers what is not. */
function consume(source: string, events: XmlEvents): string {
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    if (tag < 0) return source.slice(at);
    const end = tagEnd(source, tag);
    if (end < 0) return source.slice(at);
    if (tag > at) events.text?.(unescaped(source.slice(at, tag)));
    tell(source.slice(tag, end), events);
    at = end;
  }
  return '';
}

/** The place behind the tag that begins here; −1 when it goes on in the next piece. */
function tagEnd(source: string, from: number): number {
  const behind = (mark: string) => {
    const place = source.indexOf(mark, from);
    return place < 0 ? -1 : place + mark.length;
  };
  if (source.startsWith('<!--', from)) return behind('-->');
  if (source.startsWith('<![CDATA[', from)) return behind(']]>');
  if (source.startsWith('<?', from)) return behind('?>');
  for (let at = from + 1, quote = ''; at < source.length; at += 1) {
    const sign = source[at];
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at + 1;
  }
  return -1;
}

function tell(tag: string, events: XmlEvents): void {
  if (tag.startsWith('<![CDATA[')) events.text?.(tag.slice(9, -3));
  else if (tag.startsWith('<!--') || tag.startsWith('<?')) return;
  else if (tag.startsWith('<!'))
    throw new TableRefusal('Файл не принят: в нём описан собственный тип документа. Сохраните таблицу в Excel заново.');
  else if (tag.startsWith('</')) events.close(localName(tag.slice(2, -1).trim()));
  else tellElement(tag, events);
}

function tellElement(tag: string, events: XmlEvents): void {
  const alone = tag.endsWith('/>');
  const inside = tag.slice(1, alone ? -2 : -1);
  const name = localName(/^[^\s]*/.exec(inside)?.[0] ?? '');
  events.open(name, (wanted) => attributeOf(inside, wanted));
  if (alone) events.close(name);
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

const sought = new Map<string, RegExp>();

function attributeOf(inside: string, wanted: string): string | undefined {
  const pattern = sought.get(wanted) ?? new RegExp(`\\s${wanted}\\s*=\\s*["']`);
  sought.set(wanted, pattern);
  const place = inside.search(pattern);
  if (place < 0) return undefined;
  const found = /=\s*(?:"([^"]*)"|'([^']*)')/.exec(inside.slice(place));
  const value = found?.[1] ?? found?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(#x?)?([0-9a-zA-Z]{1,8});/g, (whole, kind: string | undefined, body: string) => {
    if (kind === undefined) return named[body] ?? whole;
    const code = Number.parseInt(body, kind === '#x' ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
