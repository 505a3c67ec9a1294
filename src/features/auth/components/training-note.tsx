import { demoLogins, demoPassword } from '@/texts/training';

/** On the cover of an invented college: that it is one, and as whom one may sign in to learn. */
export function TrainingNote() {
  return (
    <div className="training-note">
      <p>
        <b>Учебный журнал.</b> Колледж, люди и отметки вымышлены: пробуйте всё. Пароль у всех{' '}
        <code>{demoPassword}</code>.
      </p>
      <details>
        <summary>Кем войти</summary>
        <dl>
          {Object.entries(demoLogins).map(([login, who]) => (
            <div key={login}>
              <dt>
                <code>{login}</code>
              </dt>
              <dd>{who}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
