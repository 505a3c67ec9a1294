import { Notice } from '@/ui/notice';
import type { SignInFailure } from '../sign-in';

const words: Record<SignInFailure, { happened: string; todo: string }> = {
  refused: {
    happened: 'Войти не удалось.',
    todo: 'Логин и пароль не подошли или вход временно закрыт. Проверьте раскладку и Caps Lock; после нескольких неудач подождите до 15 минут. Пароль с листка действует один раз и 14 дней: за новым обратитесь к тому, кто выдал листок.',
  },
  tooMany: {
    happened: 'Слишком много неудачных попыток с этого адреса.',
    todo: 'Подождите пять минут и попробуйте снова. Введённое осталось на странице.',
  },
  closed: {
    happened: 'Сейчас журнал закрыт для работы.',
    todo: 'Войдите в часы, установленные в колледже.',
  },
  unreachable: {
    happened: 'Сервер не ответил.',
    todo: 'Проверьте связь и нажмите «Войти» ещё раз. Введённое осталось на странице.',
  },
};

export function FailureNotice({ failure }: { failure: SignInFailure }) {
  const { happened, todo } = words[failure];
  return (
    <Notice kind="error">
      <b>{happened}</b> {todo}
    </Notice>
  );
}
