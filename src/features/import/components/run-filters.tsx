import { number } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { Segments } from '@/ui/segments';
import { type RunFilter, type RunView, runFilters } from '../import-view';

const words: Readonly<Record<RunFilter, string>> = {
  wrong: 'С ошибками',
  new: 'Новые',
  changed: 'С изменениями',
  same: 'Без изменений',
  all: 'Все',
};

/** Which rows are shown, and the pages of them. */
export function RunFilters({ view: { id, counts, filter, page, pages } }: { view: RunView }) {
  if (!counts) return null;
  const countOf = (one: RunFilter) =>
    one === 'all' ? counts.wrong + counts.new + counts.changed + counts.same : counts[one];
  const items = runFilters
    .filter((one) => one === 'all' || countOf(one) > 0)
    .map((one) => ({
      href: `/study/import/${id}?show=${one}`,
      label: `${words[one]} ${number(countOf(one))}`,
      current: one === filter,
    }));
  const link = (to: number) => `/study/import/${id}?show=${filter}&page=${to}`;
  return (
    <div className="import-acts">
      <Segments label="Какие строки показать" items={items} />
      {pages > 1 && (
        <span className="import-pages">
          {page > 1 && (
            <ButtonLink size="small" href={link(page - 1)}>
              Назад
            </ButtonLink>
          )}
          <span>
            {page} из {pages}
          </span>
          {page < pages && (
            <ButtonLink size="small" href={link(page + 1)}>
              Вперёд
            </ButtonLink>
          )}
        </span>
      )}
    </div>
  );
}
