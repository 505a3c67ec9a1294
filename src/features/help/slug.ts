/** The anchor of a heading, as code hostings make it: «Заполнить занятие» → `заполнить-занятие`. */
export function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
