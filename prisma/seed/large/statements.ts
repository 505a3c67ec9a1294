/** Academic years, counted by the calendar year of their first of September. */
export type LargeSize = {
  groups: number;
  firstYear: number;
  lastYear: number;
  /** Lessons from this day to `until` are filled. */
  from: string;
  until: string;
};

const setup = `
  CREATE FUNCTION pg_temp.die(a bigint, b bigint, sides int) RETURNS int LANGUAGE sql IMMUTABLE AS
    'SELECT (abs(hashint8(a * 1000003 + b * 7919)::bigint) % sides)::int';
  CREATE TEMP TABLE size AS SELECT $1::int AS groups, $2::int AS first_year, $3::int AS last_year, $4::date AS from_day, $5::date AS until_day;
  CREATE TEMP TABLE years AS SELECT y FROM size, generate_series(first_year, last_year) AS y;`;

const calendar = `
  INSERT INTO academic_year (name, starts_on, ends_on) SELECT y || '/' || y + 1, make_date(y, 9, 1), make_date(y + 1, 6, 30) FROM years ORDER BY y;
  INSERT INTO academic_period (year_id, kind, ordinal, name, starts_on, ends_on)
    SELECT id, 'semester'::period_kind, n, CASE n WHEN 1 THEN 'I семестр' ELSE 'II семестр' END,
      CASE n WHEN 1 THEN starts_on ELSE make_date(extract(year FROM ends_on)::int, 1, 12) END,
      CASE n WHEN 1 THEN make_date(extract(year FROM starts_on)::int, 12, 28) ELSE ends_on END
    FROM academic_year, generate_series(1, 2) AS n ORDER BY starts_on, n;
  INSERT INTO bell_schedule (name, is_default) VALUES ('Обычный день', true);
  INSERT INTO class_period SELECT b.id, v.n, v.f::time, v.t::time FROM bell_schedule b,
    (VALUES (1, '08:30', '10:05'), (2, '10:15', '11:50'), (3, '12:20', '13:55')) AS v(n, f, t);
  CREATE TEMP TABLE day AS
    SELECT y, d::date AS date, (row_number() OVER (PARTITION BY y ORDER BY d))::int AS no
    FROM years, generate_series(make_date(y, 9, 1), make_date(y + 1, 6, 28), '1 day') AS d
    WHERE extract(isodow FROM d) < 7 AND NOT d BETWEEN make_date(y, 12, 29) AND make_date(y + 1, 1, 11);`;

const people = `
  CREATE TEMP TABLE last AS SELECT unnest AS name, ordinality AS n FROM unnest(ARRAY['Абрамов','Ахметов','Беляев','Валиев','Волков','Гарипов','Гусев',
    'Давыдов','Егоров','Жуков','Закиров','Ильин','Каримов','Ковалёв','Крылов','Лебедев','Максимов','Медведев','Насыров','Никитин','Орехов','Поляков',
    'Рахимов','Романов','Сабиров','Соловьёв','Тихонов','Ушаков','Фомин','Хасанов','Чернов','Шарипов','Щербаков','Юсупов','Яковлев']) WITH ORDINALITY;
  CREATE TEMP TABLE first_name AS SELECT unnest AS name, ordinality AS n FROM unnest(ARRAY['Александр','Амир','Артём','Булат','Вадим','Глеб','Данил','Егор',
    'Ильдар','Кирилл','Марат','Никита','Олег','Павел','Рустам','Семён','Тимур','Фёдор','Эмиль','Ярослав']) WITH ORDINALITY;
  CREATE TEMP TABLE slot AS SELECT s FROM size, generate_series(0, groups - 1) AS s;
  CREATE TEMP TABLE grp AS SELECT row_number() OVER (ORDER BY entry, s)::int AS id, s, entry
    FROM (SELECT DISTINCT s, y - (((y - s) % 4) + 4) % 4 AS entry FROM slot, years) g;
  INSERT INTO person (last_name, first_name, middle_name, sex, birth_date)
    SELECT last.name, first_name.name, 'Маратович', 'male', '1975-01-01'::date + pg_temp.die(i, 5, 7000)
    FROM generate_series(1, 160) AS i JOIN last ON last.n = 1 + pg_temp.die(i, 1, 35) JOIN first_name ON first_name.n = 1 + pg_temp.die(i, 2, 20) ORDER BY i;
  INSERT INTO staff_member (id, hired_on) SELECT id, '2015-08-01' FROM person;
  INSERT INTO staff_position (staff_id, role, title, starts_on)
    SELECT id, 'teacher'::role, 'преподаватель', '2015-08-01'::date FROM staff_member UNION ALL SELECT 1, 'deputyDirector', 'заместитель директора', '2015-08-01'
    UNION ALL SELECT 2, 'director', 'директор', '2015-08-01';
  CREATE TEMP TABLE pupil AS SELECT 160 + row_number() OVER (ORDER BY grp.id, n)::int AS id, grp.id AS grp, entry
    FROM grp, generate_series(1, 30) AS n WHERE n <= 20 + grp.s % 4 OR (grp.s = 0 AND n <= 30);
  INSERT INTO person (last_name, first_name, middle_name, sex, birth_date)
    SELECT last.name, first_name.name, 'Олегович', 'male', make_date(entry - 16, 1, 1) + pg_temp.die(p.id, 3, 360)
    FROM pupil p JOIN last ON last.n = 1 + pg_temp.die(p.id, 1, 35) JOIN first_name ON first_name.n = 1 + pg_temp.die(p.id, 2, 20) ORDER BY p.id;
  INSERT INTO student (id) SELECT id FROM pupil;
  INSERT INTO account (person_id, login, password_hash, created_at, password_changed_at)
    SELECT id, 'user' || id, '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', now(), now() FROM person;`;

const structure = `
  INSERT INTO department (name) SELECT 'Отделение № ' || n FROM generate_series(1, 4) AS n;
  INSERT INTO study_program (code, name, qualification, term_months) VALUES ('09.02.07', 'Информационные системы и программирование', 'программист', 46);
  INSERT INTO course (name, kind) SELECT 'Дисциплина ' || lpad(n::text, 2, '0'), 'discipline' FROM generate_series(1, 52) AS n;
  INSERT INTO curriculum (program_id, entry_year, approved_on) SELECT 1, entry, make_date(entry, 6, 30) FROM (SELECT DISTINCT entry FROM grp) e ORDER BY entry;
  INSERT INTO curriculum_item (curriculum_id, course_id, index) SELECT c.id, k.id, 'ОП.' || lpad(k.id::text, 2, '0') FROM curriculum c, course k;
  INSERT INTO curriculum_term (item_id, semester, hours, control_form)
    SELECT i.id, ((i.course_id - 1) / 13) * 2 + n, 48, 'gradedCredit' FROM curriculum_item i, generate_series(1, 2) AS n;
  INSERT INTO scheme_of_work (course_id, author_id, title, state, approved_on) SELECT id, 1, name, 'draft', '2020-09-01' FROM course ORDER BY id;
  INSERT INTO planned_topic (scheme_id, ordinal, part, title, lesson_type, hours, homework)
    SELECT s.id, n, 'Раздел ' || 1 + n / 12, 'Тема ' || n || '. Содержание учебного материала по плану', 'lecture', 2, '§ ' || n || ', вопросы 1–6'
    FROM scheme_of_work s, generate_series(1, 60) AS n;
  UPDATE scheme_of_work SET state = 'approved';
  INSERT INTO student_group (id, name, department_id, curriculum_id, entry_year)
    SELECT g.id, 'Г-' || entry % 100 || '-' || s, 1 + s % 4, c.id, entry FROM grp g JOIN curriculum c ON c.entry_year = g.entry;
  INSERT INTO administrative_order (number, date, kind, subject) SELECT entry || '-с', make_date(entry, 8, 20), 'enrollment', 'О зачислении'
    FROM (SELECT DISTINCT entry FROM grp) e;
  INSERT INTO enrollment (student_id, group_id, starts_on, ends_on, entry_order_id)
    SELECT p.id, p.grp, make_date(p.entry, 9, 1), make_date(p.entry + 4, 6, 30), o.id FROM pupil p JOIN administrative_order o ON o.number = p.entry || '-с';
  INSERT INTO group_period (group_id, period_id) SELECT g.id, p.id FROM grp g, academic_period p JOIN academic_year y ON y.id = p.year_id
    WHERE extract(year FROM y.starts_on) BETWEEN g.entry AND g.entry + 3;
  INSERT INTO curatorship (group_id, staff_id, starts_on) SELECT id, 3 + id % 150, make_date(entry, 9, 1) FROM grp;`;

const sections = `
  CREATE TEMP TABLE sec AS SELECT row_number() OVER (ORDER BY y.id, g.id, c)::int AS id, y.id AS year_id, extract(year FROM y.starts_on)::int AS y,
      g.id AS grp, g.s, g.entry, c, (extract(year FROM y.starts_on)::int - g.entry) * 13 + c + 1 AS course
    FROM academic_year y JOIN grp g ON extract(year FROM y.starts_on) BETWEEN g.entry AND g.entry + 3, generate_series(0, 9) AS c;
  INSERT INTO course_section (id, year_id, group_id, item_id, scheme_id)
    SELECT sec.id, year_id, grp, i.id, course FROM sec JOIN student_group g ON g.id = sec.grp
    JOIN curriculum_item i ON i.curriculum_id = g.curriculum_id AND i.course_id = sec.course;
  INSERT INTO section_period SELECT sec.id, p.id, 48, 'gradedCredit' FROM sec JOIN academic_period p ON p.year_id = sec.year_id;
  INSERT INTO teaching_assignment (section_id, teacher_id, starts_on) SELECT id, 1 + (s * 13 + c) % 160, make_date(y, 9, 1) FROM sec;`;

/** Every group has the same course at the same hour and each its own teacher: no clash. The first course takes four hours in thirteen. */
const lessons = `
  INSERT INTO lesson (section_id, group_id, period_id, teacher_id, date, class_period, room, state, lesson_type, hours, topic, planned_topic_id, homework,
      attendance_taken, version, entered_by_id, entered_at)
    SELECT sec.id, sec.grp, p.id, 1 + (sec.s * 13 + sec.c) % 160, d.date, n, (100 + sec.s)::text, 'held', 'lecture', 2,
      t.title, t.id, t.homework, true, 1, 1 + (sec.s * 13 + sec.c) % 160, d.date + interval '9 hours' + n * interval '1 hour'
    FROM size, sec JOIN day d ON d.y = sec.y, generate_series(1, 3) AS n, academic_period p, planned_topic t
    WHERE greatest(0, (d.no * 3 + n) % 13 - 3) = sec.c AND (n < 3 OR extract(isodow FROM d.date) < 6) AND d.date BETWEEN from_day AND until_day
      AND p.year_id = sec.year_id AND d.date BETWEEN p.starts_on AND p.ends_on
      AND t.scheme_id = sec.course AND t.ordinal = 1 + (d.no * 3 + n) % 60;
  INSERT INTO assignment (lesson_id, task_type, title, required, ordinal) SELECT id, 'answer', '', false, 1 FROM lesson WHERE pg_temp.die(id, 11, 10) < 8;
  CREATE INDEX ON pupil (grp);
  INSERT INTO mark (assignment_id, student_id, value, entered_by_id, entered_at)
    SELECT a.id, p.id, (ARRAY['5','4','3','5','4','3','4','4','3','2'])[1 + pg_temp.die(a.id, p.id, 10)], l.teacher_id, l.entered_at
    FROM assignment a JOIN lesson l ON l.id = a.lesson_id JOIN pupil p ON p.grp = l.group_id WHERE pg_temp.die(p.id, a.id, 10) < 4;
  INSERT INTO attendance_event (lesson_id, student_id, presence, presence_version, presence_by_id, presence_at, reason, reason_version, reason_by_id, reason_at)
    SELECT l.id, p.id, 'absent', 1, l.teacher_id, l.entered_at, CASE WHEN r < 7 THEN 'valid' END, (r < 7)::int,
      CASE WHEN r < 7 THEN 3 END, CASE WHEN r < 7 THEN l.entered_at END
    FROM lesson l JOIN pupil p ON p.grp = l.group_id, LATERAL (SELECT pg_temp.die(l.id, p.id, 10) AS r) x WHERE pg_temp.die(p.id, l.id * 3, 10) = 0;`;

/** A lesson was filled in one act: its steps, then those of its marks and absences. */
const audit = `
  INSERT INTO audit_event (id, at, person_id, roles, address, device, command, object, object_id, result)
    SELECT id, entered_at, teacher_id, 'teacher', '10.0.0.1', 'generated', 'journal.mark-cells', 'section', section_id, 'ok' FROM lesson ORDER BY id;
  INSERT INTO audit_change (event_id, entity, field, lesson_id, before, after, version)
    SELECT l.id, 'lesson', f.field, l.id, NULL, f.after, 1 FROM lesson l, LATERAL (VALUES ('topic', l.topic), ('homework', l.homework),
      ('planned_topic_id', l.planned_topic_id::text), ('attendance_taken', 'true')) AS f(field, after);
  INSERT INTO audit_change (event_id, entity, field, lesson_id, assignment_id, before, after, version)
    SELECT lesson_id, 'assignment', 'task_type', lesson_id, id, NULL, task_type, 1 FROM assignment;
  INSERT INTO audit_change (event_id, entity, field, lesson_id, student_id, assignment_id, before, after, version)
    SELECT a.lesson_id, 'mark', 'value', a.lesson_id, m.student_id, a.id, NULL, m.value, 1 FROM mark m JOIN assignment a ON a.id = m.assignment_id;
  INSERT INTO audit_change (event_id, entity, field, lesson_id, student_id, before, after, version)
    SELECT e.lesson_id, 'attendance', f.field, e.lesson_id, e.student_id, NULL, f.after, 1 FROM attendance_event e,
      LATERAL (VALUES ('presence', e.presence::text), ('reason', e.reason)) AS f(field, after) WHERE f.after IS NOT NULL;`;

/** Period grades as the demo profile proposes them: by the mean, from 4,65 and 3,65 and 2,5. */
const grades = `
  CREATE TEMP TABLE mean AS SELECT l.section_id, l.period_id, m.student_id, round(avg(m.value::int), 2) AS mean
    FROM mark m JOIN assignment a ON a.id = m.assignment_id JOIN lesson l ON l.id = a.lesson_id GROUP BY 1, 2, 3;
  INSERT INTO grade (section_id, student_id, period_id, group_id, value, proposed, average, published_at, entered_by_id, entered_at)
    SELECT sec.id, p.id, ap.id, sec.grp, coalesce(v.value, '3'), v.value, m.mean, ap.ends_on, 1 + (sec.s * 13 + sec.c) % 160, ap.ends_on
    FROM size, sec JOIN pupil p ON p.grp = sec.grp JOIN academic_period ap ON ap.year_id = sec.year_id
      LEFT JOIN mean m ON m.section_id = sec.id AND m.period_id = ap.id AND m.student_id = p.id,
      LATERAL (SELECT CASE WHEN m.mean >= 4.65 THEN '5' WHEN m.mean >= 3.65 THEN '4' WHEN m.mean >= 2.5 THEN '3' WHEN m.mean IS NOT NULL THEN '2' END AS value) v
    WHERE ap.ends_on < until_day;
  CREATE TEMP TABLE given AS SELECT (SELECT max(id) FROM audit_event) + row_number() OVER (ORDER BY section_id, period_id) AS id, section_id, period_id,
    entered_by_id, entered_at FROM (SELECT DISTINCT section_id, period_id, entered_by_id, entered_at FROM grade) g;
  INSERT INTO audit_event (id, at, person_id, roles, address, device, command, object, object_id, result)
    SELECT id, entered_at, entered_by_id, 'teacher', '10.0.0.1', 'generated', 'journal.mark-cells', 'section', section_id, 'ok' FROM given ORDER BY id;
  INSERT INTO audit_change (event_id, entity, field, record_id, student_id, period_id, before, after, version)
    SELECT n.id, 'grade', f.field, g.section_id, g.student_id, g.period_id, NULL, f.after, f.version
    FROM grade g JOIN given n ON n.section_id = g.section_id AND n.period_id = g.period_id, LATERAL (VALUES ('value', g.value, 1),
      ('published', to_char(g.published_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), NULL)) AS f(field, after, version);
  UPDATE group_period gp SET locked_at = p.ends_on + interval '10 days', locked_by_id = 1, regulation_id = 1
    FROM academic_period p, size WHERE p.id = gp.period_id AND p.ends_on < make_date(last_year, 7, 1);`;

const sequences = ['student_group', 'course_section', 'audit_event'].map(
  (table) => `SELECT setval(pg_get_serial_sequence('${table}', 'id'), (SELECT max(id) FROM ${table}));`,
);

/** Scripts in order; the first takes the sizes as parameters, statement by statement. */
export const scripts = { setup, rest: [calendar, people, structure, sections, lessons, audit, grades, ...sequences] };
