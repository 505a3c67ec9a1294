import { addDays } from '@/domain/calendar/local-date';
import { instantOf } from '@/domain/deadlines/zone';
import type { LocalDate, LocalTime, MarkValue } from '@/domain/types';
import { type Character, characterOf, markFor, type Presence, presenceAt } from './behaviour';
import { demoCalendar, shortenedBells, timeZone, usualBells } from './calendar';
import type { DemoLesson, DemoPlan, DemoSection } from './model';
import { type Random, random } from './random';
import { Roster, subgroupsOf } from './roster';
import type { Topic } from './topics/parse';

/** Author and instant of an entry. */
export interface Authored {
  by: number;
  at: Date;
}
export interface MarkEntry extends Authored {
  student: number;
  value: MarkValue | null;
  required: boolean;
}
export interface TaskEntry {
  taskType: string;
  title: string;
  required: boolean;
  marks: MarkEntry[];
}

/** Everything that stands in the journal about one lesson, in the order in which it was written. */
export interface LessonContent extends Authored {
  lesson: number;
  topic: Topic | null;
  topicPlace: number;
  homeworkDueOn: LocalDate | null;
  withHomework: boolean;
  attendanceTaken: boolean;
  tasks: TaskEntry[];
  presences: ({ student: number; value: 'absent' | 'late' } & Authored)[];
  reasons: ({ student: number; value: string; note: string | null } & Authored)[];
}

/** What a teacher has left undone in a lesson. */
export type Gap = 'everything' | 'topic' | 'homework' | 'attendance';

const inZone = (date: LocalDate, time: LocalTime): Date => instantOf(date, time, timeZone);

const offset = 4 * 3_600_000;

/** Samara has kept UTC+4 through both years: a cheaper way to the same instant, with seconds. */
function at(date: LocalDate, minutes: number, rng: Random): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - offset + minutes * 60_000 + rng.int(0, 59) * 1000);
}

function endOf({ date, pair }: DemoLesson): number {
  const bells = demoCalendar.exceptions.get(date)?.kind === 'shortened' ? shortenedBells : usualBells;
  const [hours = 0, minutes = 0] = (bells[pair - 1]?.endsAt ?? '10:05').split(':').map(Number);
  return hours * 60 + minutes;
}

/** What a lesson's author needs to know to write it. */
interface Scene {
  lesson: DemoLesson;
  section: DemoSection;
  topic: Topic | null;
  students: number[];
  entered: Date;
  rng: Random;
  now: Date;
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

interface TaskPlan {
  taskType: string;
  title: string;
  required: boolean;
  /** Share of the students at the lesson who get a mark. */
  share: number;
  /** Days until the work is checked. */
  delay: [from: number, to: number];
}

function taskPlans({ topic, section, rng }: Scene): TaskPlan[] {
  const answer: TaskPlan = {
    taskType: 'answer',
    title: 'Ответ на занятии',
    required: false,
    share: rng.int(12, 30) / 100,
    delay: [0, 0],
  };
  if (!topic?.taskType || !topic.taskTitle) return rng.chance(0.62) ? [answer] : [];
  const task = { taskType: topic.taskType, title: topic.taskTitle };
  switch (topic.taskType) {
    case 'control':
      return [{ ...task, required: true, share: 1, delay: [0, 4] }];
    case 'lab':
      return [{ ...task, required: rng.chance(0.25), share: rng.int(35, 60) / 100, delay: [0, 5] }];
    case 'sports':
      return [{ ...task, required: false, share: 0.85, delay: [0, 0] }];
    case 'practical':
      return section.course.kind === 'educationalPractice'
        ? [{ ...task, required: false, share: 0.2, delay: [0, 1] }]
        : [
            { ...task, required: rng.chance(0.06), share: rng.int(18, 45) / 100, delay: [0, 3] },
            ...(rng.chance(0.12) ? [{ ...answer, share: 0.1 }] : []),
          ];
    default:
      return [{ ...task, required: false, share: rng.int(12, 25) / 100, delay: [0, 0] }];
  }
}

function tasksOf(
  scene: Scene,
  presences: ReadonlyMap<number, Presence>,
  characters: ReadonlyMap<number, Character>,
): TaskEntry[] {
  const { rng, lesson, section, entered } = scene;
  const ease = section.course.index.startsWith('ООД') ? -0.22 : 0.06;
  return taskPlans(scene).map(({ share, delay, ...task }) => {
    const marks: MarkEntry[] = [];
    const days = rng.int(delay[0], delay[1]) + (delay[1] > 0 && rng.chance(0.05) ? 4 : 0);
    const checked = days === 0 ? entered : new Date(at(addDays(lesson.date, days), rng.int(840, 1200), rng).getTime());
    for (const [student, presence] of presences) {
      const character = characters.get(student);
      if (!character) continue;
      const value = markFor(character, ease + (task.taskType === 'sports' ? 0.3 : 0), rng);
      if (presence.kind === 'absent') {
        if (task.required) addDebt(marks, student, value, scene, character);
      } else if (task.required || rng.chance(share)) {
        addMark(marks, { student, value, required: task.required, by: lesson.teacher, at: checked }, scene);
      }
    }
    return { ...task, marks };
  });
}

/** «Отметить всех» gives the dot at the lesson; the value replaces it when the work is checked. One in eighty was wrong at first. */
function addMark(marks: MarkEntry[], mark: MarkEntry, { rng, now, entered }: Scene): void {
  const wrong = rng.chance(0.012);
  const waits = mark.at > entered;
  if (mark.at > now) {
    if (mark.required) marks.push({ ...mark, value: null, at: entered });
    return;
  }
  if (mark.required && waits) marks.push({ ...mark, value: null, at: entered });
  const corrected = new Date(mark.at.getTime() + rng.int(3, 2000) * 60_000);
  if (wrong && corrected <= now) {
    marks.push({ ...mark, value: mark.value === '4' ? '5' : '4' });
    marks.push({ ...mark, at: corrected });
  } else marks.push(mark);
}

/** The dot of one who was away; three of four hand the work in within a month, a weak student less often. */
function addDebt(
  marks: MarkEntry[],
  student: number,
  value: MarkValue,
  { rng, now, entered, lesson, section }: Scene,
  character: Character,
): void {
  const dot = { student, value: null, required: true, by: lesson.teacher, at: entered };
  const handsIn = rng.chance(character.ability > -1.2 ? 0.82 : 0.45);
  const settled = at(addDays(lesson.date, rng.int(3, 26)), rng.int(14 * 60, 17 * 60), rng);
  marks.push(dot);
  const teacher = lesson.substitution ? section.teacher : lesson.teacher;
  const semesterEnds = lesson.half === 1 ? `${section.year}-12-27` : `${section.year + 1}-06-27`;
  if (handsIn && settled <= now && settled < inZone(semesterEnds, '18:00')) {
    marks.push({ ...dot, value: value === '2' ? '3' : value, by: teacher, at: settled });
  }
}
