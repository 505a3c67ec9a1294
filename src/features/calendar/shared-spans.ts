import type { GraphGroup, SharedSpan } from './calendar-view';

/** Spans that several groups have alike, as one line with its groups; in order of days. */
export function sharedSpans(groups: readonly GraphGroup[]): SharedSpan[] {
  const lines = new Map<string, SharedSpan>();
  for (const group of groups) {
    for (const { id, version, ...span } of group.spans) {
      const key = [span.startsOn, span.endsOn, span.kind, span.name].join(' ');
      const line = lines.get(key) ?? { ...span, groups: [] };
      line.groups.push({ spanId: id, version, name: group.name });
      lines.set(key, line);
    }
  }
  return [...lines].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}
