import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { type Character, characterOf, type Presence, presenceAt } from './behaviour';
import { demoCalendar, shortenedBells, usualBells } from './calendar';
import { at, type Gap, type LessonContent, type Scene } from './journal-entries';
import { tasksOf } from './journal-tasks';
import type { DemoLesson, DemoPlan } from './model';
import { type Random, random } from './random';
import { Roster, subgroupsOf } from './roster';
import type { Topic } from './topics/parse';

function endOf({ date, pair }: DemoLesson): number {
  const bells = demoCalendar.exceptions.get(date)?.kind === 'shortened' ? shortenedBells : usualBells;
  const [hours = 0, minutes = 0] = (bells[pair - 1]?.endsAt ?? '10:05').split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * Writes the journal as people did: topic and absences at the lesson or some days late, marks of the kinds of work,
 * dots of those who missed an obligatory one and what they handed in later, corrections, the curator's reasons. Nothing
 * after `now`. The same lesson always comes out the same.
 */
export class JournalWriter {
  private readonly characters: Map<number, Character>;
  private readonly roster: Roster;
  private readonly topics: ReadonlyMap<string, Topic[]>;
  private readonly curators: ReadonlyMap<string, number>;
  private readonly firstPairs = new Map<string, { first: number; last: number }>();
  private readonly nextDates = new Map<number, LocalDate>();

  constructor(
    private readonly plan: DemoPlan,
    private readonly now: Date,
    private readonly gaps: ReadonlyMap<number, Gap> = new Map(),
  ) {
    const students = new Set(plan.memberships.map(({ student }) => student));
    this.characters = new Map(
      plan.people.filter(({ no }) => students.has(no)).map((person) => [person.no, characterOf(plan.seed, person)]),
    );
    this.roster = new Roster(plan, subgroupsOf(plan));
    this.topics = new Map(plan.schemes.map(({ key, topics }) => [key, topics]));
    this.curators = new Map(plan.groups.map(({ name, curator }) => [name, curator]));
    this.lookAround();
  }

  /** Remembers each group's first and last пара of a day and each lesson's successor. */
  private lookAround(): void {
    const latest = new Map<number, number>();
    for (const [no, lesson] of this.plan.lessons.entries()) {
      const key = `${this.plan.sections[lesson.section]?.group} ${lesson.date}`;
      const day = this.firstPairs.get(key);
      if (!day) this.firstPairs.set(key, { first: lesson.pair, last: lesson.pair });
      else {
        day.first = Math.min(day.first, lesson.pair);
        day.last = Math.max(day.last, lesson.pair);
      }
      const before = latest.get(lesson.section);
      if (before !== undefined) this.nextDates.set(before, lesson.date);
      latest.set(lesson.section, no);
    }
  }

  /** The lesson as it stands at `now`; null when nobody has written it yet. */
  write(no: number): LessonContent | null {
    const lesson = this.plan.lessons[no];
    const section = lesson ? this.plan.sections[lesson.section] : undefined;
    if (!lesson || !section) return null;
    const rng = random(this.plan.seed, 'lesson', lesson.section, lesson.date, lesson.pair);
    const entered = this.enteredAt(lesson, rng);
    const gap = this.gaps.get(no);
    if (entered > this.now || gap === 'everything') return null;
    const topic = this.topics.get(section.schemeKey)?.[lesson.topic] ?? null;
    const students = this.roster.on(section, lesson.date);
    const scene: Scene = { lesson, section, topic, students, entered, rng, now: this.now };
    const presences = this.presencesOf(scene);
    const content: LessonContent = {
      lesson: no,
      by: lesson.teacher,
      at: entered,
      topic: gap === 'topic' ? null : topic,
      topicPlace: lesson.topic,
      homeworkDueOn: this.nextDates.get(no) ?? null,
      withHomework: gap !== 'topic' && gap !== 'homework',
      attendanceTaken: gap !== 'attendance',
      tasks: tasksOf(scene, presences, this.characters),
      presences: [],
      reasons: [],
    };
    if (gap !== 'attendance') this.addAttendance(content, scene, presences);
    return content;
  }

  /** Nearly always within a quarter of an hour of the bell; now and then in the evening or days later. */
  private enteredAt(lesson: DemoLesson, rng: Random): Date {
    const end = endOf(lesson);
    const careless = random(this.plan.seed, 'diligence', lesson.teacher).next() ** 3 * 0.09;
    const roll = rng.next();
    if (roll < careless) return at(addDays(lesson.date, rng.int(1, 5)), rng.int(8 * 60, 20 * 60), rng);
    if (roll < careless + 0.06) return at(lesson.date, rng.int(Math.max(end + 30, 960), 1290), rng);
    return at(lesson.date, end + rng.int(-18, 12), rng);
  }

  private presencesOf({ lesson, section, students, rng }: Scene): Map<number, Presence> {
    const day = this.firstPairs.get(`${section.group} ${lesson.date}`);
    const place = { date: lesson.date, first: day?.first === lesson.pair, last: day?.last === lesson.pair };
    return new Map(
      students.flatMap((student) => {
        const character = this.characters.get(student);
        return character ? [[student, presenceAt(character, rng, place)] as const] : [];
      }),
    );
  }

  private addAttendance(content: LessonContent, scene: Scene, presences: ReadonlyMap<number, Presence>): void {
    const curator = this.curators.get(scene.section.group) ?? content.by;
    for (const [student, presence] of presences) {
      if (presence.kind === 'present') continue;
      content.presences.push({ student, value: presence.kind, by: content.by, at: content.at });
      if (presence.kind === 'absent') addReason(content, student, presence, curator, scene);
    }
  }
}

/** The curator writes in the afternoon of the day on which the reason is known; some are never explained, some corrected. */
function addReason(
  content: LessonContent,
  student: number,
  { reason, note, known }: Extract<Presence, { kind: 'absent' }>,
  curator: number,
  { rng, now, entered, lesson }: Scene,
): void {
  const rolls = { never: rng.chance(0.06), wrong: rng.chance(0.04) };
  const day = known > lesson.date ? known : lesson.date;
  const written = new Date(
    Math.max(at(day, rng.int(14 * 60 + 20, 17 * 60), rng).getTime(), entered.getTime() + 60_000),
  );
  if ((rolls.never && reason === 'invalid') || written > now) return;
  if (rolls.wrong && reason !== 'invalid') {
    content.reasons.push({
      student,
      value: 'invalid',
      note: null,
      by: curator,
      at: new Date(entered.getTime() + 30_000),
    });
  }
  content.reasons.push({ student, value: reason, note, by: curator, at: written });
}
