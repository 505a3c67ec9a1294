/** Why something was refused; the sentence to show is `errorText`. */
export const errorCodes = [
  'UNAUTHENTICATED',
  'BAD_CREDENTIALS',
  'MUST_CHANGE_PASSWORD',
  'WEAK_PASSWORD',
  'WRONG_PASSWORD',
  'LOGIN_TAKEN',
  'SLIPS_PRINTED',
  'REAUTH_REQUIRED',
  'ACCESS_CLOSED',
  'OTHER_PERSON',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_ORIGIN',
  'INVALID',
  'TOO_LARGE',
  'FILE_REFUSED',
  'CONFLICT',
  'DUPLICATE',
  'DUPLICATE_KEY',
  'PERIOD_LOCKED',
  'WINDOW_CLOSED',
  'NOT_YET_HELD',
  'NOT_ENROLLED',
  'ORDER_REFUSED',
  'ROW_CLOSED',
  'NO_ASSIGNMENT',
  'WRONG_SCALE',
  'ATTENDANCE_NOT_YOURS',
  'REASON_NEEDED',
  'IN_USE',
  'PLAN_FROZEN',
  'CLASH',
  'LESSON_FILLED',
  'TIMETABLE_CHANGED',
  'BUSY',
  'YEAR_STATE',
  'YEAR_NOT_READY',
  'BACKUP_REFUSED',
  'THROTTLED',
  'UNAVAILABLE',
  'WORKS',
  'DISK_FULL',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What completes the sentence. `detail`: a phrase without a full stop («период закрыт 12 января»); `fields`: labels. */
export type ErrorDetails = {
  readonly detail?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly retryAfterSeconds?: number | undefined;
};

type Words = { readonly happened: string; readonly todo: string };

const kept = 'Введённое осталось на экране.';
/** A foreign record must read exactly like a missing one (T-022). */
const notFound: Words = {
  happened: 'Такой записи нет или она вам не доступна.',
  todo: 'Вернитесь к списку; если запись должна быть видна вам, обратитесь к администратору.',
};

const words: Readonly<Record<ErrorCode, Words>> = {
  UNAUTHENTICATED: {
    happened: 'Вы не вошли или вход закончился.',
    todo: `${kept} Войдите снова, и запись продолжится.`,
  },
  BAD_CREDENTIALS: {
    happened: 'Логин или пароль не подходят.',
    todo: 'Проверьте раскладку и Caps Lock; забытый пароль выдаст заново администратор или куратор.',
  },
  MUST_CHANGE_PASSWORD: {
    happened: 'Пароль временный.',
    todo: 'Задайте свой пароль, после этого откроются остальные страницы.',
  },
  WEAK_PASSWORD: {
    happened: 'Такой пароль легко подобрать.',
    todo: 'Придумайте другой, длиннее: подойдёт фраза из нескольких слов.',
  },
  WRONG_PASSWORD: {
    happened: 'Пароль не подходит.',
    todo: 'Проверьте раскладку и Caps Lock и введите его снова; забытый пароль выдаст заново администратор или куратор.',
  },
  LOGIN_TAKEN: {
    happened: 'Такой логин уже есть, учётная запись не создана.',
    todo: `${kept} Возьмите другой логин, например с отчеством или цифрой.`,
  },
  SLIPS_PRINTED: {
    happened: 'Эти листки уже напечатаны: пароли показываются один раз и нигде не хранятся.',
    todo: 'Если листки потеряны, выдайте их заново: прежние пароли перестанут действовать.',
  },
  REAUTH_REQUIRED: {
    happened: 'Для этого действия нужно ещё раз ввести пароль.',
    todo: `${kept} Введите пароль и повторите.`,
  },
  ACCESS_CLOSED: { happened: 'Сейчас журнал закрыт для работы.', todo: 'Войдите в часы, установленные в колледже.' },
  OTHER_PERSON: {
    happened: 'Сейчас в этом браузере работает другой человек.',
    todo: 'Войдите под своим именем: ваши записи уйдут сами, от чужого имени их не отправить.',
  },
  FORBIDDEN: notFound,
  NOT_FOUND: notFound,
  BAD_ORIGIN: {
    happened: 'Запрос пришёл не со страницы журнала и не выполнен.',
    todo: 'Откройте журнал по его обычному адресу и повторите.',
  },
  INVALID: {
    happened: 'Часть данных заполнена неверно, ничего не записано.',
    todo: `${kept} Исправьте отмеченное и сохраните снова.`,
  },
  TOO_LARGE: {
    happened: 'Слишком много данных за один раз, ничего не записано.',
    todo: `${kept} Сохраните меньшими частями.`,
  },
  FILE_REFUSED: {
    happened: 'Файл не прикреплён, остальное в занятии сохранено.',
    todo: 'Подойдут PDF, JPEG, PNG, DOCX, XLSX, ODT и TXT до 20 МБ.',
  },
  CONFLICT: {
    happened: 'Запись уже изменена другим человеком, ваша не внесена.',
    todo: 'Сравните оба значения и выберите, какое оставить; оба сохранены.',
  },
  DUPLICATE: {
    happened: 'Такая запись уже есть, вторая не создана.',
    todo: `${kept} Откройте имеющуюся или измените название.`,
  },
  DUPLICATE_KEY: {
    happened: 'Эта отправка уже была принята с другим содержанием, второй раз она не записана.',
    todo: 'Обновите страницу: на ней то, что записано; недостающее внесите снова.',
  },
  PERIOD_LOCKED: {
    happened: 'Учебный период закрыт, запись не внесена.',
    todo: `${kept} Если исправление необходимо, попросите заместителя директора открыть период.`,
  },
  WINDOW_CLOSED: {
    happened: 'Срок правки этого занятия истёк, запись не внесена.',
    todo: `${kept} Обратитесь к заместителю директора: он может открыть занятие.`,
  },
  NOT_YET_HELD: {
    happened: 'Занятие ещё не наступило, запись не внесена.',
    todo: `${kept} Ввод откроется в день занятия.`,
  },
  NOT_ENROLLED: {
    happened: 'Студент не числился в группе в этот день, запись не внесена.',
    todo: 'Проверьте дату; о неверном приказе сообщите в учебную часть.',
  },
  ORDER_REFUSED: {
    happened: 'Приказ не внесён: он не согласуется с тем, что уже есть.',
    todo: `${kept} Исправьте дату или состав либо сначала отмените названный приказ.`,
  },
  ROW_CLOSED: {
    happened: 'Строка студента в этот день закрыта, запись не внесена.',
    todo: 'Причина указана в самой строке; о неточности сообщите в учебную часть.',
  },
  NO_ASSIGNMENT: {
    happened: 'Отметка ставится только за назначенное задание, она не внесена.',
    todo: 'Добавьте задание в карточке занятия, затем поставьте отметку.',
  },
  WRONG_SCALE: {
    happened: 'Такой отметки нет в шкале этой дисциплины, она не внесена.',
    todo: 'Поставьте отметку из шкалы, названной в шапке журнала.',
  },
  ATTENDANCE_NOT_YOURS: {
    happened: 'По правилам колледжа эту запись о посещаемости вносит другой сотрудник, она не изменена.',
    todo: 'Передайте ему сведения; остальные записи занятия сохранены.',
  },
  REASON_NEEDED: {
    happened: 'Итоговая отличается от предложенной, она не внесена.',
    todo: `${kept} Напишите обоснование и сохраните снова.`,
  },
  IN_USE: {
    happened: 'Запись используется в других, она не удалена.',
    todo: 'Сначала измените то, что на неё ссылается.',
  },
  PLAN_FROZEN: {
    happened: 'Учебный план утверждён, изменение не внесено.',
    todo: `${kept} Откройте план для изменений приказом и сохраните снова.`,
  },
  CLASH: {
    happened: 'В этот час уже занято, расписание не изменено.',
    todo: 'Выберите другой час или сначала освободите этот.',
  },
  LESSON_FILLED: {
    happened: 'Занятие не изменено: в нём уже есть записи.',
    todo: 'Проведённое занятие остаётся в журнале как есть; выберите другое.',
  },
  TIMETABLE_CHANGED: {
    happened: 'Расписание уже изменил другой сотрудник, ваше изменение не внесено.',
    todo: 'На странице то, что стоит теперь: посмотрите и повторите, если нужно.',
  },
  BUSY: {
    happened: 'Это же сейчас делает другой сотрудник, второй раз не начато.',
    todo: 'Подождите минуту и обновите страницу: на ней будет видно, что сделано.',
  },
  YEAR_STATE: {
    happened: 'С учебным годом этого сейчас сделать нельзя, ничего не изменено.',
    todo: 'Обновите страницу «Учебный год»: на ней показано, что с ним сделано и что дальше.',
  },
  YEAR_NOT_READY: {
    happened: 'Учебный год не закрыт: журналы не готовы.',
    todo: 'Откройте проверочный список: в нём названо, чего не хватает и кто за это отвечает.',
  },
  BACKUP_REFUSED: {
    happened: 'С резервной копией этого сделать нельзя.',
    todo: 'Что делать по шагам, сказано в памятке о восстановлении.',
  },
  THROTTLED: { happened: 'Слишком много попыток подряд.', todo: 'Подождите и повторите.' },
  UNAVAILABLE: {
    happened: 'Сервер сейчас не отвечает, запись не внесена.',
    todo: 'Введённое сохранено в браузере и отправится само, когда связь вернётся.',
  },
  WORKS: {
    happened: 'Идут технические работы, запись не внесена.',
    todo: 'Читать можно; введённое в журнал отправится само, когда работы кончатся.',
  },
  DISK_FULL: {
    happened: 'На сервере кончилось место, запись не внесена.',
    todo: 'Читать и выгружать можно; введённое в журнал отправится само, когда место освободят. Сообщите администратору.',
  },
  INTERNAL: {
    happened: 'Что-то пошло не так на сервере, запись не внесена.',
    todo: `${kept} Повторите; если не поможет, сообщите администратору номер обращения.`,
  },
};

/** A Russian sentence that says what happened, what was kept and what to do; never a code. Details are shown as text. */
export function errorText(code: ErrorCode, { detail, fields, retryAfterSeconds }: ErrorDetails = {}): string {
  const { happened, todo } = words[code];
  const hidden = code === 'FORBIDDEN' || code === 'NOT_FOUND';
  const sentences = [happened];
  if (detail && !hidden) sentences.push(`${capital(detail)}.`);
  if (fields?.length && !hidden) sentences.push(`Проверьте: ${fields.join(', ')}.`);
  sentences.push(
    retryAfterSeconds === undefined ? todo : `${todo} Следующая попытка — через ${wait(retryAfterSeconds)}.`,
  );
  return sentences.join(' ');
}

function wait(seconds: number): string {
  return seconds < 60 ? `${seconds} с` : `${Math.ceil(seconds / 60)} мин`;
}

function capital(phrase: string): string {
  const bare = phrase.replace(/[.\s]+$/, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
