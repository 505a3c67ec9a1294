import type { Regulation } from '../regulation';
import { liveCodes, taskTypes } from './dictionaries';
import { s0 } from './s0';
import { s1 } from './s1';
import { words } from './words';

/** The demo college: order of work of S0, codes н уп нп б оп, terms and table of S1 (contract.md). */
export const demo: Regulation = {
  ...s0,
  profile: 'demo',
  title: 'Показательный колледж: порядок S0, коды н уп нп б оп, таблица S1',
  attendance: { ...s0.attendance, codes: liveCodes },
  taskTypes: taskTypes({ lab: 5, control: 5, practical: 5 }),
  markWithoutTask: { mode: 'autoCreate', taskType: 'answer' },
  periodMark: s1.periodMark,
  closedStatuses: ['academicLeave', 'homeStudy', 'familyForm'],
  vocabulary: { ...s0.vocabulary, student: words.student, mark: words.mark, period: words.semester },
};
