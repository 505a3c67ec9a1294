import { type ActorName, always, each, onlyFor, row } from '../../support/matrix-actors';
import type { CommandCase, CommandEntries } from '../../support/matrix-entries';

const cells = { via: 'PATCH /api/journal/[sectionId]/cells' };
const auth = { via: 'POST /api/auth/[...nextauth]' };

/** Set-up without a way from outside: these get past the gate and are then refused for their empty input, nobody else does. */
function past(...names: Exclude<ActorName, 'anonymous' | 'blocked'>[]): CommandCase {
  return { targeted: false, input: () => ({}), expect: onlyFor(names, 'invalid') };
}

const teachers = ['teacher', 'ownParentTeacher', 'teacherCurator', 'expiredSubstitute'] as const;

const draft = (courseId: unknown, authorId: unknown) => ({
  schemes: [{ courseId, authorId, title: 'КТП', approvedOn: null, topics: [topic] }],
});
const topic = {
  ...{ part: 'Раздел 1', title: 'Понятие алгоритма', lessonType: 'lecture' },
  ...{ hours: 2, homework: '', taskType: null, taskTitle: null },
};

/** Every command by its name. */
export const commands: CommandEntries = {
  'session.open': auth,
  'session.end': auth,
  'session.end-own': { via: 'action endOwnSessionsAction' },
  'session.step-up': { via: 'action stepUpAction' },
  'account.acknowledge-devices': { via: 'action acknowledgeDevicesAction' },
  'account.change-password': { via: 'action changePasswordAction' },
  'accounts.block': { via: 'action blockAccountAction' },
  'accounts.unblock': { via: 'action unblockAccountAction' },
  'accounts.give-position': { via: 'action givePositionAction' },
  'accounts.end-position': { via: 'action endPositionAction' },
  'accounts.close-ended': { targeted: false, input: () => ({ extra: true }), expect: onlyFor(['admin'], 'invalid') },
  'rights.change': { via: 'action changeRightsAction' },
  'institution.edit-regulation': { via: 'action editRegulationAction' },
  'institution.preview-regulation': { via: 'action previewRegulationAction' },
  'technical-works.announce': { via: 'action announceWorksAction' },
  'technical-works.cancel': { via: 'action cancelWorksAction' },
  'credentials.issue': { via: 'POST /api/credentials/slips' },
  'people.decide-own-access': { via: 'action decideOwnAccessAction' },
  'journal.mark-cells': cells,
  'attendance.mark-day': { via: 'PATCH /api/attendance/[groupId]/cells' },
  'absence-notes.accept': { via: 'action acceptNoteAction' },
  'absence-notes.decline': { via: 'action declineNoteAction' },
  'absence-notes.excuse-days': { via: 'action excuseDaysAction' },
  'absence-notes.withdraw': { via: 'action withdrawNoteAction' },
  'absence-notes.report': { via: 'action reportAbsenceAction' },
  'files.attach': { via: 'POST /api/files' },
  'files.remove': { via: 'DELETE /api/files/[id]' },
  'journal.publish-grades': { via: 'action publishGradesAction' },
  'report.print-period-ledger': { via: 'report /api/reports/period-ledger/print' },
  'backup.request': { via: 'action requestBackupAction' },
  'backup.request-check': { via: 'action requestCheckAction' },
  'backup.request-drill': { via: 'action requestDrillAction' },
  'backup.record': past('admin'),
  'backup.settle-restored': past('admin'),
  'jobs.cancel': { via: 'action cancelJobAction' },
  'report.print-college': { via: 'action requestCollegePrintAction' },
  'journal.import-lessons': past(),
  'lessons.import-grades': past(),
  'schemes.enter': {
    targeted: true,
    input: ({ courseId, studentId }, personId, target) => draft(courseId, target === 'own' ? personId : studentId),
    expect: {
      ...onlyFor([], 'ok'),
      ...each(
        teachers,
        row('ok', 'hidden', 'hidden', { malformed: 'invalid', locked: 'hidden', closedYear: 'hidden' }),
      ),
      mustChange: always('forbidden'),
    },
  },
  'institution.set-up': past('admin'),
  'institution.create-departments': { via: 'action createDepartmentsAction' },
  'institution.adopt-regulation': past('admin'),
  'academic-year.open': { via: 'action openYearAction' },
  'academic-year.close': { via: 'action closeYearAction' },
  'academic-year.undo-closing': { via: 'action undoClosingAction' },
  'academic-year.open-next': { via: 'action openNextYearAction' },
  'academic-year.lock-periods': { via: 'action lockPeriodsAction' },
  'academic-year.reopen-period': { via: 'action reopenPeriodAction' },
  'academic-year.end-reopening': { via: 'action endReopeningAction' },
  'academic-year.set-bells': { via: 'action setBellsAction' },
  'curriculum.create-programmes': { via: 'action createProgrammesAction' },
  'curriculum.enter-curricula': past('deputyDirector', 'admin'),
  'teaching-load.assign': past('deputyDirector', 'admin'),
  'timetable.set': past('timetableDispatcher', 'admin'),
  'timetable.lay-lessons': past('timetableDispatcher', 'admin'),
  'timetable.substitute-lessons': past('deputyDirector', 'timetableDispatcher'),
  'groups.create': { via: 'action createGroupsAction' },
  'structure.rename-department': { via: 'action renameDepartmentAction' },
  'structure.edit-programme': { via: 'action editProgrammeAction' },
  'structure.edit-group': { via: 'action editGroupAction' },
  'structure.change-curator': { via: 'action changeCuratorAction' },
  'structure.save-room': { via: 'action saveRoomAction' },
  'structure.save-responsibility': { via: 'action saveResponsibilityAction' },
  'structure.save-document': { via: 'action saveDocumentAction' },
  'structure.record-training': { via: 'action recordTrainingAction' },
  'structure.remove': { via: 'action removeStructureAction' },
  'people.hire': { via: 'action hirePersonAction' },
  'people.dismiss': { via: 'action dismissStaffAction' },
  'calendar.save-period': { via: 'action savePeriodAction' },
  'calendar.choose-periods': { via: 'action choosePeriodsAction' },
  'calendar.set-days': { via: 'action setDaysAction' },
  'calendar.save-spans': { via: 'action saveSpansAction' },
  'calendar.edit-bells': { via: 'action editBellsAction' },
  'calendar.apply-bells': { via: 'action applyBellsAction' },
  'calendar.remove': { via: 'action removeCalendarEntryAction' },
  'groups.appoint-curators': past('studyOffice', 'admin'),
  'groups.open-periods': past('studyOffice', 'admin'),
  'groups.divide': past('deputyDirector', 'admin'),
  'groups.enrol-students': past('studyOffice', 'secretary'),
  'groups.move-students': past('studyOffice', 'secretary'),
  'people.register': past('studyOffice', 'secretary', 'admin'),
  'people.register-students': past('studyOffice', 'secretary', 'admin'),
  'people.employ-staff': past('studyOffice', 'secretary', 'admin'),
  'people.link-guardians': past('studyOffice', 'secretary', 'admin'),
  'people.decide-parent-access': past('studyOffice', 'secretary', 'admin'),
  'people.open-accounts': past('admin'),
};
