import { addDays } from '@/domain/calendar/local-date';
import type { MarkValue } from '@/domain/types';
import { type Character, markFor, type Presence } from './behaviour';
import { at, type MarkEntry, type Scene, type TaskEntry } from './journal-entries';

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

/** The tasks of a lesson with the marks and dots that stand against them by now. */
export function tasksOf(
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
  if (handsIn && settled <= now && settled < new Date(`${semesterEnds}T14:00:00Z`)) {
    marks.push({ ...dot, value: value === '2' ? '3' : value, by: teacher, at: settled });
  }
}
