import type { PaperColumn } from './paper-document';

/** A part of a wide table that stands on one page: places of its columns and their widths in millimetres. */
export type Panel = { places: number[]; widths: number[] };

const squeeze = 1.25;

/**
 * Divides columns among as few panels as their widths need; sticky ones are repeated in each, groups stay together. A table
 * that is only a little too wide is squeezed instead.
 */
export function panelsOf(columns: readonly PaperColumn[], room: number): Panel[] {
  const sticky = columns.flatMap((column, place) => (column.sticky ? [place] : []));
  const units = unitsOf(columns);
  const widthOf = (places: readonly number[]) => places.reduce((sum, place) => sum + (columns[place]?.width ?? 0), 0);
  const own = room - widthOf(sticky);
  const all = units.flat();
  if (widthOf(all) <= own * squeeze) return [panel([...sticky, ...all])];
  const panels: number[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const unit of units) {
    if (used + widthOf(unit) > own) {
      panels.push([...sticky]);
      used = 0;
    }
    panels.at(-1)?.push(...unit);
    used += widthOf(unit);
  }
  return panels.map(panel);

  function panel(places: number[]): Panel {
    const loose = widthOf(places) - widthOf(sticky);
    const part = loose > own ? own / loose : 1;
    const width = (place: number) => (columns[place]?.width ?? 0) * (columns[place]?.sticky ? 1 : part);
    return { places, widths: places.map(width) };
  }
}

/** Neighbouring columns of one group, or single ones; without the sticky. */
function unitsOf(columns: readonly PaperColumn[]): number[][] {
  const units: number[][] = [];
  columns.forEach((column, place) => {
    if (column.sticky) return;
    const before = columns[place - 1];
    const continued = column.group && before?.group?.title === column.group.title && !before.sticky;
    if (continued) units.at(-1)?.push(place);
    else units.push([place]);
  });
  return units;
}
