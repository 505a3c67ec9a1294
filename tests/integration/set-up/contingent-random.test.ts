import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { addDays } from '@/domain/calendar/local-date';
import type { OrderAct } from '@/features/orders/order-input';
import { testDatabase } from '../../support/database';
import { checkInvariants } from '../../support/invariants';
import { journalDesk, marked } from '../../support/journal-desk';
import { faultOf, orderDesk } from '../../support/order-desk';
import { buildWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterAll(() => world.close());

const { save } = journalDesk(() => world);
const { order, enter, undo, newStudents } = orderDesk(() => world);

describe('I6 every mark belongs to somebody enrolled on its date', () => {
  it('T-089 under random orders, counter-orders and marks', async () => {
    const { groups, lessons, sections } = world.college;
    const students = await newStudents(['Одинцова', 'Пестова', 'Разина', 'Сонина']);
    const steps = inject('rounds') === 'full' ? 400 : 60;
    let state = 20_261_014;
    const next = (below: number) => {
      state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
      return state % below;
    };
    const entered: number[] = [];
    const outcomes = { stood: 0, undone: 0, refused: 0, marks: 0 };
    const legal = new Set(['NOT_ENROLLED', 'DUPLICATE', 'ORDER_REFUSED', 'INVALID', 'ROW_CLOSED', 'CONFLICT']);
    const attempt = async (what: 'stood' | 'undone' | 'marks', work: Promise<unknown>) => {
      const fault = await faultOf(work.then((answer) => Promise.resolve(answer)));
      if (fault.code === undefined) outcomes[what] += 1;
      else {
        expect(legal, String(fault)).toContain(fault.code);
        outcomes.refused += 1;
      }
    };
    for (let step = 0; step < steps; step += 1) {
      const studentId = students[next(students.length)] ?? 0;
      const effectiveOn = addDays('2026-09-02', next(60));
      const groupId = next(2) === 0 ? groups.isp : groups.pkd;
      const endsOn = next(2) === 0 ? null : addDays(effectiveOn, next(20));
      const acts: OrderAct[] = [
        { kind: 'expulsion' },
        { kind: 'reinstatement', groupId },
        { kind: 'transfer', groupId },
        { kind: 'academicLeave', endsOn },
        { kind: 'returnFromLeave', groupId: null },
        { kind: 'studyForm', form: 'homeStudy', endsOn },
        { kind: 'studyForm', form: 'usual', endsOn: null },
      ];
      const chance = next(10);
      if (chance < 4) {
        const work = enter(order(acts[next(acts.length)] ?? { kind: 'expulsion' }, [studentId], { effectiveOn }));
        await attempt(
          'stood',
          work.then(({ orderId }) => entered.push(orderId)),
        );
      } else if (chance < 6 && entered.length > 0) {
        await attempt('undone', undo(entered[entered.length - 1 - next(Math.min(4, entered.length))] ?? 0));
      } else if (chance < 8) {
        await attempt('marks', save('gulnara', marked(next(2) === 0 ? lessons.past : lessons.recent, studentId, '5')));
      } else {
        await attempt(
          'marks',
          save('rustem', marked(lessons.foreign, studentId, '4'), { sectionId: sections.foreign }),
        );
      }
    }
    expect(
      Object.values(outcomes).every((count) => count > 0),
      JSON.stringify(outcomes),
    ).toBe(true);
    expect(await checkInvariants(world.owner)).toEqual([]);
    const closed = await world.owner.$queryRaw`
      SELECT m.student_id FROM mark m JOIN assignment a ON a.id = m.assignment_id JOIN lesson l ON l.id = a.lesson_id
        JOIN enrollment e ON e.student_id = m.student_id AND e.group_id = l.group_id AND l.date BETWEEN e.starts_on AND coalesce(e.ends_on, 'infinity')
        JOIN enrollment_status st ON st.enrollment_id = e.id AND st.closes_journal AND l.date BETWEEN st.starts_on AND coalesce(st.ends_on, 'infinity')
      WHERE m.value IS NOT NULL OR m.required`;
    expect(closed).toEqual([]);
  });
});
