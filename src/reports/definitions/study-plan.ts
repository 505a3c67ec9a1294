import { z } from 'zod';
import { defineReport } from '../define';
import { buildStudyPlan } from '../plans/build-study-plan';
import { loadStudyPlan, studyPlanFields } from '../plans/load-study-plan';

const params = z.strictObject({
  plan: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});

/** A study plan as the director approves it. */
export const studyPlan = defineReport({
  id: 'study-plan',
  title: 'Учебный план',
  purpose: 'Часы и формы контроля по семестрам: для утверждения и архива',
  permission: 'study.view',
  college: true,
  params,
  fields: studyPlanFields,
  load: loadStudyPlan,
  build: buildStudyPlan,
});
