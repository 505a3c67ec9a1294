import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { markCells } from '@/features/journal/mark-cells';
import { publishGrades } from '@/features/journal/publish-grades';
import { rowsOfAct } from '../support/command-example';
import { actorOf, commandExamples, prepareExamples } from '../support/command-examples';
import { everyCommand } from '../support/commands';
import { testDatabase } from '../support/database';
import { decipher } from '../support/decipher';
import { givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '203.0.113.9', device: 'Firefox 144' };
let world: World;
/** What each act has left: `command who → roles · object · steps`, personal values with a star; checked row by row while written. */
const acts: string[] = [];

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'rustem');
  const commands = await everyCommand();
  for (const { name, who, input } of await commandExamples(world, await prepareExamples(world))) {
    const actor = await actorOf(world, who);
    const { _max } = await world.owner.auditEvent.aggregate({ _max: { id: true } });
    await commands.get(name)?.execute(actor, input as never, meta);
    const rows = await world.owner.auditEvent.findMany({
      where: { id: { gt: _max.id ?? 0n } },
      orderBy: { id: 'asc' },
      include: { changes: { orderBy: { id: 'asc' }, include: { personal: { select: { personId: true } } } } },
    });
    for (const row of rows) {
      expect(row).toMatchObject({ ...meta, result: 'ok', sessionId: actor.sessionId });
      // opening a year and hiring somebody are acts of several, each with its own row
      if (!Object.hasOwn(rowsOfAct, name)) expect(row.command).toBe(name);
      const carried = name.includes('import');
      if (!carried && who !== 'anonymous') expect(row.personId).toBe(actor.personId);
      if (!carried) expect(row.at.toISOString()).toBe(worldNow);
      const steps = new Set(row.changes.map((step) => `${step.entity} ${step.field}${step.personal ? '*' : ''}`));
      acts.push(`${row.command} ${who} → ${row.roles} · ${row.object} · ${[...steps].join(', ')}`);
    }
  }
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

describe('T-071 every act leaves its row: who, role, when, address, device, object, result, old → new', () => {
  it('as this table says', () => {
    expect(acts).toEqual([
      'journal.mark-cells gulnara → teacher · section · assignment task_type, assignment title, assignment required, assignment due_on, attendance presence, mark value, mark comment, mark required, lesson topic, lesson planned_topic_id, lesson homework, lesson homework_due_on, lesson attendance_taken, homework text, grade value',
      'journal.mark-cells liliya → teacher curator · section · attendance reason, attendance reason_note',
      'journal.publish-grades gulnara → teacher · section · grade published',
      'journal.import-lessons system → system · section · lesson topic, lesson planned_topic_id, lesson homework, lesson homework_due_on, lesson attendance_taken, assignment task_type, assignment title, assignment required, assignment due_on, mark value, mark required, attendance presence',
      'journal.import-lessons system → system · section · attendance reason',
      'lessons.import-grades system → system · section · grade value, grade reason, grade published',
      'timetable.substitute-lessons anton → timetableDispatcher · timetable · lesson teacher_id',
      'timetable.lay-lessons anton → timetableDispatcher · timetable · lesson laid',
      'timetable.set anton → timetableDispatcher · timetable · timetableEntry created',
      'files.attach gulnara → teacher · section · lessonFile homework, lessonFile hash',
      'files.remove gulnara → teacher · section · lessonFile homework',
      'institution.create-departments denis → admin · department · department created',
      'institution.adopt-regulation denis → admin · regulation · regulation created',
      'curriculum.create-programmes nadezhda → deputyDirector · studyProgram · studyProgram created',
      'curriculum.enter-curricula nadezhda → deputyDirector · curriculum · course created, curriculum created, curriculumItem created',
      'schemes.enter gulnara → teacher · scheme · scheme created',
      'groups.create venera → studyOffice · group · group created',
      'groups.divide nadezhda → deputyDirector · subgroup · subgroup created, subgroupMembership created',
      'teaching-load.assign nadezhda → deputyDirector · section · section created, teachingAssignment created, sectionPeriod created',
      'academic-year.set-bells anton → timetableDispatcher · bellSchedule · bellSchedule created, classPeriod created',
      'curriculum.start venera → studyOffice · curriculum · curriculum created, curriculumItem created',
      'curriculum.save venera → studyOffice · curriculum · course created, curriculumItem index, curriculumItem name, curriculumItem passFail, curriculumItem terms, curriculum weeks',
      'curriculum.approve nadezhda → deputyDirector · curriculum · curriculum approvedOn, curriculum beyondNorm',
      'curriculum.open-for-change venera → studyOffice · curriculum · planningOrder created, curriculum state',
      'curriculum.remove venera → studyOffice · curriculum · curriculum removed',
      'planning-orders.register anton → timetableDispatcher · planningOrder · planningOrder created',
      'planning-orders.enter venera → studyOffice · planningOrder · planningOrder entered',
      'teaching-load.open-lines venera → studyOffice · section · section created, sectionPeriod created',
      'teaching-load.save venera → studyOffice · group · teachingAssignment created, sectionPeriod plannedHours',
      'teaching-load.adopt nadezhda → deputyDirector · academicYear · planningOrder created, teachingAssignment orderId',
      'teaching-load.change-teacher venera → studyOffice · section · planningOrder created, teachingAssignment endsOn, teachingAssignment created',
      'teaching-load.close-journals venera → studyOffice · group · section removed',
      'teaching-load.form-stream venera → studyOffice · teachingStream · teachingStream created, section streamId',
      'teaching-load.dissolve-stream venera → studyOffice · teachingStream · section streamId, teachingStream removed',
      'groups.redivide venera → studyOffice · group · subgroup created, subgroupMembership created, divisionReview reviewed',
      'groups.confirm-division venera → studyOffice · group · divisionReview reviewed',
      'structure.rename-department venera → studyOffice · department · department name',
      'structure.edit-programme venera → studyOffice · studyProgram · studyProgram code, studyProgram name, studyProgram termMonths',
      'structure.edit-group venera → studyOffice · group · group name',
      'structure.change-curator venera → studyOffice · group · curatorship created, staffPosition created',
      'structure.save-room anton → timetableDispatcher · room · room name, room purpose, room seats, room closedOn',
      'people.register olga → secretary · person · person created*',
      'people.employ-staff olga → secretary · staffMember · staffMember created, staffPosition created',
      'people.hire olga → secretary · staffMember · staffMember hired',
      'people.dismiss olga → secretary · staffMember · staffMember left_on, staffPosition ends_on',
      'structure.save-responsibility venera → studyOffice · responsibility · responsibility created',
      'structure.save-document denis → admin · officeDocument · officeDocument title, officeDocument url, officeDocument note',
      'structure.record-training denis → admin · trainingRecord · trainingRecord created',
      'structure.remove venera → studyOffice · department · department removed',
      'calendar.save-period venera → studyOffice · academicPeriod · academicPeriod name, academicPeriod endsOn',
      'calendar.choose-periods venera → studyOffice · groupPeriod · groupPeriod period',
      'calendar.set-days nadezhda → deputyDirector · academicYear · calendarException 2036-11-06',
      'calendar.save-spans venera → studyOffice · academicYear · studySpan created',
      'calendar.edit-bells anton → timetableDispatcher · bellSchedule · bellSchedule name, bellSchedule classPeriods',
      'calendar.apply-bells anton → timetableDispatcher · bellSchedule · bellUse created',
      'calendar.remove venera → studyOffice · academicPeriod · academicPeriod removed',
      'schemes.start gulnara → teacher · scheme · scheme created',
      'schemes.save gulnara → teacher · scheme · scheme title, plannedTopic title, plannedTopic created',
      'schemes.send gulnara → teacher · scheme · scheme state',
      'schemes.recall gulnara → teacher · scheme · scheme state',
      'schemes.revise gulnara → teacher · scheme · scheme created',
      'schemes.decide irina → methodist · scheme · scheme state, scheme remark',
      'schemes.note-programmes irina → methodist · workProgramme · workProgramme approved_on',
      'people.register olga → secretary · person · person created*',
      'people.employ-staff olga → secretary · staffMember · staffMember created, staffPosition created',
      'people.register-students olga → secretary · student · student created*',
      'people.link-guardians olga → secretary · guardianship · guardianship created*',
      'people.decide-parent-access olga → secretary · student · student parentAccess',
      'people.open-accounts denis → admin · account · account created*',
      'groups.enrol-students olga → secretary · order · order created, enrollment created',
      'groups.move-students olga → secretary · order · order created, enrollment endsOn, enrollment created, enrollmentStatus created',
      'groups.appoint-curators venera → studyOffice · group · curatorship created',
      'attendance.mark-day liliya → teacher curator · section · attendance presence, attendance reason, attendance reason_note, lesson attendance_taken',
      'absence-notes.report renata → parent · absenceNote · absenceNote startsOn, absenceNote endsOn, absenceNote firstPeriod, absenceNote lastPeriod, absenceNote kind*, absenceNote text*, absenceNote document, absenceNote state',
      'absence-notes.accept liliya → teacher curator · absenceNote · absenceNote state, absenceNote reason*',
      'absence-notes.decline liliya → teacher curator · absenceNote · absenceNote state, absenceNote reply*',
      'absence-notes.withdraw renata → parent · absenceNote · absenceNote state',
      'absence-notes.excuse-days liliya → teacher curator · absenceNote · absenceNote groupId, absenceNote startsOn, absenceNote endsOn, absenceNote firstPeriod, absenceNote lastPeriod, absenceNote reason*, absenceNote document, absenceNote state',
      'report.print-period-ledger venera → studyOffice · group · printedDocument number, printedDocument code, printedDocument hash, printedDocument pages',
      'report.print-college venera → studyOffice · backgroundJob · backgroundJob kind',
      'jobs.cancel denis → admin · backgroundJob · backgroundJob state',
      'academic-year.open venera → studyOffice · academicYear · academicYear created, academicPeriod created, calendarException created',
      'groups.open-periods venera → studyOffice · groupPeriod · ',
      'academic-year.lock-periods venera → studyOffice · groupPeriod · groupPeriod lockedAt',
      'academic-year.reopen-period nadezhda → deputyDirector · groupPeriod · sectionReopening openUntil, sectionReopening reason',
      'academic-year.end-reopening nadezhda → deputyDirector · groupPeriod · sectionReopening openUntil',
      'academic-year.close venera → studyOffice · academicYear · academicYear closedAt, academicYear closingReason, order created, enrollment yearOutcome',
      'academic-year.open venera → studyOffice · academicYear · academicYear created, academicPeriod created, calendarException created',
      'groups.open-periods venera → studyOffice · groupPeriod · groupPeriod created',
      'teaching-load.assign venera → studyOffice · section · section created, teachingAssignment created, sectionPeriod created',
      'timetable.set venera → studyOffice · timetable · timetableEntry created',
      'timetable.lay-lessons venera → studyOffice · timetable · lesson laid',
      'academic-year.open-next venera → studyOffice · academicYear · academicYear openedAfter',
      'academic-year.undo-closing venera → studyOffice · academicYear · academicYear closedAt, academicYear undoReason',
      'session.open anonymous → anonymous · session · ',
      'credentials.issue denis → admin · credentialBatch · account login*, account credentials',
      'accounts.block denis → admin · account · account blocked',
      'accounts.unblock denis → admin · account · account blocked',
      'accounts.give-position denis → admin · staffMember · staffPosition created',
      'accounts.end-position denis → admin · staffMember · staffPosition ends_on',
      'rights.change denis → admin · rights · rolePermission secretary report.preview',
      'institution.preview-regulation denis → admin · regulation · ',
      'institution.edit-regulation denis → admin · regulation · regulation created, regulation Сроки: Вход в журнал',
      'technical-works.announce denis → admin · technicalWorks · technicalWorks startsAt, technicalWorks endsAt, technicalWorks note',
      'technical-works.cancel denis → admin · technicalWorks · technicalWorks cancelledAt',
      'accounts.close-ended denis → admin · account · account blocked',
      'session.step-up rustem → teacher · session · ',
      'session.end-own rustem → teacher · account · session ended',
      'account.acknowledge-devices rustem → teacher · account · ',
      'people.decide-own-access artem → student · student · student parentAccess',
      'account.change-password anton → timetableDispatcher · account · account password',
      'session.end rustem → teacher · session · ',
      'backup.request denis → admin · backgroundJob · backgroundJob kind',
      'backup.request-check denis → admin · backgroundJob · backgroundJob kind',
      'backup.request-drill denis → admin · backgroundJob · backgroundJob kind',
      'backup.record denis → admin · backupCopy · backupCopy name, backupCopy drilledAt, backupCopy place2',
      'backup.settle-restored denis → admin · database · database restoredFrom, database madeAt',
    ]);
  });

  it('an act carried over names its own author and instant, and who carried it', async () => {
    const rows = await world.owner.auditEvent.findMany({
      where: { command: 'journal.import-lessons' },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ personId, at, roles }) => [personId, at.toISOString(), roles])).toEqual([
      [world.people.gulnara, '2026-10-07T08:00:00.000Z', 'system'],
      [world.people.liliya, '2026-10-08T08:00:00.000Z', 'system'],
    ]);
  });

  it('personal values lie enciphered with the person’s own key; nothing of them is in the open (T-074)', async () => {
    const { id: personId } = await world.owner.person.findFirstOrThrow({ where: { lastName: 'Ильин1' } });
    const [row] = await world.owner.auditPersonalValue.findMany({ where: { personId }, orderBy: { changeId: 'asc' } });
    const { key } = await world.owner.personKey.findUniqueOrThrow({ where: { personId: row?.personId ?? 0 } });
    expect(JSON.parse(decipher(row?.afterCipher ?? new Uint8Array(), key))).toMatchObject({
      lastName: 'Ильин1',
      birthDate: '2009-04-01',
    });
    const other = await world.owner.personKey.findFirstOrThrow({ where: { personId: { not: row?.personId ?? 0 } } });
    expect(() => decipher(row?.afterCipher ?? new Uint8Array(), other.key)).toThrow();
    const open = await world.owner.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM audit_change WHERE coalesce(before, '') || coalesce(after, '') ~ 'Ильин|2009-04-01|parent1|argon2'`;
    expect(open).toEqual([{ n: 0 }]);
  });

  it('a refusal that tells of trespass leaves a row in the security log and none in the audit', async () => {
    const { algorithms, closed } = world.college.sections;
    const cell = {
      lessonId: world.college.lessons.recent,
      studentId: world.people.alina,
      value: 'late' as const,
      version: 0,
    };
    const periods = { periodIds: [world.college.periods.first], groupIds: [world.college.groups.isp], reason: 'x' };
    const refusals: [
      keyof World['people'],
      string,
      string,
      (actor: Awaited<ReturnType<World['actor']>>) => Promise<unknown>,
    ][] = [
      [
        'renata',
        'journal.mark-cells',
        'FORBIDDEN',
        (actor) => markCells.execute(actor, { sectionId: algorithms, presences: [cell] }, meta),
      ],
      [
        'tatyana',
        'journal.publish-grades',
        'FORBIDDEN',
        (actor) => publishGrades.execute(actor, { sectionId: algorithms, periodId: 2 }, meta),
      ],
      [
        'liliya',
        'journal.publish-grades',
        'NOT_FOUND',
        (actor) => publishGrades.execute(actor, { sectionId: algorithms, periodId: 2 }, meta),
      ],
      ['gulnara', 'academic-year.lock-periods', 'FORBIDDEN', (actor) => lockPeriods.execute(actor, periods, meta)],
      [
        'gulnara',
        'journal.mark-cells',
        'PERIOD_LOCKED',
        (actor) =>
          markCells.execute(
            actor,
            { sectionId: closed, presences: [{ ...cell, lessonId: world.college.lessons.closed }] },
            meta,
          ),
      ],
    ];
    for (const [who, command, code, act] of refusals) {
      const before = await world.owner.auditEvent.count();
      const actor = await world.actor(who);
      await expect(act(actor)).rejects.toMatchObject({ code });
      const row = await world.owner.securityEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
      expect(row).toMatchObject({
        kind: 'refusal',
        personId: actor.personId,
        sessionId: actor.sessionId,
        ...meta,
        detail: `${command} ${code}`,
      });
      expect(row.at.toISOString()).toBe(worldNow);
      expect(await world.owner.auditEvent.count()).toBe(before);
    }
  });

  it('an error of typing is nobody’s trespass', async () => {
    const before = await world.owner.securityEvent.count();
    await expect(markCells.execute(await world.actor('gulnara'), { sectionId: 1 }, meta)).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect(await world.owner.securityEvent.count()).toBe(before);
  });
});

describe('T-072 no diagnoses, no documents', () => {
  it('no column of the schema is made for them', async () => {
    const rows = await world.owner.$queryRaw<{ name: string }[]>`
      SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`;
    const words =
      /diagnos|illness|disease|disabilit|icd|medical|health|snils|passport|inn\b|insurance|nationality|religion/i;
    expect(rows.map(({ name }) => name).filter((name) => words.test(name))).toEqual([]);
    expect(rows.length).toBeGreaterThan(200);
  });

  it('illness is a code of absence and nothing more', async () => {
    const rows = await world.owner.$queryRaw<{ type: string }[]>`
      SELECT udt_name AS type FROM information_schema.columns WHERE table_name = 'attendance_event' AND column_name = 'reason'`;
    expect(rows).toEqual([{ type: 'text' }]);
    const reason = {
      lessonId: world.college.lessons.today,
      studentId: world.people.timur,
      value: 'J06.9 ОРВИ',
      version: 1,
    };
    const input = { sectionId: world.college.sections.algorithms, reasons: [reason] };
    await expect(markCells.execute(await world.actor('liliya'), input, meta)).rejects.toMatchObject({
      code: 'INVALID',
    });
  });
});
