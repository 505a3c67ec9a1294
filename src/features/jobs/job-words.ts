/** What the queue's kinds are called on the pages. */
const titles: Readonly<Record<string, string>> = {
  backup: 'Резервная копия',
  'backup-check': 'Проверка резервной копии',
  'backup-drill': 'Пробное восстановление копии',
  'clean-up': 'Уборка старых служебных записей',
  'check-papers': 'Сверка напечатанных ведомостей с журналом',
  import: 'Загрузка таблицы',
  'print-college': 'Печать ведомостей всех групп',
  'lay-groups': 'Раскладка занятий всех групп',
  'close-accounts': 'Закрытие учётных записей ушедших',
};

export function jobTitle(kind: string): string {
  return titles[kind] ?? kind;
}

export const jobStateLabels = {
  queued: 'ждёт очереди',
  running: 'выполняется',
  done: 'готово',
  failed: 'не удалось',
  cancelled: 'отменено',
} as const;
