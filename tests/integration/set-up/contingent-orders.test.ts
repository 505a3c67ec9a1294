import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadGroupRoll } from '@/features/contingent/load-group-roll';
import { loadGroups } from '@/features/contingent/load-groups';
import { enterOrder } from '@/features/orders/enter-order';
import { loadOrder } from '@/features/orders/load-order';
import { loadOrderForm } from '@/features/orders/load-order-form';
import { loadOrders } from '@/features/orders/load-orders';
import { previewOrder } from '@/features/orders/preview-order';
import { previewUndoing, undoOrder } from '@/features/orders/undo-order';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { checkInvariants } from '../../support/invariants';
import { journalDesk, marked } from '../../support/journal-desk';
import { faultOf, meta, orderDesk } from '../../support/order-desk';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save } = journalDesk(() => world);
const { order, enter, undo, newStudents } = orderDesk(() => world);

const stays = async (studentId: number) => {
  const rows = await world.owner.enrollment.findMany({
    where: { studentId },
    orderBy: { startsOn: 'asc' },
    select: { groupId: true, startsOn: true, endsOn: true },
  });
  const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
  return rows.map(({ groupId, startsOn, endsOn }) => [groupId, day(startsOn), day(endsOn)]);
};

describe('R-033 an order of several students', () => {
  it('is looked at first: the preview tells what loses its ground and writes nothing', async () => {
    const [first = 0, second = 0] = await newStudents(['Агеева', 'Бакеева']);
    await save('gulnara', marked(world.college.lessons.recent, first, '4'));
    const given = order({ kind: 'expulsion' }, [first, second], { effectiveOn: '2026-10-10' });
    const before = await digestOf(world.owner);
    const preview = await previewOrder.execute(await world.actor('olga'), given, meta);
    expect(preview).toMatchObject({
      students: 2,
      voided: [{ name: 'Агеева А. М.', words: expect.stringMatching(/^1\sотметка$/) }],
    });
    expect(
      changedTables(before, await digestOf(world.owner)).filter((name) => !/^(session|audit_event)$/.test(name)),
    ).toEqual([]);
    const entered = await enter(given, preview.state);
    expect(entered).toMatchObject({ students: 2, voided: [{ studentId: first, marks: 1 }] });
    expect(await stays(first)).toEqual([[world.college.groups.isp, '2026-09-01', '2026-10-09']]);
    const event = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'orders.enter', objectId: entered.orderId },
      select: { personId: true, changes: { select: { entity: true, field: true } } },
    });
    expect(event.personId).toBe(world.people.olga);
    expect(event.changes.map(({ entity, field }) => `${entity} ${field}`)).toEqual([
      ...['order created', 'enrollment endsOn', 'enrollment endsOn', 'mark value'],
    ]);
  });

  it('is refused when its students have changed since the preview', async () => {
    const [student = 0] = await newStudents(['Валеева']);
    const given = order({ kind: 'expulsion' }, [student], { effectiveOn: '2026-10-10' });
    const { state } = await previewOrder.execute(await world.actor('olga'), given, meta);
    await save('gulnara', marked(world.college.lessons.recent, student, '5'));
    expect((await faultOf(enter(given, state))).code).toBe('CONFLICT');
    expect(await world.owner.administrativeOrder.count({ where: { number: given.number } })).toBe(0);
  });

  it('T-023 enrols people who were not there, one of a name and day of birth once', async () => {
    const { groups } = world.college;
    const person = { lastName: 'Галеева', firstName: 'Римма', middleName: null, sex: 'female' as const };
    const act = {
      kind: 'enrollment' as const,
      groupId: groups.pkd,
      newcomers: [{ ...person, birthDate: '2010-03-03' }],
    };
    expect(await enter(order(act, []))).toMatchObject({ students: 1 });
    const again = await faultOf(enter(order(act, [])));
    expect(again).toMatchObject({ code: 'DUPLICATE', options: { detail: expect.stringContaining('Галеева Римма') } });
    const teacher = await faultOf(
      enterOrder.execute(await world.actor('gulnara'), { ...order(act, []), seen: null }, meta),
    );
    expect(teacher.code).toBe('FORBIDDEN');
  });

  it('acts on its day when that is ahead, and the list of a group is that of any day (R-032)', async () => {
    const { isp, pkd } = world.college.groups;
    const [student = 0] = await newStudents(['Дамирова']);
    await enter(order({ kind: 'transfer', groupId: pkd }, [student], { effectiveOn: '2026-10-20' }));
    const lists = async (groupId: number, date: string) => {
      const roll = await loadGroupRoll(await world.actor('olga'), groupId, date);
      return roll?.lines.some(({ studentId }) => studentId === student);
    };
    expect([await lists(isp, '2026-10-19'), await lists(pkd, '2026-10-19')]).toEqual([true, false]);
    expect([await lists(isp, '2026-10-20'), await lists(pkd, '2026-10-20')]).toEqual([false, true]);
    expect(await lists(isp, '2026-08-31')).toBe(false);
    const counted = await loadGroups(await world.actor('olga'), '2026-10-20');
    const numbersOf = counted?.departments.flatMap(({ groups }) => groups.map(({ name }) => name));
    expect(numbersOf).toEqual(expect.arrayContaining(['ИСП-25-1', 'ПКД-26-1']));
  });
});

describe('R-033 what cannot stand is refused with its place and reason, and nothing of it stands', () => {
  it('bad dates, doubles and later orders', async () => {
    const { isp, pkd } = world.college.groups;
    const [student = 0, other = 0] = await newStudents(['Еникеева', 'Жданова']);
    await enter(order({ kind: 'expulsion' }, [other], { effectiveOn: '2026-10-12' }));
    const digest = await digestOf(world.owner);
    const cases: [string, ReturnType<typeof order>, string, RegExp][] = [
      [
        'expelled twice',
        order({ kind: 'expulsion' }, [student, other]),
        'NOT_ENROLLED',
        /Жданова А\. М\.: выбыл с 12\.10\.2026 \(приказ №/,
      ],
      [
        'enrolled twice',
        order({ kind: 'reinstatement', groupId: pkd }, [student]),
        'DUPLICATE',
        /Еникеева А\. М\.: уже числится с 01\.09\.2026/,
      ],
      [
        'before its cause',
        order({ kind: 'expulsion' }, [student], { date: '2026-08-30' }),
        'ORDER_REFUSED',
        /раньше того, на котором он основан/,
      ],
      [
        'before the enrolment',
        order({ kind: 'expulsion' }, [student], { effectiveOn: '2026-08-31' }),
        'NOT_ENROLLED',
        /зачислен только/,
      ],
      [
        'into a locked period',
        order({ kind: 'transfer', groupId: isp }, [world.people.kirill], { effectiveOn: '2025-12-01' }),
        'PERIOD_LOCKED',
        /не раньше чем после/,
      ],
      ['an order of tomorrow', order({ kind: 'expulsion' }, [student], { date: '2026-10-15' }), 'INVALID', /будущим/],
      [
        'years away',
        order({ kind: 'expulsion' }, [student], { effectiveOn: '2062-10-14' }),
        'INVALID',
        /не дальше года/,
      ],
      [
        'a leave that ends before it begins',
        order({ kind: 'academicLeave', endsOn: '2026-10-01' }, [student]),
        'INVALID',
        /раньше первого/,
      ],
      ['of nobody', order({ kind: 'expulsion' }, []), 'INVALID', /никого не называет/],
      ['the same group', order({ kind: 'transfer', groupId: isp }, [student]), 'ORDER_REFUSED', /уже в этой группе/],
      [
        'a number that is there',
        { ...order({ kind: 'expulsion' }, [student]), number: '101-с', date: '2025-08-20', effectiveOn: '2026-08-20' },
        'DUPLICATE',
        /О зачислении/,
      ],
    ];
    for (const [name, given, code, detail] of cases) {
      const fault = await faultOf(enter(given));
      expect([name, fault.code], String(fault)).toEqual([name, code]);
      expect(fault.options?.detail, name).toMatch(detail);
    }
    expect(changedTables(digest, await digestOf(world.owner)).filter((name) => name !== 'session')).toEqual([]);
  });

  it('T-100 two secretaries at once: one order stands whole, the other not at all', async () => {
    for (let round = 0; round < 3; round += 1) {
      const pair = await newStudents([`Зинина${round}`, `Исаева${round}`]);
      const [one, two] = [
        order({ kind: 'expulsion' }, pair),
        order({ kind: 'academicLeave', endsOn: null }, pair.toReversed()),
      ];
      const same = round === 2 ? { ...two, number: one.number } : two;
      const [first, second] = await Promise.allSettled([enter(one), enter(same)]);
      const refused = [first, second].filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(1);
      const entered = await world.owner.administrativeOrder.count({
        where: { number: { in: [one.number, same.number] } },
      });
      expect(entered).toBe(1);
    }
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('R-033 an order is undone by another one', () => {
  it('its students stand as before, both orders stay in the register, and the database lets no other days go', async () => {
    const { isp, pkd } = world.college.groups;
    const [student = 0, other = 0] = await newStudents(['Каюмова', 'Латыпова']);
    const { orderId } = await enter(order({ kind: 'transfer', groupId: pkd }, [student, other]));
    const looked = { orderId, number: '900-к', date: '2026-10-14', subject: 'Об отмене', studentIds: [student] };
    const preview = await previewUndoing.execute(await world.actor('olga'), looked, meta);
    expect(preview).toMatchObject({ students: 1, voided: [] });
    await undo(orderId, { studentIds: [student] });
    expect(await stays(student)).toEqual([[isp, '2026-09-01', null]]);
    expect(await stays(other)).toEqual([
      [isp, '2026-09-01', '2026-10-13'],
      [pkd, '2026-10-14', null],
    ]);
    const view = await loadOrder(await world.actor('olga'), orderId);
    expect(view?.students.map(({ name, what, undoneBy }) => [name, what, undoneBy !== null])).toEqual([
      ['Каюмова Алсу Маратовна', 'из ИСП-25-1 в ПКД-26-1 с 14.10.2026', true],
      ['Латыпова Алсу Маратовна', 'из ИСП-25-1 в ПКД-26-1 с 14.10.2026', false],
    ]);
    const register = await loadOrders(await world.actor('olga'), { q: 'Каюмова', kind: '', year: null, page: 1 });
    expect(register?.lines.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['cancellation', 0],
      ['transfer', 1],
      ['enrollment', 0],
    ]);
    const force = world.owner.enrollment.deleteMany({ where: { studentId: other } });
    expect(String(await faultOf(force))).toContain('VD003');
    const gone = world.owner.orderUndoing.deleteMany({ where: { orderId } });
    expect(String(await faultOf(gone))).toContain('VD003');
  });

  it('a leave that an undone return had ended goes on to its planned day', async () => {
    const [student = 0] = await newStudents(['Мусина']);
    await enter(order({ kind: 'academicLeave', endsOn: '2026-12-01' }, [student], { effectiveOn: '2026-09-10' }));
    const { orderId } = await enter(order({ kind: 'returnFromLeave', groupId: null }, [student]));
    const leave = () =>
      world.owner.enrollmentStatus.findFirstOrThrow({
        where: { enrollment: { studentId: student } },
        select: { endsOn: true, endedById: true },
      });
    expect(await leave()).toEqual({ endsOn: new Date('2026-10-13'), endedById: orderId });
    await undo(orderId);
    expect(await leave()).toEqual({ endsOn: new Date('2026-12-01'), endedById: null });
  });

  it('is refused while a later order rests on it, twice, earlier than it, and by whoever may not', async () => {
    const [student = 0] = await newStudents(['Нигматова']);
    const { orderId } = await enter(
      order({ kind: 'academicLeave', endsOn: null }, [student], { effectiveOn: '2026-10-01' }),
    );
    const { orderId: last } = await enter(order({ kind: 'expulsion' }, [student]));
    expect(await faultOf(undo(orderId))).toMatchObject({
      code: 'ORDER_REFUSED',
      options: {
        detail: expect.stringMatching(/Нигматова А\. М\.: есть более поздний приказ с 14\.10\.2026 \(приказ № /),
      },
    });
    expect((await faultOf(undo(last, { date: '2026-10-13' }))).code).toBe('ORDER_REFUSED');
    const { counterOrderId } = await undo(last);
    expect((await faultOf(undo(last))).code).toBe('ORDER_REFUSED');
    expect((await faultOf(undo(counterOrderId))).code).toBe('ORDER_REFUSED');
    const teacher = undoOrder.execute(
      await world.actor('gulnara'),
      { orderId, number: '1', date: '2026-10-14', subject: 'Отмена', studentIds: null, seen: null },
      meta,
    );
    expect((await faultOf(teacher)).code).toBe('FORBIDDEN');
  });
});

describe('T-028 lists, register and form are read within one’s right', () => {
  it('the curator reads the own group’s list, a teacher none; the register is for the office and the directors', async () => {
    const { isp, pkd } = world.college.groups;
    const [curator, teacher, head] = [
      await world.actor('liliya'),
      await world.actor('rustem'),
      await world.actor('tatyana'),
    ];
    expect((await loadGroupRoll(curator, isp))?.group).toBe('ИСП-25-1');
    expect(await loadGroupRoll(curator, pkd)).toBeNull();
    expect((await loadGroups(head))?.departments.flatMap(({ groups }) => groups.map(({ name }) => name))).toEqual([
      'ИСП-25-1',
    ]);
    expect(await loadGroups(teacher)).toBeNull();
    const none = { q: '', kind: '' as const, year: null, page: 1 };
    expect([await loadOrders(curator, none), await loadOrders(teacher, none)]).toEqual([null, null]);
    expect(await loadOrderForm(await world.actor('sergey'), isp)).toBeNull();
    expect((await loadOrders(await world.actor('sergey'), none))?.mayEnter).toBe(false);
  });
});
