import { fullName } from '@/domain/people/name';
import { EmptyState } from '@/ui/empty-state';
import type { CardView } from '../card-view';
import { EndGuardianDialog, GuardianDialog } from './guardian-dialog';

/** Parents and guardians with their contacts; whoever is taken off sees nothing of the child any more. */
export function Guardians({ card: { studentId, guardians, abilities } }: { card: CardView }) {
  return (
    <>
      {guardians.length === 0 ? (
        <EmptyState title="Родители не записаны.">Без них некому открыть дневник и позвонить.</EmptyState>
      ) : (
        <table className="tb tb-cards">
          <thead>
            <tr>
              <th scope="col">ФИО</th>
              <th scope="col">Кто</th>
              <th scope="col">Телефон</th>
              <th scope="col">Электронная почта</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {guardians.map((guardian) => (
              <tr key={guardian.guardianId}>
                <th scope="row">{fullName(guardian)}</th>
                <td>{guardian.relation}</td>
                <td data-head="тел.">{guardian.phone ?? '–'}</td>
                <td className={guardian.email ? undefined : 'is-empty'}>{guardian.email ?? '–'}</td>
                <td className="act">
                  {abilities.edit && <GuardianDialog studentId={studentId} guardian={guardian} />}{' '}
                  {abilities.edit && <EndGuardianDialog studentId={studentId} guardian={guardian} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {abilities.edit && (
        <div className="card-foot">
          <GuardianDialog studentId={studentId} />
        </div>
      )}
    </>
  );
}
