'use server';

import { toAction } from '@/server/http';
import { adoptLoad } from './adopt-load';
import { changeTeacher } from './change-teacher';
import { closeJournals } from './close-journals';
import { dissolveStream } from './dissolve-stream';
import { formStream } from './form-stream';
import { openLines } from './open-lines';
import { saveLoad } from './save-load';

export const adoptLoadAction = toAction(adoptLoad);
export const changeTeacherAction = toAction(changeTeacher);
export const closeJournalsAction = toAction(closeJournals);
export const dissolveStreamAction = toAction(dissolveStream);
export const formStreamAction = toAction(formStream);
export const openLinesAction = toAction(openLines);
export const saveLoadAction = toAction(saveLoad);
