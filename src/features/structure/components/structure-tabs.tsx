import { Segments } from '@/ui/segments';

const pages = [
  ['/study/structure', 'Отделения и программы'],
  ['/study/structure/groups', 'Группы'],
  ['/study/structure/staff', 'Сотрудники'],
  ['/study/structure/rooms', 'Кабинеты'],
  ['/study/structure/responsible', 'Ответственные'],
  ['/study/structure/training', 'Обучение'],
] as const;

/** The heading of a page of the structure and the way to its neighbours. */
export function StructureTabs({ current, title }: { current: (typeof pages)[number][0]; title: string }) {
  return (
    <>
      <div className="day-head">
        <h1>{title}</h1>
      </div>
      <Segments
        label="Структура колледжа"
        items={pages.map(([href, label]) => ({ href, label, current: href === current }))}
      />
    </>
  );
}
