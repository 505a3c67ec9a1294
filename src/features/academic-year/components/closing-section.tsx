import { dayMonth, fullDate } from '@/texts/format';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import type { YearView } from '../year-view';
import { CloseButton } from './close-button';
import { OpenNextButton } from './open-next-button';
import { UndoButton } from './undo-button';

const outcomeWords = [
  ['promoted', 'переведены'],
  ['conditional', 'переведены условно'],
  ['retained', 'оставлены на курсе'],
  ['graduated', 'выпущены'],
  ['notGraduated', 'не допущены к выпуску'],
  ['onLeave', 'в академическом отпуске'],
] as const;

/** Where the year stands and what comes next: what is missing, closing, undoing, the next year. */
export function ClosingSection({ view }: { view: YearView }) {
  const { year, closing, followed, nextName, may, words, refuses } = view;
  if (closing) {
    const became = outcomeWords.flatMap(([outcome, word]) => {
      const count = closing.outcomes[outcome] ?? 0;
      return count > 0 ? [`${word}: ${count}`] : [];
    });
    return (
      <Section id="closing" title="Учебный год закрыт">
        <p>
          Закрыт {fullDate(closing.on)}: {closing.by}
        </p>
        {closing.reason && <p>Причина: {closing.reason}.</p>}
        {became.length > 0 && <p>Студенты {became.join(', ')}.</p>}
        {followed && <p className="aside-note">Следующий учебный год открыт, закрытие не отменить.</p>}
        {may.manage && !followed && (
          <div className="year-tools">
            <OpenNextButton yearId={year.id} nextName={nextName} />
            <UndoButton year={year} />
          </div>
        )}
      </Section>
    );
  }
  const ready = words === '';
  return (
    <Section id="closing" title="Закрытие учебного года">
      <Notice kind={ready ? 'done' : 'warning'}>
        {ready ? 'Журналы готовы.' : `Не хватает: ${words}. Где именно — в таблице ниже.`}
      </Notice>
      {!year.over && (
        <p>
          Закрыть год можно после {dayMonth(year.endsOn)} {year.endsOn.slice(0, 4)} г., когда кончится последний период.
        </p>
      )}
      {year.over && refuses && !ready && <p>Положение колледжа не разрешает закрывать год с незаполненным журналом.</p>}
      {year.over && may.manage && (ready || !refuses) && (
        <div className="year-tools">
          <CloseButton year={year} words={words} />
        </div>
      )}
    </Section>
  );
}
