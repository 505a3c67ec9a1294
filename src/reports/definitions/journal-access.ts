import { defineReport } from '../define';
import { accessFields, accessParams } from '../journal-access/access-params';
import { buildAccess } from '../journal-access/build-access';
import { loadAccess } from '../journal-access/load-access';

/** «Отчёт о доступе к классному журналу» of a group (S2 4.2.2.7; R-106; domain.md B.5-13). */
export const journalAccess = defineReport({
  id: 'journal-access',
  title: 'Отчёт о доступе к журналу',
  purpose: 'Кто, когда и что внёс, исправил или удалил в журналах группы, и что позже срока',
  permission: 'report.preview',
  params: accessParams,
  fields: accessFields,
  load: loadAccess,
  build: buildAccess,
});
