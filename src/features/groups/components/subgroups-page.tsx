import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { Field } from '@/ui/field';
import { Section } from '@/ui/section';
import { State } from '@/ui/sign';
import type { DivisionView, SubgroupsView } from '../subgroups-view';
import { ConfirmDivision } from './confirm-division-button';
import { DivisionForm } from './division-form';
import { NewDivision } from './new-division';
import './subgroups.css';

/** A group's divisions on a day; from that day on they are changed. */
export function SubgroupsPage({ view }: { view: SubgroupsView }) {
  const { group, divisions, on, period, mayEnter } = view;
  return (
    <div className="single">
      <Link href={`/study/load/${group.id}`} prefetch={false}>
        ‹ Нагрузка группы {group.name}
      </Link>
      <div className="day-head">
        <h1>Подгруппы {group.name}</h1>
        <span className="text-text2">{[`на ${fullDate(on)}`, period].filter(Boolean).join(', ')}</span>
      </div>
      <form className="form-line">
        <Field
          id="subgroups-on"
          name="on"
          type="date"
          label="Показать на день и менять с него"
          defaultValue={on}
          required
        />
        <Button type="submit">Показать</Button>
      </form>
      {view.students.length === 0 && (
        <EmptyState title="В этот день в группе никого нет.">Выберите день, когда группа училась.</EmptyState>
      )}
      {view.students.length > 0 && divisions.length === 0 && (
        <EmptyState title="Группа не делится.">
          Деление открывают для иностранного языка, информатики, лабораторных работ.
        </EmptyState>
      )}
      {view.students.length > 0 &&
        divisions.map((division, place) => (
          <Section
            key={division.division}
            id={`division-${place}`}
            title={division.division}
            note={division.teachers.join('; ')}
            end={<Reviewed division={division} view={view} />}
          >
            <DivisionForm key={`${division.division} ${on}`} division={division} view={view} />
          </Section>
        ))}
      {mayEnter && view.students.length > 0 && <NewDivision view={view} />}
    </div>
  );
}

function Reviewed({ division, view }: { division: DivisionView; view: SubgroupsView }) {
  if (view.period === null) return null;
  if (division.reviewed) return <State kind="done">пересмотрено {division.reviewed}</State>;
  return (
    <span className="subgroups-review">
      <State kind="attention">на {view.period} не пересмотрено</State>
      {view.mayEnter && <ConfirmDivision groupId={view.group.id} division={division.division} on={view.on} />}
    </span>
  );
}
