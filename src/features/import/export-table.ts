import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { importPermissions, requireKind } from './all-kinds';
import { settingOf } from './setting';
import { recordSheet, tableFormats } from './table-file';

/**
 * All records of a kind as rows under its titles: what is brought back unchanged changes nothing (T-045). Asks for the
 * password, because it may be everybody the college knows (T-011), and is kept nowhere for a repeated request. @throws Refusal NOT_FOUND
 */
export const exportTable = defineCommand({
  name: 'import.export',
  permission: importPermissions,
  input: z.strictObject({ kind: z.string().max(40), format: z.enum(tableFormats) }),
  period: 'none',
  stepUp: true,
  secret: true,
  run: async ({ tx, actor, input: { kind: id, format } }) => {
    const kind = requireKind(actor, id);
    const records = await kind.read(settingOf(tx, actor));
    const step = {
      entity: 'importRun',
      field: 'exported',
      recordId: 0,
      before: null,
      after: `${id}: ${records.length}`,
    };
    const result = { format, sheet: recordSheet(kind, records) };
    return { result, audit: { object: 'importRun', objectId: null, steps: [step] } };
  },
});
