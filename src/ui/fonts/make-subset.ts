import { readFile, writeFile } from 'node:fs/promises';
import subsetFont from 'subset-font';

/** Latin, Russian, Tatar and the signs that the screen uses; ticks, arrows and state signs are drawn by CSS. */
const ranges: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0x410, 0x44f],
];
const extras = 'Ёё ӘәӨөҮүҖҗҢңҺһ \u00a0\u00ad\u2009\u202f«»„“”‘’…·•°±×÷−–—‑№§≈≠≤≥‹›éèüöäßçñ½¼²³€₽©';

/** Name, source and whether the face also comes hinted. */
const faces = [
  ['pt-sans-400', '@expo-google-fonts/pt-sans/400Regular/PTSans_400Regular.ttf', true],
  ['pt-sans-700', '@expo-google-fonts/pt-sans/700Bold/PTSans_700Bold.ttf', false],
  ['pt-sans-narrow-400', '@expo-google-fonts/pt-sans-narrow/400Regular/PTSansNarrow_400Regular.ttf', true],
  ['pt-sans-narrow-700', '@expo-google-fonts/pt-sans-narrow/700Bold/PTSansNarrow_700Bold.ttf', false],
] as const;

function subsetText(): string {
  const letters = ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
  return String.fromCodePoint(...letters) + extras;
}

/** Writes the web fonts beside this file: every face bare, the regular ones also hinted (desktop at 1×). Run with tsx. */
async function main(): Promise<void> {
  for (const [name, source, hinted] of faces) {
    const font = await readFile(new URL(import.meta.resolve(source)));
    for (const noHinting of hinted ? [false, true] : [true]) {
      const file = new URL(`./${name}${noHinting ? '-bare' : ''}.woff2`, import.meta.url);
      const options = {
        targetFormat: 'woff2',
        noHinting,
        keepFeatures: ['kern', 'mark', 'mkmk', 'locl', 'ccmp'],
      } as const;
      await writeFile(file, await subsetFont(font, subsetText(), options));
    }
  }
}

await main();
