import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { acceptNote } from '@/features/absence-notes/accept-note';
import { declineNote } from '@/features/absence-notes/decline-note';
import { excuseDays } from '@/features/absence-notes/excuse-days';
import { loadNotesOfDay, loadStudentNotes, loadWaitingNotes } from '@/features/absence-notes/load-notes';
import { reportAbsence } from '@/features/absence-notes/report-absence';
import { withdrawNote } from '@/features/absence-notes/withdraw-note';
import { curatorDesk } from '../support/curator-desk';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  // Artem is of age: his father writes only with his consent, Alina's mother always.
  const { owner, people } = world;
  await owner.parentAccessDecision.create({
    data: { studentId: people.artem, allowed: true, decidedAt: new Date('2026-09-01') },
  });
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const desk = curatorDesk(() => world);
const day = (date: string) => ({ startsOn: date, endsOn: date, firstPeriod: null, lastPeriod: null });
const illness = (studentId: number, span = day('2026-10-14')) => ({
  ...{ studentId, ...span },
  ...{ kind: 'sick' as const, text: 'температура', document: false },
});
const absent = (lessonId: number, studentId: number) =>
  desk.teach('gulnara', { presences: [{ lessonId, studentId, value: 'absent', version: 0 }] });

describe('R-084 a parent reports, the curator answers', () => {
  it('the note waits for the curator with the code it proposes; one key gives the reason', async () => {
    const { alina } = world.people;
    const { today } = world.college.lessons;
    const { id } = await desk.run(
      'renata',
      reportAbsence,
      illness(alina, { ...day('2026-10-14'), endsOn: '2026-10-16' }),
    );
    await absent(today, alina);
    const [note] = await loadWaitingNotes(await world.actor('liliya'));
    expect(note).toMatchObject({
      ...{ id, student: 'Давлетшина Алина', days: '14.10–16.10', kindWords: 'болезнь', text: 'температура' },
      ...{ source: 'мать, 14.10 12:00', byParent: true, state: 'sent', openLessons: 1 },
      reason: { id: 'sick', symbol: 'б' },
    });
    const done = await desk.run('liliya', acceptNote, { noteId: id, reason: 'sick' });
    expect(done).toEqual({ lessons: 1, kept: 0, daysAhead: true });
    expect(await desk.cell(today, alina)).toEqual(['absent', 'sick']);
    expect(await loadWaitingNotes(await world.actor('liliya'))).toEqual([]);
    const [seen] = await loadStudentNotes(await world.actor('renata'), alina);
    expect(seen).toMatchObject({ state: 'accepted', decided: 'Ганеева Л. Р., 14.10 12:00' });
  });

  it('later absences of its days bring it back, and accepting it again gives them the same reason', async () => {
    const { alina } = world.people;
    const { ahead } = world.college.lessons;
    await testDatabase().setClock('2026-10-16T08:00:00.000Z');
    await absent(ahead, alina);
    const [note] = await loadWaitingNotes(await world.actor('liliya'));
    expect(note).toMatchObject({ state: 'accepted', openLessons: 1 });
    const noteId = note?.id ?? 0;
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId, reason: 'valid' }))).toBe('CONFLICT');
    await desk.run('liliya', acceptNote, { noteId, reason: 'sick' });
    expect(await desk.cell(ahead, alina)).toEqual(['absent', 'sick']);
  });

  it('where the regulation leaves reasons to teachers a note is only taken notice of (S1)', async () => {
    const { alina } = world.people;
    const { id } = await desk.run('renata', reportAbsence, illness(alina, day('2026-10-20')));
    const done = await desk.run('liliya', acceptNote, { noteId: id, reason: null });
    expect(done).toEqual({ lessons: 0, kept: 0, daysAhead: false });
    const [seen] = await loadStudentNotes(await world.actor('renata'), alina);
    expect(seen).toMatchObject({ id, state: 'accepted' });
  });

  it('the database holds what a note may be (T-089)', async () => {
    const { alina, viktor } = world.people;
    const write = (columns: string, values: string) =>
      world.owner.$executeRawUnsafe(
        `INSERT INTO absence_note (student_id, group_id, author_id, created_at, kind, ${columns})
         VALUES (${alina}, ${world.college.groups.isp}, ${viktor}, now(), 'other', ${values})`,
      );
    const days = 'starts_on, ends_on';
    for (const [columns, values] of [
      [days, "'2026-10-14', '2026-10-13'"],
      [days, "'2026-10-14', '2027-10-13'"],
      [`${days}, first_period, last_period`, "'2026-10-14', '2026-10-15', 1, 2"],
      [`${days}, state`, "'2026-10-14', '2026-10-14', 'accepted'"],
      [`${days}, state, decided_by_id, decided_at`, `'2026-10-14', '2026-10-14', 'declined', ${viktor}, now()`],
    ] as const) {
      await expect(write(columns, values)).rejects.toThrow('23514');
    }
  });

  it('a declined note says why, once', async () => {
    const { artem } = world.people;
    const { id } = await desk.run('viktor', reportAbsence, { ...illness(artem), kind: 'family' });
    expect(await desk.refused(() => desk.run('liliya', declineNote, { noteId: id, reply: ' ' }))).toBe('INVALID');
    await desk.run('liliya', declineNote, { noteId: id, reply: 'Он был на занятии.' });
    const [seen] = await loadStudentNotes(await world.actor('viktor'), artem);
    expect(seen).toMatchObject({ state: 'declined', reply: 'Он был на занятии.' });
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId: id, reason: 'valid' }))).toBe('CONFLICT');
    expect(await desk.refused(() => desk.run('liliya', declineNote, { noteId: id, reply: 'Нет' }))).toBe('CONFLICT');
  });

  it('a parent takes the own note back while nobody has answered; the curator no longer sees it', async () => {
    const { alina } = world.people;
    const { id: noteId } = await desk.run('renata', reportAbsence, illness(alina, day('2026-10-27')));
    const withdraw = (who: 'renata' | 'viktor' | 'liliya') => () => desk.run(who, withdrawNote, { noteId });
    expect(await desk.refused(withdraw('viktor'))).toBe('NOT_FOUND');
    expect(await desk.refused(withdraw('liliya'))).toBe('FORBIDDEN');
    await withdraw('renata')();
    expect(await loadWaitingNotes(await world.actor('liliya'))).toEqual([]);
    expect(await loadNotesOfDay(await world.actor('liliya'), world.college.groups.isp, '2026-10-27')).toEqual([]);
    const [seen] = await loadStudentNotes(await world.actor('renata'), alina);
    expect(seen).toMatchObject({ id: noteId, state: 'withdrawn', own: true });
    expect(await desk.refused(withdraw('renata'))).toBe('CONFLICT');
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId, reason: 'sick' }))).toBe('CONFLICT');
    expect(await desk.refused(() => desk.run('liliya', declineNote, { noteId, reply: 'Нет' }))).toBe('CONFLICT');
    await desk.run('renata', reportAbsence, illness(alina, day('2026-10-27')));
    const event = await world.owner.auditEvent.findFirst({
      where: { command: 'absence-notes.withdraw' },
      select: { objectId: true, personId: true, changes: { select: { field: true, before: true, after: true } } },
    });
    expect(event).toEqual({
      ...{ objectId: noteId, personId: world.people.renata },
      changes: [{ field: 'state', before: 'sent', after: 'withdrawn' }],
    });
  });

  it('what a family wrote of its child lies enciphered in the audit (T-074)', async () => {
    const steps = await world.owner.auditChange.findMany({ where: { entity: 'absenceNote' } });
    expect(steps.filter(({ field }) => ['text', 'kind', 'reply', 'reason'].includes(field)).length).toBeGreaterThan(3);
    const open = JSON.stringify(steps, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
    expect(open).not.toMatch(/температура|sick|family|занятии/);
  });

  it('bad days, other people’s children and notes are refused without a trace', async () => {
    const { alina, mira, timur } = world.people;
    const report = (
      input: Parameters<typeof reportAbsence.execute>[1],
      who: 'renata' | 'liliya' | 'alina' = 'renata',
    ) => desk.refused(() => desk.run(who, reportAbsence, input));
    expect(await report(illness(timur))).toBe('NOT_FOUND');
    expect(await report(illness(mira))).toBe('NOT_FOUND');
    expect(await report(illness(alina), 'alina')).toBe('FORBIDDEN');
    expect(await report(illness(alina), 'liliya')).toBe('FORBIDDEN');
    expect(await report(illness(alina, { ...day('2026-10-14'), endsOn: '2026-10-13' }))).toBe('INVALID');
    expect(await report(illness(alina, { ...day('2026-10-14'), endsOn: '2027-02-14' }))).toBe('INVALID');
    expect(await report(illness(alina, day('2025-10-14')))).toBe('INVALID');
    expect(await report({ ...illness(alina), firstPeriod: 3, lastPeriod: 1 })).toBe('INVALID');
    expect(await report({ ...illness(alina), firstPeriod: 1, lastPeriod: null })).toBe('INVALID');
    expect(await report({ ...illness(alina), text: 'а'.repeat(201) })).toBe('INVALID');
    const { id } = await desk.run('renata', reportAbsence, { ...illness(alina), firstPeriod: 1, lastPeriod: 2 });
    expect(await report({ ...illness(alina), firstPeriod: 1, lastPeriod: 2 })).toBe('DUPLICATE');
    const accept = (who: 'gulnara' | 'nadezhda' | 'renata', noteId = id) =>
      desk.refused(() => desk.run(who, acceptNote, { noteId, reason: 'sick' }));
    for (const who of ['gulnara', 'nadezhda', 'renata'] as const) expect(await accept(who)).toBe('FORBIDDEN');
    await world.owner.$executeRaw`UPDATE absence_note SET group_id = ${world.college.groups.pkd} WHERE id = ${id}`;
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId: id, reason: 'sick' }))).toBe('NOT_FOUND');
    expect(await desk.refused(() => desk.run('liliya', declineNote, { noteId: id, reply: 'x' }))).toBe('NOT_FOUND');
    await world.owner.$executeRaw`UPDATE absence_note SET group_id = ${world.college.groups.isp} WHERE id = ${id}`;
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId: id, reason: 'absent' }))).toBe('INVALID');
  });

  it('the profile’s window ends: neither reported nor accepted after it', async () => {
    const { alina } = world.people;
    const { past } = world.college.lessons;
    await testDatabase().setClock('2026-10-07T08:00:00.000Z');
    await absent(past, alina);
    await testDatabase().setClock(worldNow);
    const { id } = await desk.run('renata', reportAbsence, illness(alina, day('2026-10-07')));
    const { data, profile } = await world.owner.regulationVersion.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const regulation = structuredClone(data) as { attendance: { reasonDays: number | null } };
    regulation.attendance.reasonDays = 5;
    await world.owner.regulationVersion.create({
      data: { profile, validFrom: new Date('2026-10-01'), data: regulation, createdAt: new Date() },
    });
    expect(await desk.refused(() => desk.run('liliya', acceptNote, { noteId: id, reason: 'sick' }))).toBe(
      'WINDOW_CLOSED',
    );
    const late = { ...illness(alina, day('2026-10-08')), kind: 'doctor' as const };
    expect(await desk.refused(() => desk.run('renata', reportAbsence, late))).toBe('INVALID');
  });
});

describe('R-083 «болезнь с … по …»: the curator names days in one act', () => {
  const act = (studentId: number, reason = 'sick') => ({
    ...{ groupId: world.college.groups.isp, studentId, startsOn: '2026-10-12', endsOn: '2026-10-16' },
    ...{ firstPeriod: null, lastPeriod: null, reason, document: true },
  });

  it('absences without a reason get it, another reason stays, nobody becomes absent by it (S0)', async () => {
    const { timur } = world.people;
    const { recent, today, substituted } = world.college.lessons;
    await absent(recent, timur);
    await absent(today, timur);
    await desk.day('liliya', { reasons: [{ lessonId: recent, studentId: timur, value: 'invalid', version: 0 }] });
    const done = await desk.run('liliya', excuseDays, act(timur));
    expect(done).toEqual({ lessons: 1, kept: 1, daysAhead: true });
    expect(await desk.cell(today, timur)).toEqual(['absent', 'sick']);
    expect(await desk.cell(recent, timur)).toEqual(['absent', 'invalid']);
    expect(await desk.cell(substituted, timur)).toEqual([null, null]);
    const row = await world.owner.attendanceEvent.findFirstOrThrow({ where: { lessonId: today, studentId: timur } });
    expect(row.reasonNote).toBe('документ есть');
    const [note] = await loadNotesOfDay(await world.actor('liliya'), world.college.groups.isp, '2026-10-15');
    expect(note).toMatchObject({ state: 'accepted', byParent: false, document: true });
  });

  it('is the curator’s alone, of the group’s own people, into open periods', async () => {
    const { timur, mira } = world.people;
    expect(await desk.refused(() => desk.run('gulnara', excuseDays, act(timur)))).toBe('FORBIDDEN');
    expect(await desk.refused(() => desk.run('liliya', excuseDays, act(mira)))).toBe('NOT_FOUND');
    const foreign = { ...act(mira), groupId: world.college.groups.pkd };
    expect(await desk.refused(() => desk.run('liliya', excuseDays, foreign))).toBe('NOT_FOUND');
    expect(await desk.refused(() => desk.run('liliya', excuseDays, act(timur, 'absent')))).toBe('INVALID');
  });

  it('a locked period refuses the act and new notes (T-082)', async () => {
    const { artem, alina, denis } = world.people;
    const { groups, periods, lessons } = world.college;
    await absent(lessons.recent, artem);
    await world.owner.groupPeriod.update({
      where: { groupId_periodId: { groupId: groups.isp, periodId: periods.first } },
      data: { lockedAt: new Date('2026-10-13'), lockedById: denis, lockReason: 'сдано' },
    });
    expect(await desk.refused(() => desk.run('liliya', excuseDays, act(artem)))).toBe('PERIOD_LOCKED');
    expect(await desk.refused(() => desk.run('renata', reportAbsence, illness(alina)))).toBe('INVALID');
  });
});
