/** An open page that may hold something unsent. */
type Live = {
  readonly place: string;
  readonly count: () => number;
  readonly flush: () => void;
  /** Gives what is kept in the browser over to a newer opening of the same page. */
  readonly handOver: () => void;
};

/** Of this tab: also pages that were left and are still sending. */
const live = new Set<Live>();

/** Opens a page's life; the answer ends it. */
export function goLive(page: Live): () => void {
  for (const other of live) if (other.place === page.place) other.handOver();
  live.add(page);
  return () => live.delete(page);
}

/** Unsent values of this tab. */
export function liveCount(): number {
  return [...live].reduce((sum, page) => sum + page.count(), 0);
}

/** The person leaves without what is unsent, and has said so. */
export function forgetLive(): void {
  live.clear();
}

export function flushLive(): void {
  for (const page of live) page.flush();
}
