import { words } from '@/domain/regulation/profiles/words';
import type { Regulation } from '@/domain/regulation/regulation';

type Term = keyof Regulation['vocabulary'];

/** The words that institutions differ in, each with the ones to choose from in all the forms that sentences need (C-19). */
export const vocabularyTerms: readonly { id: Term; term: string; nouns: readonly Regulation['vocabulary'][Term][] }[] =
  [
    { id: 'group', term: 'Учебная группа', nouns: [words.group, words.schoolClass] },
    { id: 'curator', term: 'Руководитель группы', nouns: [words.curator, words.classTeacher] },
    { id: 'teacher', term: 'Кто ведёт занятия', nouns: [words.lecturer, words.schoolTeacher] },
    { id: 'student', term: 'Кто учится', nouns: [words.student, words.learner, words.pupil] },
    { id: 'course', term: 'Что изучают', nouns: [words.discipline, words.subject] },
    { id: 'lesson', term: 'Занятие', nouns: [words.lesson, words.schoolLesson] },
    { id: 'mark', term: 'Отметка', nouns: [words.mark, words.grade] },
    { id: 'period', term: 'Учебный период', nouns: [words.semester, words.quarter, words.studyPeriod] },
  ];
