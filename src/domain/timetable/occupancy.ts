import type { LocalDate } from '../types';
import { meets } from '../year/meets';
import type { TimedSection, Vacated } from './week-place';

type Place = Pick<TimedSection, 'groupId' | 'subgroupId' | 'streamId'>;

/** Who is where at which hour: teachers once (a stream counts as one lesson), groups once or by their subgroups. */
export class Occupancy {
  private readonly teachers = new Map<string, number | null>();
  private readonly groups = new Map<string, (number | null)[]>();

  takeTeacher(teacherId: number, date: LocalDate, classPeriod: number, streamId: number | null): void {
    this.teachers.set(`${teacherId} ${date} ${classPeriod}`, streamId);
  }

  takeGroup({ groupId, subgroupId }: Omit<Place, 'streamId'>, date: LocalDate, classPeriod: number): void {
    this.put(`${groupId} ${date} ${classPeriod}`, subgroupId);
  }

  vacate({ groupId, subgroupId, date, classPeriod }: Vacated): void {
    this.put(classPeriod === null ? `${groupId} ${date}` : `${groupId} ${date} ${classPeriod}`, subgroupId);
  }

  isFree({ groupId, subgroupId, streamId }: Place, teacherId: number, date: LocalDate, classPeriod: number): boolean {
    const stream = this.teachers.get(`${teacherId} ${date} ${classPeriod}`);
    if (stream !== undefined && (streamId === null || stream !== streamId)) return false;
    const taken = [`${groupId} ${date}`, `${groupId} ${date} ${classPeriod}`].flatMap(
      (key) => this.groups.get(key) ?? [],
    );
    return !taken.some((other) => meets(other, subgroupId));
  }

  private put(key: string, subgroupId: number | null): void {
    const known = this.groups.get(key);
    if (known) known.push(subgroupId);
    else this.groups.set(key, [subgroupId]);
  }
}
