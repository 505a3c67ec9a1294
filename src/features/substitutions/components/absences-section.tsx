'use client';

import Link from 'next/link';
import { dateRange, shortDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { EmptyState } from '@/ui/empty-state';
import { FormField, FormSelect } from '@/ui/form-field';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import { reportAbsenceOfStaffAction, withdrawAbsenceAction } from '../actions';
import type { AbsenceLine, SubstitutionsView } from '../substitutions-view';
import { OrderInputs, orderOf } from './order-inputs';

/** Who is away on the day, and how many lessons still wait for a decision. */
export function AbsencesSection({ view }: { view: Pick<SubstitutionsView, 'date' | 'absences' | 'staff'> }) {
  const { date, absences, staff } = view;
  return (
    <Section id="absences" title="Отсутствуют" end={<ReportAbsence date={date} staff={staff} />}>
      {absences.length === 0 ? (
        <EmptyState title="Все на месте." />
      ) : (
        <table className="tb tb-cards">
          <caption className="sr-only">Отсутствующие преподаватели</caption>
          <tbody>
            {absences.map((absence) => (
              <AbsenceRow key={absence.id} absence={absence} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function AbsenceRow({ absence }: { absence: AbsenceLine }) {
  const { id, name, from, to, reason, orderNumber, open, ahead } = absence;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{dateRange(from, to)}</td>
      <td>
        {reason}
        {orderNumber && `, приказ № ${orderNumber}`}
      </td>
      <td>
        {open > 0 ? (
          <State kind="overdue">{counted(open, 'занятие', 'занятия', 'занятий')} без решения</State>
        ) : (
          <State kind="done">решено</State>
        )}
        {ahead.length > 0 && (
          <span className="sub">
            ещё{' '}
            {ahead.map(({ date, lessons }) => (
              <Link
                key={date}
                className="timetable-step"
                prefetch={false}
                href={`/timetable/substitutions?date=${date}`}
              >
                {shortDate(date)}: {lessons}
              </Link>
            ))}
          </span>
        )}
      </td>
      <td className="act">
        <ActDialog
          small
          label="Снять…"
          confirm="Снять отсутствие"
          title={`${name}: снять отсутствие`}
          act={(_, key) => withdrawAbsenceAction({ id }, key)}
        >
          <p>Замены, которые уже сделаны, останутся: каждую отменяют отдельно.</p>
        </ActDialog>
      </td>
    </tr>
  );
}

function ReportAbsence({ date, staff }: Pick<SubstitutionsView, 'date' | 'staff'>) {
  return (
    <ActDialog
      small
      label="Отсутствует…"
      confirm="Записать"
      title="Преподаватель отсутствует"
      act={(form, key) =>
        reportAbsenceOfStaffAction(
          {
            staffId: Number(form.get('staffId')),
            startsOn: String(form.get('startsOn')),
            endsOn: String(form.get('endsOn')),
            ...orderOf(form),
          },
          key,
        )
      }
    >
      <FormSelect name="staffId" label="Преподаватель">
        {staff.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
      <FormField name="startsOn" label="С какого дня" type="date" defaultValue={date} required />
      <FormField name="endsOn" label="По какой день" type="date" defaultValue={date} required />
      <OrderInputs on={date} />
    </ActDialog>
  );
}
