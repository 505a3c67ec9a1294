import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/local-date';
import { planOrder } from './plan-order';
import { planUndoing } from './plan-undoing';
import type { Roll, RollOrder, Stay } from './roll';
import { carriedOut, takenBack } from './testing/replay';

const stay = (given: Partial<Stay> = {}): Stay => ({
  ...{ id: 1, groupId: 10, startsOn: '2026-09-01', endsOn: null, entryOrderId: 100 },
  ...{ orderedOn: '2026-08-25', exitOrderId: null, statuses: [] },
  ...given,
});
const status = (given: Partial<Stay['statuses'][number]> = {}) => ({
  ...{ id: 5, kind: 'academicLeave' as const, startsOn: '2026-10-01', endsOn: null, orderId: 105 },
  ...{ endedById: null, plannedEndsOn: null },
  ...given,
});
const order = (given: object): RollOrder =>
  ({ effectiveOn: '2026-10-14', orderedOn: '2026-10-13', ...given }) as RollOrder;
const why = (roll: Roll, given: object) => {
  const planned = planOrder(roll, order(given));
  return 'problem' in planned ? [planned.problem.why, planned.problem.orderId] : planned.changes.map((one) => one.do);
};

describe('R-033 what an order changes', () => {
  it.each<[string, Roll, object, unknown[]]>([
    ['enrols', [], { kind: 'enrollment', groupId: 10 }, ['join']],
    ['expels', [stay()], { kind: 'expulsion' }, ['leave']],
    ['moves to another group', [stay()], { kind: 'transfer', groupId: 11 }, ['leave', 'join']],
    ['promotes into a group of the next course', [stay()], { kind: 'promotion', groupId: 11 }, ['leave', 'join']],
    ['gives a leave', [stay()], { kind: 'academicLeave', endsOn: '2027-10-13' }, ['open']],
    [
      'a leave ends home study',
      [stay({ statuses: [status({ kind: 'homeStudy' })] })],
      { kind: 'academicLeave', endsOn: null },
      ['end', 'open'],
    ],
    ['returns from a leave', [stay({ statuses: [status()] })], { kind: 'returnFromLeave', groupId: null }, ['end']],
    [
      'returns into another group',
      [stay({ statuses: [status()] })],
      { kind: 'returnFromLeave', groupId: 11 },
      ['end', 'leave', 'join'],
    ],
    [
      'returns the day after a leave ended by itself',
      [stay({ statuses: [status({ endsOn: '2026-10-13' })] })],
      { kind: 'returnFromLeave', groupId: null },
      ['end'],
    ],
    [
      'home study goes on in the new group',
      [stay({ statuses: [status({ kind: 'homeStudy' })] })],
      { kind: 'transfer', groupId: 11 },
      ['leave', 'join', 'end', 'open'],
    ],
    [
      'back to the usual form',
      [stay({ statuses: [status({ kind: 'familyForm' })] })],
      { kind: 'studyForm', form: 'usual' },
      ['end'],
    ],
    [
      'takes back who had left',
      [stay({ endsOn: '2026-09-30', exitOrderId: 101 })],
      { kind: 'reinstatement', groupId: 11 },
      ['join'],
    ],
  ])('%s', (_, roll, given, changes) => {
    expect(why(roll, given)).toEqual(changes);
  });

  it('a graduate is on the roll on the last day, an expelled one until the day before', () => {
    const endOf = (kind: string) => {
      const planned = planOrder([stay()], order({ kind }));
      return 'changes' in planned ? planned.changes[0] : null;
    };
    expect(endOf('graduation')).toMatchObject({ endsOn: '2026-10-14' });
    expect(endOf('expulsion')).toMatchObject({ endsOn: '2026-10-13' });
  });
});

describe('R-033 what cannot stand is refused with the order in the way', () => {
  const left = stay({ endsOn: '2026-10-01', exitOrderId: 101 });
  it.each<[string, Roll, object, unknown[]]>([
    ['enrolled twice', [stay()], { kind: 'enrollment', groupId: 11 }, ['onRoll', 100]],
    [
      'enrolled before a later stay',
      [stay({ startsOn: '2026-11-01' })],
      { kind: 'enrollment', groupId: 11 },
      ['laterOrder', 100],
    ],
    ['taken back who never studied', [], { kind: 'reinstatement', groupId: 10 }, ['neverStudied', null]],
    ['expelled twice', [left], { kind: 'expulsion' }, ['left', 101]],
    [
      'expelled before a later expulsion',
      [stay({ endsOn: '2026-11-01', exitOrderId: 101 })],
      { kind: 'expulsion' },
      ['laterOrder', 101],
    ],
    ['expelled before the enrolment', [stay({ startsOn: '2026-11-01' })], { kind: 'expulsion' }, ['notYet', 100]],
    [
      'expelled on the day of the enrolment',
      [stay({ startsOn: '2026-10-14' })],
      { kind: 'expulsion' },
      ['sameDay', 100],
    ],
    [
      'an order dated before its cause',
      [stay({ orderedOn: '2026-10-20' })],
      { kind: 'expulsion' },
      ['datedBefore', 100],
    ],
    ['a transfer into the same group', [stay()], { kind: 'transfer', groupId: 10 }, ['sameGroup', 100]],
    [
      'a transfer while on leave',
      [stay({ statuses: [status()] })],
      { kind: 'transfer', groupId: 11 },
      ['onLeave', 105],
    ],
    [
      'a leave within a leave',
      [stay({ statuses: [status()] })],
      { kind: 'academicLeave', endsOn: null },
      ['onLeave', 105],
    ],
    [
      'a leave before a later one',
      [stay({ statuses: [status({ startsOn: '2026-11-01' })] })],
      { kind: 'academicLeave', endsOn: '2026-10-20' },
      ['laterOrder', 105],
    ],
    [
      'a leave that ends before it begins',
      [stay()],
      { kind: 'academicLeave', endsOn: '2026-10-13' },
      ['endsBefore', null],
    ],
    [
      'home study twice',
      [stay({ statuses: [status({ kind: 'homeStudy' })] })],
      { kind: 'studyForm', form: 'homeStudy', endsOn: null },
      ['alreadySo', 105],
    ],
    ['back from no leave', [stay()], { kind: 'returnFromLeave', groupId: null }, ['notSo', 100]],
    [
      'acts before a return that is entered already',
      [stay({ statuses: [status({ endsOn: '2026-10-20', endedById: 106 })] })],
      { kind: 'expulsion' },
      ['laterOrder', 106],
    ],
  ])('%s', (_, roll, given, refused) => {
    expect(why(roll, given)).toEqual(refused);
  });
});

describe('R-033 an undone order', () => {
  it('is the last one of the student, else the later one is named', () => {
    const roll = [
      stay({ endsOn: '2026-10-13', exitOrderId: 101 }),
      stay({ id: 2, groupId: 11, startsOn: '2026-10-14', entryOrderId: 101 }),
    ];
    expect(planUndoing(roll, 100)).toEqual({ problem: { why: 'laterOrder', orderId: 101, on: '2026-10-14' } });
    expect(planUndoing(roll, 999)).toMatchObject({ problem: { why: 'notOfOrder' } });
    const planned = planUndoing(roll, 101);
    expect('undoing' in planned && takenBack(roll, planned.undoing)).toEqual([stay()]);
  });

  it('leaves everything as it was, and no intervals ever meet: random orders, 400 students', () => {
    let undone = 0;
    for (let seed = 1; seed <= 400; seed += 1) undone += liveThrough(seed);
    expect(undone).toBeGreaterThan(500);
  });
});

const kinds = [
  'enrollment',
  'reinstatement',
  'transfer',
  'promotion',
  'academicLeave',
  'returnFromLeave',
  'studyForm',
  'expulsion',
  'graduation',
] as const;

/** A made-up student's orders; each that stands is undone as a trial. Answers how many were. */
function liveThrough(seed: number): number {
  let state = seed * 2_654_435_761;
  const next = (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % below;
  };
  let [roll, ids, undone]: [Roll, number, number] = [[], 1000, 0];
  for (let step = 0; step < 14; step += 1) {
    const effectiveOn = addDays('2026-09-01', next(120));
    const kind = kinds[step === 0 ? 0 : next(kinds.length)] ?? 'expulsion';
    const form = (['homeStudy', 'familyForm', 'usual'] as const)[next(3)];
    const endsOn = next(2) === 0 ? null : addDays(effectiveOn, next(30));
    const given = order({ kind, effectiveOn, orderedOn: '2026-09-01', groupId: 10 + next(3), form, endsOn });
    const planned = planOrder(roll, given);
    if ('problem' in planned) continue;
    const orderId = 100 + step;
    const by = { orderId, orderedOn: '2026-09-01', nextId: () => (ids += 1) };
    const after = carriedOut(roll, planned.changes, by);
    assertApart(after);
    const back = planUndoing(after, orderId);
    expect('undoing' in back && takenBack(after, back.undoing), JSON.stringify([roll, given])).toEqual(roll);
    undone += 1;
    roll = after;
  }
  return undone;
}

function assertApart(roll: Roll): void {
  const apart = (spans: readonly { startsOn: string; endsOn: string | null }[]) => {
    const sorted = spans.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
    return sorted.every(({ startsOn, endsOn }, place) => {
      const following = sorted[place + 1];
      return (
        (endsOn === null || endsOn >= startsOn) && (!following || (endsOn !== null && endsOn < following.startsOn))
      );
    });
  };
  expect(apart(roll), JSON.stringify(roll)).toBe(true);
  for (const { statuses } of roll) expect(apart(statuses), JSON.stringify(statuses)).toBe(true);
}
