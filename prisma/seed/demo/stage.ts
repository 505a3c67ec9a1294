import type { Actor } from '@/access/actor';
import { localDateOf } from '@/domain/deadlines/zone';
import type { Command } from '@/server/command';
import { setDemoClock } from '@/server/postgres/demo-clock';
import { runAs, systemActor } from '@/server/system-actor';
import { timeZone } from './calendar';

/** Runs commands as the product itself, at moments of the college's past: the database's clock is set to each of them. */
export class Stage {
  private actor: Actor = systemActor(new Date(0), '1970-01-01', timeZone);

  constructor(
    private readonly ownerUrl: string,
    /** Nothing happens later than this. */
    private readonly latest: Date,
  ) {}

  /** From now on it is this instant, or the latest allowed one. */
  async at(iso: string): Promise<void> {
    const wanted = new Date(iso);
    const now = wanted < this.latest ? wanted : this.latest;
    await setDemoClock(this.ownerUrl, now.toISOString());
    this.actor = systemActor(now, localDateOf(now, timeZone), timeZone);
  }

  run<Input, Result>(command: Command<Input, Result>, input: Input): Promise<Result> {
    return runAs(this.actor, command, input);
  }

  /** As `run`, in the name of a person. */
  runFor<Input, Result>(personId: number, command: Command<Input, Result>, input: Input): Promise<Result> {
    return runAs({ ...this.actor, personId }, command, input);
  }
}

/** Splits a list into runs of at most `size`. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  );
}

/** Maps the numbers of the plan to ids of the database. */
export class Ids {
  private readonly known = new Map<string | number, number>();

  set(key: string | number, id: number | undefined): void {
    if (id === undefined) throw new Error(`no id came back for ${key}`);
    this.known.set(key, id);
  }

  has(key: string | number): boolean {
    return this.known.has(key);
  }

  get(key: string | number): number {
    const id = this.known.get(key);
    if (id === undefined) throw new Error(`nothing was made for ${key}`);
    return id;
  }
}

/** What has been made so far, by the keys of the plan. */
export interface Made {
  people: Ids;
  departments: Ids;
  programmes: Ids;
  /** `programme entryYear`. */
  curricula: Ids;
  /** `programme entryYear index`. */
  items: Ids;
  /** Courses by the same key as `items`. */
  courses: Ids;
  groups: Ids;
  /** Start year. */
  years: Ids;
  /** `year half`. */
  periods: Ids;
  /** `group division number`. */
  subgroups: Ids;
  schemes: Ids;
  /** `scheme place`. */
  topics: Ids;
  sections: Ids;
  entries: Ids;
  lessons: Ids;
}

export function nothingMade(): Made {
  const ids = (): Ids => new Ids();
  return {
    people: ids(),
    departments: ids(),
    programmes: ids(),
    curricula: ids(),
    items: ids(),
    courses: ids(),
    groups: ids(),
    years: ids(),
    periods: ids(),
    subgroups: ids(),
    schemes: ids(),
    topics: ids(),
    sections: ids(),
    entries: ids(),
    lessons: ids(),
  };
}
