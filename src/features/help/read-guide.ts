import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { lexer, type MarkedToken } from 'marked';
import type { GuideName } from './guides';
import { slug } from './slug';

const folder = () => path.join(process.cwd(), 'docs', 'guides');

export type Picture = { width: number; height: number };

export type Guide = {
  /** What the text is made of, in order. */
  tokens: readonly MarkedToken[];
  /** Its second headings: the tasks. */
  contents: readonly { anchor: string; heading: string }[];
  /** By file name: the size in px. */
  pictures: ReadonlyMap<string, Picture>;
};

/** A guide of docs/guides, read anew each time: a correction of the text needs no build. */
export async function readGuide(name: GuideName): Promise<Guide> {
  const text = await readFile(path.join(folder(), `${name}.md`), 'utf8');
  const tokens = lexer(text) as MarkedToken[]; // no extension of the language is in use, so no other tokens exist
  const contents = tokens.flatMap((token) =>
    token.type === 'heading' && token.depth === 2 ? { anchor: slug(token.text), heading: token.text } : [],
  );
  const names = [...text.matchAll(/\(images\/([\w-]+\.png)\)/g)].map(([, file = '']) => file);
  const sizes = await Promise.all(names.map(async (file) => [file, sizeOf(await readPicture(file))] as const));
  return { tokens, contents, pictures: new Map(sizes.flatMap(([file, size]) => (size ? [[file, size]] : []))) };
}

/** The bytes of a guide's picture; null where there is none of this name. */
export async function readPicture(file: string): Promise<Buffer<ArrayBuffer> | null> {
  if (!/^[\w-]+\.png$/.test(file)) return null;
  return readFile(path.join(folder(), 'images', file)).catch(() => null);
}

/** Width and height stand in the first block of a PNG; phones have two dots a pixel. */
function sizeOf(png: Buffer | null): Picture | null {
  return png && { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
