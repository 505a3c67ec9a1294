import { addDays } from '@/domain/calendar/local-date';
import { saveSpans } from '@/features/calendar/save-spans';
import { recordTraining } from '@/features/structure/record-training';
import { saveDocument } from '@/features/structure/save-document';
import { saveResponsibility } from '@/features/structure/save-responsibility';
import { saveRoom } from '@/features/structure/save-room';
import type { DemoPlan } from './model';
import { programmeTables } from './programmes/programmes';
import type { Made, Stage } from './stage';

const purposes: Readonly<Record<string, string>> = {
  спортзал: 'спортивный зал',
  лаб: 'учебная лаборатория',
  мастерская: 'учебная мастерская',
};

/** Rooms, responsible persons, documents and the training of August. */
export async function seedOffice(stage: Stage, plan: DemoPlan, made: Made): Promise<void> {
  const rooms = [...new Set(plan.staff.map(({ room }) => room).filter(Boolean)), '101'];
  for (const name of rooms) {
    const kind = Object.keys(purposes).find((word) => name.startsWith(word));
    const seats = kind === undefined ? 30 : null;
    await stage.run(saveRoom, { id: null, name, purpose: kind === undefined ? '' : (purposes[kind] ?? ''), seats });
  }
  const person = (role: string): number => made.people.get(plan.staff.find((one) => one.role === role)?.no ?? -1);
  const order = { orderNumber: '118-о', orderedOn: '2025-08-25', startsOn: '2025-09-01' };
  const duties = [
    ['Администратор электронного журнала', 'admin'],
    ['Диспетчер расписания', 'timetableDispatcher'],
    ['Ответственный за обработку персональных данных', 'studyOffice'],
  ] as const;
  for (const [duty, role] of duties) {
    await stage.run(saveResponsibility, { id: null, staffId: person(role), duty, ...order });
  }
  for (const [title, note] of [
    ['Положение об электронном журнале', 'порядок ведения, сроки, контроль'],
    ['Политика обработки персональных данных', 'права и обязанности пользователей журнала'],
  ] as const) {
    const url = 'https://college.example/documents';
    await stage.run(saveDocument, { id: null, kind: 'normative', title, url, note });
  }
  const teachers = plan.staff.filter(({ role, hiredOn }) => role === 'teacher' && hiredOn < '2025-08-25');
  await stage.run(recordTraining, {
    ...{ topic: 'Работа в электронном журнале', heldOn: '2025-08-25', hours: 4 },
    staffIds: teachers.map(({ no }) => made.people.get(no)),
  });
}

/** Sessions of a year: the days of a semester after its last lessons. */
export async function seedSessions(stage: Stage, plan: DemoPlan, made: Made, year: number): Promise<void> {
  const years = new Map(programmeTables.map(({ key, termMonths }) => [key, Math.ceil(termMonths / 12)]));
  const studying = plan.groups.filter(({ programme, entryYear }) => {
    return entryYear <= year && year - entryYear < (years.get(programme) ?? 4);
  });
  const groupIds = studying.map(({ name }) => made.groups.get(name));
  for (const { lessonsTo, to } of plan.semesters.filter((semester) => semester.year === year)) {
    const span = { startsOn: addDays(lessonsTo, 1), endsOn: to };
    await stage.run(saveSpans, { yearId: made.years.get(year), groupIds, kind: 'session', ...span });
  }
}
