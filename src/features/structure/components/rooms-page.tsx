import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { RoomsView } from '../structure-view';
import { RemoveButton } from './remove-button';
import { RoomDialog } from './room-dialog';
import { StructureTabs } from './structure-tabs';
import './structure.css';

/** Rooms that the timetable offers. */
export function RoomsPage({ view: { rooms, may } }: { view: RoomsView }) {
  return (
    <div className="single">
      <StructureTabs current="/study/structure/rooms" title="Кабинеты" />
      <Section id="rooms" title="Кабинеты и залы" note={rooms.length} end={may.enter && <RoomDialog />}>
        {rooms.length === 0 && (
          <EmptyState title="Кабинетов ещё нет.">Из этого списка их выбирает расписание.</EmptyState>
        )}
        {rooms.length > 0 && (
          <table className="tb tb-cards">
            <thead>
              <tr>
                <th scope="col">Кабинет</th>
                <th scope="col">Назначение</th>
                <th scope="col" className="num">
                  Мест
                </th>
                <th scope="col" className="num">
                  Занятий за 4 недели
                </th>
                <th scope="col" aria-label="Действия" />
              </tr>
            </thead>
            <tbody>
              {rooms.map((room) => (
                <tr key={room.id}>
                  <th scope="row">{room.name}</th>
                  <td>
                    {room.purpose}
                    {room.closedOn && <span className="sub">закрыт с {fullDate(room.closedOn)}</span>}
                  </td>
                  <td className="num" data-head="Мест:">
                    {room.seats ?? '–'}
                  </td>
                  <td className="num" data-head="Занятий за 4 недели:">
                    {room.lessons}
                  </td>
                  <td className="act">
                    {may.enter && <RoomDialog room={room} />}{' '}
                    {may.remove && room.lessons === 0 && (
                      <RemoveButton kind="room" id={room.id} version={room.version} name={`кабинет ${room.name}`} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </div>
  );
}
