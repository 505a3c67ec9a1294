/** Where something stands on the form, by the beginning of its path in the regulation. */
const places: readonly (readonly [path: string, words: string])[] = [
  ['attendance.codes', 'Коды отсутствия'],
  ['attendance', 'Посещаемость'],
  ['deadlines', 'Сроки'],
  ['periodMark.thresholds', 'Границы среднего'],
  ['periodMark', 'Итоговая отметка'],
  ['markWithoutTask', 'Отметка без задания'],
  ['accessWindow', 'Часы работы журнала'],
  ['credentials', 'Кто выдаёт пароли'],
  ['sessions', 'Вход без работы'],
  ['taskTypes', 'Виды работ'],
  ['lessonTypes', 'Виды занятий'],
  ['print', 'Твёрдая копия'],
  ['vocabulary', 'Слова'],
  ['yearEnd', 'Закрытие года'],
  ['schemes', 'КТП'],
  ['title', 'Название'],
];

export function placeOf(path: string): string {
  return places.find(([beginning]) => path === beginning || path.startsWith(`${beginning}.`))?.[1] ?? 'Положение';
}
