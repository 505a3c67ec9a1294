import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dismissStaff } from '@/features/people/dismiss-staff';
import { hirePerson } from '@/features/people/hire-person';
import { loadReadiness } from '@/features/readiness/load-readiness';
import { changeCurator } from '@/features/structure/change-curator';
import { editGroup } from '@/features/structure/edit-group';
import { loadDocuments, loadResponsible, loadTraining } from '@/features/structure/load-registers';
import { loadStaff } from '@/features/structure/load-staff';
import { loadStructure } from '@/features/structure/load-structure';
import { recordTraining } from '@/features/structure/record-training';
import { removeStructure } from '@/features/structure/remove-record';
import { renameDepartment } from '@/features/structure/rename-department';
import { saveDocument } from '@/features/structure/save-document';
import { saveResponsibility } from '@/features/structure/save-responsibility';
import { saveRoom } from '@/features/structure/save-room';
import { findReport } from '@/reports/registry';
import { testDatabase } from '../../support/database';
import { readPdf } from '../../support/read-pdf';
import { buildWorld, type World, worldNow } from '../../support/world';

const meta = { address: 'test', device: 'test' };
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

describe('R-030 structure: two editors, and what is referred to', () => {
  it('the second of two editors is told, the first one’s name stands', async () => {
    const office = await world.actor('venera');
    const edit = { id: world.college.department, version: 0, name: 'Отделение ИТ' };
    await renameDepartment.execute(office, edit, meta);
    const late = renameDepartment.execute(await world.actor('denis'), { ...edit, name: 'Другое' }, meta);
    await expect(late).rejects.toMatchObject({ code: 'CONFLICT' });
    const view = await loadStructure(office);
    expect(view?.departments.find(({ id }) => id === edit.id)).toMatchObject({ name: 'Отделение ИТ', version: 1 });
  });

  it('nothing that is referred to is deleted; what nobody needs goes and stays in the audit', async () => {
    const office = await world.actor('venera');
    const { department, groups } = world.college;
    const programme = await world.owner.studyProgram.findFirstOrThrow();
    for (const gone of [
      { kind: 'department' as const, id: department, version: 1 },
      { kind: 'group' as const, id: groups.isp, version: 0 },
      { kind: 'studyProgram' as const, id: programme.id, version: 0 },
    ]) {
      await expect(removeStructure.execute(office, gone, meta)).rejects.toMatchObject({ code: 'IN_USE' });
    }
    const { id } = await saveRoom.execute(office, { id: null, name: '401', seats: 30 }, meta);
    await removeStructure.execute(office, { kind: 'room', id, version: 0 }, meta);
    const [step] = await world.owner.auditChange.findMany({ where: { field: 'removed' } });
    expect(step).toMatchObject({ entity: 'room', recordId: id, before: '{"name":"401","purpose":"","seats":30}' });
  });

  it('a room in the timetable keeps its name and stays; a group with journals keeps its plan', async () => {
    const office = await world.actor('venera');
    const { id } = await saveRoom.execute(office, { id: null, name: '314' }, meta);
    const renamed = saveRoom.execute(office, { id, version: 0, name: '315' }, meta);
    await expect(renamed).rejects.toMatchObject({ code: 'IN_USE', options: { fields: ['name'] } });
    const gone = removeStructure.execute(office, { kind: 'room', id, version: 0 }, meta);
    await expect(gone).rejects.toMatchObject({ code: 'IN_USE' });
    await saveRoom.execute(office, { id, version: 0, name: '314', closedOn: '2027-07-01' }, meta);
    const { departmentId, curriculumId, programId } = await planOf(world.college.groups.isp);
    const other = await world.owner.curriculum.create({ data: { programId, entryYear: 2031 } });
    const group = { id: world.college.groups.isp, version: 0, name: 'ИСП-25-1', departmentId };
    const replanned = editGroup.execute(office, { ...group, curriculumId: other.id }, meta);
    await expect(replanned).rejects.toMatchObject({ code: 'IN_USE', options: { fields: ['curriculumId'] } });
    await editGroup.execute(office, { ...group, name: 'ИСП-25', curriculumId }, meta);
  });
});

async function planOf(groupId: number) {
  const { departmentId, curriculumId, curriculum } = await world.owner.studentGroup.findUniqueOrThrow({
    where: { id: groupId },
    include: { curriculum: true },
  });
  return { departmentId, curriculumId, programId: curriculum.programId };
}

describe('R-039 R-002 staff', () => {
  const person = { lastName: 'Носова', firstName: 'Ева', middleName: null, sex: 'female' as const, birthDate: null };
  const job = { hiredOn: '2026-10-01', title: 'Преподаватель', departmentId: null };

  it('is hired with a position; the administrator’s functions are not the secretary’s to give', async () => {
    const secretary = await world.actor('olga');
    const { id } = await hirePerson.execute(secretary, { ...person, ...job, role: 'teacher' }, meta);
    const view = await loadStaff(secretary, { q: 'носова', left: false });
    expect(view?.staff).toMatchObject([
      { id, account: false, positions: [{ role: 'teacher', title: 'Преподаватель' }] },
    ]);
    const twin = hirePerson.execute(secretary, { ...person, ...job, role: 'teacher' }, meta);
    await expect(twin).rejects.toMatchObject({ code: 'DUPLICATE', options: { fields: ['birthDate'] } });
    const before = await world.owner.person.count();
    const admin = hirePerson.execute(secretary, { ...person, firstName: 'Яна', ...job, role: 'admin' }, meta);
    await expect(admin).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await world.owner.person.count()).toBe(before);
  });

  it('leaves when group and load are handed over; the curator before ends the day before', async () => {
    const office = await world.actor('venera');
    const { people, college } = world;
    const leave = (staffId: number) => dismissStaff.execute(office, { staffId, leftOn: '2026-10-14' }, meta);
    await expect(leave(people.gulnara)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(leave(people.liliya)).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining('куратора') },
    });
    await changeCurator.execute(
      office,
      { groupId: college.groups.isp, staffId: people.rustem, startsOn: '2026-10-15' },
      meta,
    );
    const former = await world.owner.curatorship.findFirstOrThrow({ where: { staffId: people.liliya } });
    expect(former.endsOn?.toISOString().slice(0, 10)).toBe('2026-10-14');
    await leave(people.liliya);
    const open = { staffId: people.liliya, endsOn: null };
    expect(await world.owner.staffPosition.count({ where: open })).toBe(0);
    await expect(leave(people.liliya)).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});

describe('R-018 R-019 R-020 registers', () => {
  it('who answers for what by order, and what nobody answers for', async () => {
    const office = await world.actor('venera');
    const line = { id: null, staffId: world.people.anton, duty: 'Диспетчер расписания', orderNumber: '14-о' };
    const days = { orderedOn: '2026-08-28', startsOn: '2026-08-01' };
    const early = saveResponsibility.execute(office, { ...line, ...days }, meta);
    await expect(early).rejects.toMatchObject({ code: 'INVALID', options: { fields: ['startsOn'] } });
    await saveResponsibility.execute(office, { ...line, ...days, startsOn: '2026-09-01' }, meta);
    const view = await loadResponsible(await world.actor('sergey'));
    expect(view?.present).toMatchObject([{ person: 'Лебедев Антон Игоревич', duty: 'Диспетчер расписания' }]);
    expect(view?.vacant).toEqual([
      'Администратор электронного журнала',
      'Ответственный за обработку персональных данных',
    ]);
    expect(await loadResponsible(await world.actor('gulnara'))).toBeNull();
  });

  it('T-046 a document is a link that a browser opens and never runs; everybody reads the page', async () => {
    const admin = await world.actor('denis');
    const link = { id: null, kind: 'normative' as const, title: 'Положение' };
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://college.example/x', 'положение']) {
      await expect(saveDocument.execute(admin, { ...link, url }, meta)).rejects.toMatchObject({ code: 'INVALID' });
    }
    await saveDocument.execute(admin, { ...link, url: 'https://college.example/order.pdf' }, meta);
    const view = await loadDocuments(await world.actor('alina'));
    expect(view).toMatchObject({ documents: [{ title: 'Положение' }], may: { enter: false } });
  });

  it('training is recorded once it was held, for each person once', async () => {
    const admin = await world.actor('denis');
    const { gulnara, rustem } = world.people;
    const training = { topic: 'Электронный журнал', heldOn: '2026-09-03', hours: 2, staffIds: [gulnara, rustem] };
    const ahead = recordTraining.execute(admin, { ...training, heldOn: '2026-10-15' }, meta);
    await expect(ahead).rejects.toMatchObject({ code: 'INVALID', options: { fields: ['heldOn'] } });
    expect(await recordTraining.execute(admin, training, meta)).toEqual({ recorded: 2 });
    expect(await recordTraining.execute(admin, training, meta)).toEqual({ recorded: 0 });
    const view = await loadTraining(admin);
    expect(view?.staff.filter(({ trainings }) => trainings > 0)).toHaveLength(2);
  });
});

describe('R-023 readiness of a year', () => {
  it('says what is missing, who answers, where it is mended; after 5 September it is overdue', async () => {
    const view = await loadReadiness(await world.actor('venera'));
    const line = (id: string) => view?.lines.find((one) => one.id === id);
    expect(view).toMatchObject({ due: '2026-09-05', overdue: true });
    expect(line('periods')).toMatchObject({ state: 'done', count: 0 });
    expect(line('days')).toMatchObject({ state: 'overdue', role: 'studyOffice', people: ['Сафина В. М.'] });
    expect(line('curators')).toMatchObject({ count: 1, missing: ['ПКД-26-1'], href: '/study/structure/groups' });
    expect(line('staffAccounts')).toMatchObject({ missing: ['Носова Е.'], mayOpen: false });
    await testDatabase().setClock('2026-09-04T08:00:00.000Z');
    const earlier = await loadReadiness(await world.actor('venera'));
    expect(earlier?.lines.find(({ id }) => id === 'days')?.state).toBe('attention');
    expect(await loadReadiness(await world.actor('gulnara'))).toBeNull();
  });

  it.each(['year-readiness', 'access-rights'])('%s prints; a foreign role gets nothing', async (id) => {
    const report = findReport(id);
    const { signal } = new AbortController();
    const admin = await world.actor('denis');
    const file = await report?.file(admin, 'pdf', {}, signal);
    const pages = await readPdf(Buffer.concat((await file?.stream.toArray()) ?? []));
    const words = pages.map(({ text }) => text.replaceAll(/\s+/g, '')).join('');
    expect(words).toContain(id === 'access-rights' ? 'менятьправа' : 'Расписаниезвонков');
    expect(await report?.file(await world.actor('gulnara'), 'csv', {}, signal)).toBeNull();
    await expect(report?.file(admin, 'csv', { colour: 'red' }, signal)).rejects.toMatchObject({ code: 'INVALID' });
  });
});
