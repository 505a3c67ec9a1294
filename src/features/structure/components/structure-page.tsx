import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { DepartmentRow, ProgrammeRow, StructureView } from '../structure-view';
import { RemoveButton } from './remove-button';
import { DepartmentDialog, ProgrammeDialog } from './structure-dialogs';
import { StructureTabs } from './structure-tabs';
import './structure.css';

/** Departments and programmes: what groups are made of. */
export function StructurePage({ view }: { view: StructureView }) {
  const { departments, programmes, may } = view;
  return (
    <div className="single">
      <StructureTabs current="/study/structure" title="Отделения и программы" />
      <Section id="departments" title="Отделения" note={departments.length} end={may.structure && <DepartmentDialog />}>
        <Departments departments={departments} mayEnter={may.structure} />
      </Section>
      <Section
        id="programmes"
        title="Образовательные программы"
        note={programmes.length}
        end={may.programmes && <ProgrammeDialog />}
      >
        <Programmes programmes={programmes} may={may} />
      </Section>
    </div>
  );
}

function Departments({ departments, mayEnter }: { departments: readonly DepartmentRow[]; mayEnter: boolean }) {
  if (departments.length === 0) {
    return <EmptyState title="Отделений ещё нет.">Группа создаётся в отделении: начните с него.</EmptyState>;
  }
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Отделение</th>
          <th scope="col">Заведующий</th>
          <th scope="col">Групп</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {departments.map((department) => (
          <tr key={department.id}>
            <th scope="row" className="name-cell">
              {department.name}
            </th>
            <td data-head="Заведующий:">{department.heads.join(', ') || 'не назначен'}</td>
            <td data-head="Групп:">{department.groups}</td>
            <td className="act">
              {mayEnter && <DepartmentDialog department={department} />}{' '}
              {mayEnter && department.groups === 0 && (
                <RemoveButton
                  kind="department"
                  id={department.id}
                  version={department.version}
                  name={department.name}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Programmes({ programmes, may }: { programmes: readonly ProgrammeRow[]; may: StructureView['may'] }) {
  if (programmes.length === 0) {
    return (
      <EmptyState title="Программ ещё нет.">По программе составляется учебный план, по плану учится группа.</EmptyState>
    );
  }
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Код</th>
          <th scope="col">Программа</th>
          <th scope="col">Квалификация</th>
          <th scope="col">Срок</th>
          <th scope="col">Планы наборов</th>
          <th scope="col" aria-label="Действия" />
        </tr>
      </thead>
      <tbody>
        {programmes.map((programme) => (
          <tr key={programme.id}>
            <td className="nowrap">{programme.code}</td>
            <th scope="row" className="name-cell">
              {programme.name}
            </th>
            <td>{programme.qualification}</td>
            <td className="nowrap">{termInWords(programme.termMonths)}</td>
            <td data-head="Планы наборов:">{programme.plans.join(', ') || 'нет'}</td>
            <td className="act">
              {may.programmes && <ProgrammeDialog programme={programme} />}{' '}
              {may.structure && programme.plans.length === 0 && (
                <RemoveButton kind="studyProgram" id={programme.id} version={programme.version} name={programme.name} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** «3 г. 10 мес.» */
function termInWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 ? counted(years, 'год', 'года', 'лет') : '', rest > 0 ? `${rest} мес.` : '']
    .filter(Boolean)
    .join(' ');
}
