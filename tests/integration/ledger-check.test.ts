import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewLedger, printedLedger } from '@/reports/ledger/ledger-pdf';
import { printLedger } from '@/reports/ledger/print-ledger';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { testDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { buildWorld, type World, worldNow } from '../support/world';

const { signal } = new AbortController();
type Person = keyof World['people'];
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const params = (group = world.college.groups.isp) => ({ group, period: world.college.periods.first });
const print = async (who: Person) =>
  printLedger.execute(await world.actor(who), params(), { address: 'test', device: 'test' });
const preview = async (who: Person, { group }: { group?: number } = {}) =>
  previewLedger(await world.actor(who), params(group), signal);

describe('T-033 the check of a paper', () => {
  it('matches until one mark is altered, and again when it is put back', async () => {
    const { code } = await print('venera');
    expect(await verifyLedger(code)).toMatchObject({ matches: true });
    const mark = await world.owner.mark.findFirstOrThrow({ where: { studentId: world.people.alina, value: '4' } });
    const where = { assignmentId_studentId: { assignmentId: mark.assignmentId, studentId: mark.studentId } };
    await world.owner.mark.update({ where, data: { value: '5' } });
    expect(await verifyLedger(code)).toMatchObject({ matches: false });
    await world.owner.mark.update({ where, data: { value: '4' } });
    expect(await verifyLedger(code)).toMatchObject({ matches: true });
  });

  it('reads the ledger once for all who ask at the same time, and anew for the next', async () => {
    const { code } = await print('venera');
    const [one, other] = [verifyLedger(code), verifyLedger(code.toLowerCase())];
    expect(other).toBe(one);
    expect(await one).toMatchObject({ matches: true });
    expect(verifyLedger(code)).not.toBe(one);
    expect(await verifyLedger(code)).toMatchObject({ matches: true });
  });

  it('notices a topic, an absence, a student gone; not a new director or another margin', async () => {
    const { code } = await print('venera');
    const matches = async () => (await verifyLedger(code))?.matches;
    const { past } = world.college.lessons;
    await world.owner.lesson.update({ where: { id: past }, data: { topic: 'Циклы' } });
    expect(await matches()).toBe(false);
    await world.owner.lesson.update({ where: { id: past }, data: { topic: 'Ветвления' } });
    const event = { lessonId_studentId: { lessonId: past, studentId: world.people.timur } };
    await world.owner.attendanceEvent.update({ where: event, data: { reason: null } });
    expect(await matches()).toBe(false);
    await world.owner.attendanceEvent.update({ where: event, data: { reason: 'valid' } });
    await world.owner.staffPosition.updateMany({
      where: { staffId: world.people.sergey },
      data: { endsOn: new Date('2026-10-01') },
    });
    await world.owner.institution.update({ where: { id: 1 }, data: { city: 'Приозёрск' } });
    expect(await matches()).toBe(true);
    await world.owner.staffPosition.updateMany({ where: { staffId: world.people.sergey }, data: { endsOn: null } });
  });

  it('notices a stored paper altered past the application', async () => {
    const { code } = await print('venera');
    await world.owner.$executeRaw`ALTER TABLE printed_document DISABLE TRIGGER append_only`;
    await world.owner
      .$executeRaw`UPDATE printed_document SET data = replace(data, 'Ветвления', 'Массивы') WHERE code = ${code}`;
    await world.owner.$executeRaw`ALTER TABLE printed_document ENABLE TRIGGER append_only`;
    expect(await verifyLedger(code)).toMatchObject({ matches: false });
  });

  it('knows no paper that there is not', async () => {
    for (const code of ['0000000000000000', 'no code', '', '7KQ4-M2XD']) expect(await verifyLedger(code)).toBeNull();
  });
});

describe('who prints and who looks (R-010)', () => {
  const refused = async (who: Person) =>
    print(who).then(
      () => 'printed',
      (error: { code?: string }) => error.code ?? String(error),
    );

  it.each(['nadezhda', 'sergey', 'venera'] as const)('%s prints', async (who) => {
    expect(await refused(who)).toBe('printed');
  });

  it.each(['gulnara', 'liliya', 'tatyana', 'irina', 'denis', 'alina', 'renata', 'observer'] as const)(
    '%s does not print',
    async (who) => {
      const before = await world.owner.printedDocument.count();
      expect(await refused(who)).toBe('FORBIDDEN');
      expect(await world.owner.printedDocument.count()).toBe(before);
    },
  );

  it('the head of the department previews her own groups and no others; a teacher none; nobody a group that is not there', async () => {
    expect(await preview('tatyana')).not.toBeNull();
    expect(await preview('tatyana', { group: world.college.groups.pkd })).toBeNull();
    expect(await preview('gulnara')).toBeNull();
    expect(await preview('liliya', { group: world.college.groups.pkd })).toBeNull();
    expect(await preview('nadezhda', { group: 999_999 })).toBeNull();
  });

  it('a printed paper is drawn for those who see the group', async () => {
    const { code } = await print('venera');
    const ask = async (who: Person) => printedLedger(await world.actor(who), code, signal);
    expect(await ask('tatyana')).not.toBeNull();
    expect(await ask('rustem')).toBeNull();
    expect(await printedLedger(await world.actor('venera'), '0000-0000-0000-0000', signal)).toBeNull();
  });
});
