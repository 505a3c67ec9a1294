import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

/** Faces of a document. `mono` is PDF's own Courier: ASCII only, for hashes. */
export type FaceName = 'regular' | 'bold' | 'italic' | 'mono';

/** A parsed TrueType font, as far as the engine uses it. */
export type ParsedFont = {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number };
};

const packageFolder = 'node_modules/@expo-google-fonts/tinos';
const files = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
} as const;

const parsed = new Map<keyof typeof files, ParsedFont>();

/** The embedded face, read and parsed once for the life of the process. Throws when the font package is not installed. */
export function parsedFont(name: Exclude<FaceName, 'mono'>): ParsedFont {
  let font = parsed.get(name);
  if (!font) {
    // pdfkit parses the file; an empty document that is never ended is the only public way to its parser.
    const reader = new PDFDocument({ autoFirstPage: false, font: findFontFile(files[name]) }) as unknown as {
      _font: { font: ParsedFont };
    };
    font = reader._font.font;
    parsed.set(name, font);
  }
  return font;
}

// Walks up from the working folder and from this file: a bundled server has no module path to resolve the package from.
function findFontFile(file: string): string {
  for (const start of [process.cwd(), import.meta.dirname ?? '/']) {
    for (let folder = start; ; folder = dirname(folder)) {
      const path = join(/* turbopackIgnore: true */ folder, packageFolder, file);
      if (existsSync(path)) return path;
      if (folder === dirname(folder)) break;
    }
  }
  throw new Error(`Font ${file} not found: the package @expo-google-fonts/tinos is not installed.`);
}
