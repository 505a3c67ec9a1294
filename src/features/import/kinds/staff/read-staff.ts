import type { StaffRole } from '@/features/people/staff-roles';
import { phoneText } from '@/tabular/values/phone';
import { roleLabels } from '@/texts/labels';
import type { Setting } from '../../kind';
import type { StaffColumns } from './columns';

type Row = {
  lastName: string;
  firstName: string;
  middleName: string;
  sex: string;
  snils: string | null;
  phone: string | null;
  email: string;
  birthDate: string;
  title: string;
  role: StaffRole;
  department: string;
  hiredOn: string;
};

/** Every position held today, by name. */
export async function readStaff({
  tx,
  today,
  can,
}: Setting): Promise<{ readonly [K in keyof StaffColumns]?: string }[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.last_name AS "lastName", p.first_name AS "firstName", coalesce(p.middle_name, '') AS "middleName",
      CASE p.sex WHEN 'male' THEN 'м' ELSE 'ж' END AS sex, p.snils, p.phone, coalesce(p.email, '') AS email,
      coalesce(to_char(p.birth_date, 'DD.MM.YYYY'), '') AS "birthDate", h.title, h.role::text AS role,
      coalesce(d.name, '') AS department, to_char(f.hired_on, 'DD.MM.YYYY') AS "hiredOn"
    FROM staff_position h JOIN staff_member f ON f.id = h.staff_id JOIN person p ON p.id = f.id LEFT JOIN department d ON d.id = h.department_id
    WHERE h.starts_on <= ${today}::date AND (h.ends_on IS NULL OR h.ends_on >= ${today}::date)
      AND (f.left_on IS NULL OR f.left_on >= ${today}::date)
    ORDER BY p.last_name, p.first_name, p.id, h.id`;
  return rows.map(({ snils, phone, role, ...row }) => ({
    ...row,
    snils: can('people.viewSnils') ? (snils ?? '') : '',
    phone: phone ? phoneText(phone) : '',
    role: roleLabels[role],
  }));
}
