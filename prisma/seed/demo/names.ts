import type { Random } from './random';

export type Sex = 'male' | 'female';

export interface FullName {
  lastName: string;
  firstName: string;
  middleName: string;
  sex: Sex;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Surnames in the masculine form; those of people named in the regulations are left out on purpose. */
const russianSurnames = words(`
  Абрамов Аксёнов Алексеев Андреев Антонов Артемьев Баранов Белов Беляев Блинов Бобров Бородин Быков Васильев
  Веселов Власов Воронин Воронцов Гаврилов Герасимов Голубев Горбунов Горшков Громов Гусев Давыдов Данилов Дмитриев
  Дорофеев Дроздов Егоров Емельянов Ермаков Ершов Ефимов Жуков Захаров Зимин Зуев Игнатьев Калинин Карпов Киселёв
  Климов Ковалёв Комаров Коновалов Корнев Королёв Крылов Кудряшов Кузнецов Кузьмин Кулагин Лаврентьев Лазарев
  Лапшин Ларин Лебедев Логинов Лукин Макаров Маслов Матвеев Медведев Мельников Миронов Михайлов Морозов Назаров
  Нестеров Николаев Новиков Овчинников Орлов Осипов Павлов Панкратов Пахомов Петров Поляков Попов Прохоров Романов
  Рыбаков Савельев Самсонов Семёнов Сергеев Сидоров Смирнов Соболев Соловьёв Сорокин Степанов Субботин Суханов
  Тарасов Тимофеев Титов Трофимов Устинов Фёдоров Филатов Фомин Фролов Харитонов Чернов Чистяков Шаров Шестаков
  Широков Щербаков Юдин Яковлев`);

const tatarSurnames = words(`
  Абдуллин Аглиуллин Аминов Ахметзянов Ахметов Багаутдинов Баширов Бикбулатов Валеев Валиуллин Гайнутдинов Гайфуллин
  Галеев Галиев Галимов Ганеев Гараев Гарипов Гатауллин Гильманов Гимадеев Давлетшин Закиров Залялов Зарипов
  Зиннатуллин Ибрагимов Идрисов Исмагилов Калимуллин Камалов Каримов Латыпов Латфуллин Мингазов Миннуллин Муллагалиев
  Мусин Мустафин Мухаметзянов Мухаметов Мухаметшин Мухутдинов Насыров Нуриев Нуруллин Рахимов Сабиров Садыков Салимов
  Салихов Сафин Сафиуллин Сибгатуллин Ситдиков Тагиров Фазлыев Фатхутдинов Файзуллин Фахрутдинов Хабибуллин Хайруллин
  Хакимов Халиуллин Хамидуллин Хасанов Хисамутдинов Шайхутдинов Шакиров Шарафутдинов Шарипов Юнусов Юсупов Ямалиев`);

const russianMen = words(`
  Александр Алексей Андрей Антон Арсений Артём Богдан Вадим Виктор Виталий Владислав Глеб Григорий Даниил Денис
  Дмитрий Евгений Егор Иван Илья Кирилл Константин Максим Марк Матвей Михаил Никита Олег Павел Роман Семён Сергей
  Станислав Степан Тимофей Фёдор Ярослав`);
const russianWomen = words(`
  Александра Алина Алиса Анастасия Анна Арина Валерия Варвара Вероника Виктория Дарья Диана Екатерина Елена
  Елизавета Злата Ирина Карина Кира Кристина Ксения Маргарита Марина Мария Милана Надежда Наталья Ольга Полина
  Светлана София Софья Татьяна Ульяна Юлия Яна`);
const tatarMen = words(`
  Азат Айдар Айнур Айрат Алмаз Альберт Амир Артур Арслан Булат Данияр Дамир Зуфар Ильдар Ильназ Ильнар Ильнур Инсаф
  Ислам Камиль Карим Марат Марсель Нияз Радик Рамиль Расул Рафаэль Ринат Руслан Рустам Салават Самат Тагир Тимур
  Эльдар Эмиль`);
const tatarWomen = words(`
  Азалия Айгуль Айсылу Аделина Алия Алсу Альбина Амина Гузель Гульназ Гульнара Дилара Диляра Зарина Зиля Ильмира
  Ильсия Камилла Лейла Лейсан Лиана Лилия Ляйсан Наиля Рания Регина Резеда Рената Рузиля Сабина Самира Эвелина
  Эльвира Эльмира Ясмина`);

const russianFathers = words(`
  Александр Алексей Анатолий Андрей Борис Вадим Валерий Василий Виктор Виталий Владимир Геннадий Денис Дмитрий
  Евгений Иван Игорь Константин Леонид Максим Михаил Николай Олег Павел Пётр Роман Сергей Станислав Юрий`);
const tatarFathers = words(`
  Айдар Айрат Альберт Асхат Булат Вагиз Гумер Дамир Зуфар Ильгиз Ильдар Ильдус Ильшат Камиль Ленар Марат Марсель
  Мансур Наиль Радик Рамиль Рафаэль Рафис Рашид Ренат Ринат Руслан Рустам Рустем Салават Тагир Фанис Фарит Шамиль`);

const irregular: Record<string, [string, string]> = {
  Павел: ['Павлович', 'Павловна'],
  Пётр: ['Петрович', 'Петровна'],
  Илья: ['Ильич', 'Ильинична'],
};

/** Отчество from the father's name: Сергей → Сергеевич, Сергеевна. */
export function patronymic(father: string, sex: Sex): string {
  const index = sex === 'male' ? 0 : 1;
  const known = irregular[father];
  if (known) return known[index] ?? '';
  if (/[иы]й$/.test(father)) {
    const stem = father.endsWith('ий') && !/(митрий)$/.test(father) ? `${father.slice(0, -2)}ь` : father.slice(0, -1);
    return stem + (index === 0 ? 'евич' : 'евна');
  }
  if (/[йь]$/.test(father)) return father.slice(0, -1) + (index === 0 ? 'евич' : 'евна');
  return father + (index === 0 ? 'ович' : 'овна');
}

/** The family that a full name belongs to: its father is the one whose отчество the child bears. */
export function familyOf({ lastName, middleName, sex }: FullName): Family | null {
  const has = (father: string): boolean => patronymic(father, sex) === middleName;
  const surname = sex === 'female' ? lastName.replace(/а$/, '') : lastName;
  const tatarFather = tatarFathers.find(has);
  if (tatarFather) return { surname, tatar: true, father: tatarFather };
  const father = russianFathers.find(has);
  return father ? { surname, tatar: false, father } : null;
}

/** The surname as its bearer's sex asks: Абдуллин → Абдуллина. */
export function surnameFor(masculine: string, sex: Sex): string {
  return sex === 'male' ? masculine : `${masculine}а`;
}

/** A family: surname in the masculine form and the culture that its first names come from. */
export interface Family {
  surname: string;
  tatar: boolean;
  father: string;
}

/** About two families of five are Tatar, as in a college on the middle Volga. */
export function randomFamily(rng: Random): Family {
  const tatar = rng.chance(0.4);
  return {
    surname: rng.pick(tatar ? tatarSurnames : russianSurnames),
    tatar,
    father: rng.pick(tatar ? tatarFathers : russianFathers),
  };
}

export function childOf(family: Family, sex: Sex, rng: Random): FullName {
  const male = family.tatar ? tatarMen : russianMen;
  const female = family.tatar ? tatarWomen : russianWomen;
  return {
    lastName: surnameFor(family.surname, sex),
    firstName: rng.pick(sex === 'male' ? male : female),
    middleName: patronymic(family.father, sex),
    sex,
  };
}

/** Mother or father of the family's children: the father bears the name that the children's отчество comes from. */
export function parentOf(family: Family, sex: Sex, rng: Random): FullName {
  const grandfather = rng.pick(family.tatar ? tatarFathers : russianFathers);
  const women = family.tatar ? tatarWomen : russianWomen;
  return {
    lastName: surnameFor(family.surname, sex),
    firstName: sex === 'male' ? family.father : rng.pick(women),
    middleName: patronymic(grandfather, sex),
    sex,
  };
}

const letters: Record<string, string> = {
  ...{
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    л: 'l',
    м: 'm',
  },
  ...{ н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sch' },
  ...{ ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};

const latin = (text: string): string => [...text.toLowerCase()].map((letter) => letters[letter] ?? '').join('');

/** «abdullin.tm»: surname and initials; a namesake gets a number. `taken` remembers what has been given. */
export function loginFor(name: FullName, taken: Set<string>): string {
  const base = `${latin(name.lastName)}.${latin(name.firstName.charAt(0))}${latin(name.middleName.charAt(0))}`;
  let login = base;
  for (let number = 2; taken.has(login); number++) login = `${base}${number}`;
  taken.add(login);
  return login;
}
