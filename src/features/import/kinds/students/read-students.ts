import { phoneText } from '@/tabular/values/phone';
import type { Setting } from '../../kind';
import type { StudentColumns } from './columns';

type Person = { name: string; phone: string | null; email: string | null };
type Row = {
  group: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  sex: string;
  birthDate: string | null;
  snils: string | null;
  phone: string | null;
  email: string | null;
  recordNumber: string | null;
  startsOn: string;
  orderNumber: string;
  orderDate: string;
  parents: (Person & { relation: string })[];
};

/** Everybody on the roll today with at most two parents, by group and name. */
export async function readStudents({
  tx,
  today,
  can,
}: Setting): Promise<{ readonly [K in keyof StudentColumns]?: string }[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT g.name AS group, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
      CASE p.sex WHEN 'male' THEN 'м' ELSE 'ж' END AS sex, to_char(p.birth_date, 'DD.MM.YYYY') AS "birthDate", p.snils, p.phone, p.email,
      s.record_number AS "recordNumber", to_char(e.starts_on, 'DD.MM.YYYY') AS "startsOn", o.number AS "orderNumber",
      to_char(o.date, 'DD.MM.YYYY') AS "orderDate",
      coalesce((SELECT jsonb_agg(jsonb_build_object('name', concat_ws(' ', q.last_name, q.first_name, q.middle_name), 'phone', q.phone,
          'email', q.email, 'relation', k.relation) ORDER BY q.id)
        FROM guardianship k JOIN person q ON q.id = k.guardian_id WHERE k.student_id = p.id AND k.ends_on IS NULL), '[]') AS parents
    FROM enrollment e JOIN student_group g ON g.id = e.group_id JOIN student s ON s.id = e.student_id JOIN person p ON p.id = s.id
      JOIN administrative_order o ON o.id = e.entry_order_id
    WHERE e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)
    ORDER BY g.name, p.last_name, p.first_name, p.id`;
  return rows.map(({ parents: [first, second], snils, phone, middleName, birthDate, email, recordNumber, ...row }) => ({
    ...row,
    ...{
      middleName: middleName ?? '',
      birthDate: birthDate ?? '',
      email: email ?? '',
      recordNumber: recordNumber ?? '',
    },
    snils: can('people.viewSnils') ? (snils ?? '') : '',
    phone: phone ? phoneText(phone) : '',
    ...parentCells('1', first),
    ...parentCells('2', second),
  }));
}

function parentCells(ordinal: '1' | '2', parent: Row['parents'][number] | undefined) {
  return {
    [`parent${ordinal}`]: parent?.name ?? '',
    [`relation${ordinal}`]: parent?.relation ?? '',
    [`parentPhone${ordinal}`]: parent?.phone ? phoneText(parent.phone) : '',
    [`parentEmail${ordinal}`]: parent?.email ?? '',
  };
}
