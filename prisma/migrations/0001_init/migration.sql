-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "period_kind" AS ENUM ('semester', 'trimester', 'quarter', 'halfYear', 'year');

-- CreateEnum
CREATE TYPE "calendar_exception_kind" AS ENUM ('holiday', 'workday', 'shortened');

-- CreateEnum
CREATE TYPE "course_kind" AS ENUM ('discipline', 'interdisciplinaryCourse', 'professionalModule', 'educationalPractice', 'internship', 'extracurricular');

-- CreateEnum
CREATE TYPE "control_form" AS ENUM ('none', 'exam', 'complexExam', 'gradedCredit', 'complexGradedCredit', 'credit', 'moduleExam', 'coursework');

-- CreateEnum
CREATE TYPE "order_kind" AS ENUM ('enrollment', 'expulsion', 'transfer', 'academicLeave', 'returnFromLeave', 'studyForm', 'graduation', 'promotion', 'other');

-- CreateEnum
CREATE TYPE "enrollment_status_kind" AS ENUM ('academicLeave', 'homeStudy', 'familyForm');

-- CreateEnum
CREATE TYPE "presence" AS ENUM ('absent', 'late');

-- CreateEnum
CREATE TYPE "sex" AS ENUM ('male', 'female');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('teacher', 'curator', 'deputyDirector', 'director', 'departmentHead', 'studyOffice', 'secretary', 'timetableDispatcher', 'methodist', 'admin', 'student', 'parent', 'observer');

-- CreateEnum
CREATE TYPE "scheme_state" AS ENUM ('draft', 'sent', 'approved', 'returned');

-- CreateEnum
CREATE TYPE "week_parity" AS ENUM ('every', 'odd', 'even');

-- CreateEnum
CREATE TYPE "lesson_state" AS ENUM ('planned', 'held', 'cancelled');

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "login" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change" BOOLEAN NOT NULL DEFAULT false,
    "blocked_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL,
    "password_changed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" SERIAL NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL,
    "idle_seconds" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "account_id" INTEGER NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "last_used_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("account_id","token_hash")
);

-- CreateTable
CREATE TABLE "login_throttle" (
    "key" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_failure" TIMESTAMPTZ NOT NULL,
    "blocked_until" TIMESTAMPTZ,
    "window_start" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "login_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "role_permission" (
    "role" "role" NOT NULL,
    "permission" TEXT NOT NULL,

    CONSTRAINT "role_permission_pkey" PRIMARY KEY ("role","permission")
);

-- CreateTable
CREATE TABLE "academic_year" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ,

    CONSTRAINT "academic_year_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "academic_period" (
    "id" SERIAL NOT NULL,
    "year_id" INTEGER NOT NULL,
    "kind" "period_kind" NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "academic_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_exception" (
    "id" SERIAL NOT NULL,
    "year_id" INTEGER NOT NULL,
    "date" DATE NOT NULL,
    "kind" "calendar_exception_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "follows_weekday" SMALLINT,

    CONSTRAINT "calendar_exception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bell_schedule" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "shortened" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bell_schedule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_period" (
    "schedule_id" INTEGER NOT NULL,
    "number" SMALLINT NOT NULL,
    "starts_at" TIME(0) NOT NULL,
    "ends_at" TIME(0) NOT NULL,

    CONSTRAINT "class_period_pkey" PRIMARY KEY ("schedule_id","number")
);

-- CreateTable
CREATE TABLE "course" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "course_kind" NOT NULL,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "curriculum" (
    "id" SERIAL NOT NULL,
    "program_id" INTEGER NOT NULL,
    "entry_year" SMALLINT NOT NULL,
    "approved_on" DATE NOT NULL,

    CONSTRAINT "curriculum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "curriculum_item" (
    "id" SERIAL NOT NULL,
    "curriculum_id" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "index" TEXT NOT NULL,
    "pass_fail" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "curriculum_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "curriculum_term" (
    "item_id" INTEGER NOT NULL,
    "semester" SMALLINT NOT NULL,
    "hours" SMALLINT NOT NULL,
    "control_form" "control_form" NOT NULL,

    CONSTRAINT "curriculum_term_pkey" PRIMARY KEY ("item_id","semester")
);

-- CreateTable
CREATE TABLE "department" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study_program" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "qualification" TEXT NOT NULL,
    "term_months" SMALLINT NOT NULL,

    CONSTRAINT "study_program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_group" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "department_id" INTEGER NOT NULL,
    "curriculum_id" INTEGER NOT NULL,
    "entry_year" SMALLINT NOT NULL,

    CONSTRAINT "student_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_period" (
    "group_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "locked_at" TIMESTAMPTZ,
    "locked_by_id" INTEGER,
    "lock_reason" TEXT,
    "regulation_id" INTEGER,

    CONSTRAINT "group_period_pkey" PRIMARY KEY ("group_id","period_id")
);

-- CreateTable
CREATE TABLE "curatorship" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "curatorship_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "administrative_order" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "kind" "order_kind" NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "administrative_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "entry_order_id" INTEGER NOT NULL,
    "exit_order_id" INTEGER,

    CONSTRAINT "enrollment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrollment_status" (
    "id" SERIAL NOT NULL,
    "enrollment_id" INTEGER NOT NULL,
    "closes_journal" BOOLEAN NOT NULL,
    "kind" "enrollment_status_kind" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "order_id" INTEGER NOT NULL,

    CONSTRAINT "enrollment_status_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subgroup" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "division" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "subgroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subgroup_membership" (
    "id" SERIAL NOT NULL,
    "subgroup_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "subgroup_membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "founder" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regulation_version" (
    "id" SERIAL NOT NULL,
    "profile" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" INTEGER,

    CONSTRAINT "regulation_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" SERIAL NOT NULL,
    "lesson_id" INTEGER NOT NULL,
    "task_type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "ordinal" SMALLINT NOT NULL,
    "due_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mark" (
    "assignment_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "value" TEXT,
    "required" BOOLEAN NOT NULL DEFAULT false,
    "comment" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("assignment_id","student_id")
);

-- CreateTable
CREATE TABLE "attendance_event" (
    "lesson_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "presence" "presence",
    "presence_version" INTEGER NOT NULL DEFAULT 0,
    "presence_by_id" INTEGER,
    "presence_at" TIMESTAMPTZ,
    "reason" TEXT,
    "reason_version" INTEGER NOT NULL DEFAULT 0,
    "reason_by_id" INTEGER,
    "reason_at" TIMESTAMPTZ,
    "reason_note" TEXT,

    CONSTRAINT "attendance_event_pkey" PRIMARY KEY ("lesson_id","student_id")
);

-- CreateTable
CREATE TABLE "individual_homework" (
    "lesson_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "individual_homework_pkey" PRIMARY KEY ("lesson_id","student_id")
);

-- CreateTable
CREATE TABLE "grade" (
    "section_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "value" TEXT,
    "proposed" TEXT,
    "average" DECIMAL(4,2),
    "reason" TEXT,
    "published_at" TIMESTAMPTZ,
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "grade_pkey" PRIMARY KEY ("section_id","student_id","period_id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "last_name" TEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "middle_name" TEXT,
    "sex" "sex" NOT NULL,
    "birth_date" DATE,
    "phone" TEXT,
    "email" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" INTEGER NOT NULL,
    "hired_on" DATE NOT NULL,
    "left_on" DATE,

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_position" (
    "id" SERIAL NOT NULL,
    "staff_id" INTEGER NOT NULL,
    "role" "role" NOT NULL,
    "title" TEXT NOT NULL,
    "department_id" INTEGER,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "staff_position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student" (
    "id" INTEGER NOT NULL,
    "record_number" TEXT,

    CONSTRAINT "student_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guardianship" (
    "guardian_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "relation" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "guardianship_pkey" PRIMARY KEY ("guardian_id","student_id")
);

-- CreateTable
CREATE TABLE "parent_access_decision" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "allowed" BOOLEAN NOT NULL,
    "decided_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "parent_access_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_section" (
    "id" SERIAL NOT NULL,
    "year_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "subgroup_id" INTEGER,
    "scheme_id" INTEGER,

    CONSTRAINT "course_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section_period" (
    "section_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "planned_hours" SMALLINT NOT NULL,
    "control_form" "control_form" NOT NULL,

    CONSTRAINT "section_period_pkey" PRIMARY KEY ("section_id","period_id")
);

-- CreateTable
CREATE TABLE "teaching_assignment" (
    "id" SERIAL NOT NULL,
    "section_id" INTEGER NOT NULL,
    "teacher_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "teaching_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scheme_of_work" (
    "id" SERIAL NOT NULL,
    "course_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "version" SMALLINT NOT NULL DEFAULT 1,
    "state" "scheme_state" NOT NULL,
    "approved_on" DATE,

    CONSTRAINT "scheme_of_work_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "planned_topic" (
    "id" SERIAL NOT NULL,
    "scheme_id" INTEGER NOT NULL,
    "ordinal" SMALLINT NOT NULL,
    "part" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lesson_type" TEXT NOT NULL,
    "hours" SMALLINT NOT NULL,
    "homework" TEXT NOT NULL,
    "task_type" TEXT,
    "task_title" TEXT,

    CONSTRAINT "planned_topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetable_entry" (
    "id" SERIAL NOT NULL,
    "section_id" INTEGER NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "class_period" SMALLINT NOT NULL,
    "parity" "week_parity" NOT NULL,
    "room" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "timetable_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lesson" (
    "id" SERIAL NOT NULL,
    "section_id" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "subgroup_id" INTEGER,
    "teacher_id" INTEGER NOT NULL,
    "timetable_entry_id" INTEGER,
    "stream_id" INTEGER,
    "date" DATE NOT NULL,
    "class_period" SMALLINT NOT NULL,
    "room" TEXT NOT NULL,
    "state" "lesson_state" NOT NULL DEFAULT 'planned',
    "lesson_type" TEXT NOT NULL,
    "hours" SMALLINT NOT NULL,
    "topic" TEXT NOT NULL DEFAULT '',
    "planned_topic_id" INTEGER,
    "homework" TEXT NOT NULL DEFAULT '',
    "homework_due_on" DATE,
    "attendance_taken" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "entered_by_id" INTEGER,
    "entered_at" TIMESTAMPTZ,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "substitution" (
    "lesson_id" INTEGER NOT NULL,
    "absent_teacher_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "order_number" TEXT NOT NULL,
    "ordered_on" DATE NOT NULL,

    CONSTRAINT "substitution_pkey" PRIMARY KEY ("lesson_id")
);

-- CreateTable
CREATE TABLE "section_reopening" (
    "id" SERIAL NOT NULL,
    "section_id" INTEGER NOT NULL,
    "period_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "open_until" TIMESTAMPTZ NOT NULL,
    "opened_at" TIMESTAMPTZ NOT NULL,
    "opened_by_id" INTEGER NOT NULL,

    CONSTRAINT "section_reopening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "printed_document" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "report_id" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "data" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "group_id" INTEGER NOT NULL,
    "printed_by_id" INTEGER NOT NULL,
    "printed_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "printed_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "person_id" INTEGER,
    "roles" TEXT NOT NULL,
    "session_id" INTEGER,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "object_id" INTEGER,
    "result" TEXT NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_change" (
    "id" BIGSERIAL NOT NULL,
    "event_id" BIGINT NOT NULL,
    "entity" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "lesson_id" INTEGER,
    "student_id" INTEGER,
    "assignment_id" INTEGER,
    "period_id" INTEGER,
    "record_id" INTEGER,
    "before" TEXT,
    "after" TEXT,
    "version" INTEGER,

    CONSTRAINT "audit_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_personal_value" (
    "change_id" BIGINT NOT NULL,
    "person_id" INTEGER NOT NULL,
    "before_cipher" BYTEA,
    "after_cipher" BYTEA,

    CONSTRAINT "audit_personal_value_pkey" PRIMARY KEY ("change_id")
);

-- CreateTable
CREATE TABLE "person_key" (
    "person_id" INTEGER NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "person_key_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" INTEGER,
    "session_id" INTEGER,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_answer" (
    "person_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ NOT NULL,

    CONSTRAINT "idempotency_answer_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_login_key" ON "account"("login");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "academic_year_name_key" ON "academic_year"("name");

-- CreateIndex
CREATE UNIQUE INDEX "academic_period_year_id_kind_ordinal_key" ON "academic_period"("year_id", "kind", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_exception_date_key" ON "calendar_exception"("date");

-- CreateIndex
CREATE UNIQUE INDEX "bell_schedule_name_key" ON "bell_schedule"("name");

-- CreateIndex
CREATE UNIQUE INDEX "course_name_kind_key" ON "course"("name", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "curriculum_program_id_entry_year_key" ON "curriculum"("program_id", "entry_year");

-- CreateIndex
CREATE UNIQUE INDEX "curriculum_item_curriculum_id_index_key" ON "curriculum_item"("curriculum_id", "index");

-- CreateIndex
CREATE UNIQUE INDEX "department_name_key" ON "department"("name");

-- CreateIndex
CREATE UNIQUE INDEX "study_program_code_key" ON "study_program"("code");

-- CreateIndex
CREATE UNIQUE INDEX "student_group_name_key" ON "student_group"("name");

-- CreateIndex
CREATE INDEX "curatorship_staff_id_idx" ON "curatorship"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "administrative_order_number_date_key" ON "administrative_order"("number", "date");

-- CreateIndex
CREATE INDEX "enrollment_group_id_starts_on_idx" ON "enrollment"("group_id", "starts_on");

-- CreateIndex
CREATE UNIQUE INDEX "subgroup_group_id_division_name_key" ON "subgroup"("group_id", "division", "name");

-- CreateIndex
CREATE INDEX "subgroup_membership_subgroup_id_idx" ON "subgroup_membership"("subgroup_id");

-- CreateIndex
CREATE UNIQUE INDEX "regulation_version_valid_from_key" ON "regulation_version"("valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "assignment_lesson_id_ordinal_key" ON "assignment"("lesson_id", "ordinal");

-- CreateIndex
CREATE INDEX "mark_student_id_idx" ON "mark"("student_id");

-- CreateIndex
CREATE INDEX "attendance_event_student_id_idx" ON "attendance_event"("student_id");

-- CreateIndex
CREATE INDEX "individual_homework_student_id_idx" ON "individual_homework"("student_id");

-- CreateIndex
CREATE INDEX "grade_student_id_idx" ON "grade"("student_id");

-- CreateIndex
CREATE INDEX "person_last_name_first_name_idx" ON "person"("last_name", "first_name");

-- CreateIndex
CREATE INDEX "staff_position_staff_id_idx" ON "staff_position"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "student_record_number_key" ON "student"("record_number");

-- CreateIndex
CREATE INDEX "guardianship_student_id_idx" ON "guardianship"("student_id");

-- CreateIndex
CREATE INDEX "parent_access_decision_student_id_decided_at_idx" ON "parent_access_decision"("student_id", "decided_at");

-- CreateIndex
CREATE INDEX "course_section_group_id_year_id_idx" ON "course_section"("group_id", "year_id");

-- CreateIndex
CREATE INDEX "teaching_assignment_teacher_id_idx" ON "teaching_assignment"("teacher_id");

-- CreateIndex
CREATE INDEX "teaching_assignment_section_id_idx" ON "teaching_assignment"("section_id");

-- CreateIndex
CREATE UNIQUE INDEX "planned_topic_scheme_id_ordinal_key" ON "planned_topic"("scheme_id", "ordinal");

-- CreateIndex
CREATE INDEX "timetable_entry_section_id_idx" ON "timetable_entry"("section_id");

-- CreateIndex
CREATE INDEX "lesson_section_id_date_idx" ON "lesson"("section_id", "date");

-- CreateIndex
CREATE INDEX "lesson_group_id_date_idx" ON "lesson"("group_id", "date");

-- CreateIndex
CREATE INDEX "lesson_teacher_id_date_idx" ON "lesson"("teacher_id", "date");

-- CreateIndex
CREATE INDEX "section_reopening_section_id_period_id_idx" ON "section_reopening"("section_id", "period_id");

-- CreateIndex
CREATE UNIQUE INDEX "printed_document_number_key" ON "printed_document"("number");

-- CreateIndex
CREATE UNIQUE INDEX "printed_document_code_key" ON "printed_document"("code");

-- CreateIndex
CREATE INDEX "printed_document_group_id_idx" ON "printed_document"("group_id");

-- CreateIndex
CREATE INDEX "audit_event_object_object_id_idx" ON "audit_event"("object", "object_id");

-- CreateIndex
CREATE INDEX "audit_event_person_id_at_idx" ON "audit_event"("person_id", "at");

-- CreateIndex
CREATE INDEX "audit_change_lesson_id_student_id_idx" ON "audit_change"("lesson_id", "student_id");

-- CreateIndex
CREATE INDEX "audit_change_event_id_idx" ON "audit_change"("event_id");

-- CreateIndex
CREATE INDEX "audit_change_entity_record_id_idx" ON "audit_change"("entity", "record_id");

-- CreateIndex
CREATE INDEX "audit_personal_value_person_id_idx" ON "audit_personal_value"("person_id");

-- CreateIndex
CREATE INDEX "security_event_person_id_at_idx" ON "security_event"("person_id", "at");

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "academic_period" ADD CONSTRAINT "academic_period_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "academic_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_exception" ADD CONSTRAINT "calendar_exception_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "academic_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_period" ADD CONSTRAINT "class_period_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "bell_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curriculum" ADD CONSTRAINT "curriculum_program_id_fkey" FOREIGN KEY ("program_id") REFERENCES "study_program"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curriculum_item" ADD CONSTRAINT "curriculum_item_curriculum_id_fkey" FOREIGN KEY ("curriculum_id") REFERENCES "curriculum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curriculum_item" ADD CONSTRAINT "curriculum_item_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curriculum_term" ADD CONSTRAINT "curriculum_term_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "curriculum_item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_group" ADD CONSTRAINT "student_group_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_group" ADD CONSTRAINT "student_group_curriculum_id_fkey" FOREIGN KEY ("curriculum_id") REFERENCES "curriculum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_period" ADD CONSTRAINT "group_period_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_period" ADD CONSTRAINT "group_period_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "academic_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "group_period" ADD CONSTRAINT "group_period_regulation_id_fkey" FOREIGN KEY ("regulation_id") REFERENCES "regulation_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curatorship" ADD CONSTRAINT "curatorship_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "curatorship" ADD CONSTRAINT "curatorship_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_entry_order_id_fkey" FOREIGN KEY ("entry_order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment" ADD CONSTRAINT "enrollment_exit_order_id_fkey" FOREIGN KEY ("exit_order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_status" ADD CONSTRAINT "enrollment_status_enrollment_id_fkey" FOREIGN KEY ("enrollment_id") REFERENCES "enrollment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrollment_status" ADD CONSTRAINT "enrollment_status_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "administrative_order"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subgroup" ADD CONSTRAINT "subgroup_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subgroup_membership" ADD CONSTRAINT "subgroup_membership_subgroup_id_fkey" FOREIGN KEY ("subgroup_id") REFERENCES "subgroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subgroup_membership" ADD CONSTRAINT "subgroup_membership_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_assignment_id_fkey" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_presence_by_id_fkey" FOREIGN KEY ("presence_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_event" ADD CONSTRAINT "attendance_event_reason_by_id_fkey" FOREIGN KEY ("reason_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "individual_homework" ADD CONSTRAINT "individual_homework_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "individual_homework" ADD CONSTRAINT "individual_homework_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_group_id_period_id_fkey" FOREIGN KEY ("group_id", "period_id") REFERENCES "group_period"("group_id", "period_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grade" ADD CONSTRAINT "grade_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_member" ADD CONSTRAINT "staff_member_id_fkey" FOREIGN KEY ("id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_position" ADD CONSTRAINT "staff_position_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_position" ADD CONSTRAINT "staff_position_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_id_fkey" FOREIGN KEY ("id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_guardian_id_fkey" FOREIGN KEY ("guardian_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guardianship" ADD CONSTRAINT "guardianship_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parent_access_decision" ADD CONSTRAINT "parent_access_decision_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_year_id_fkey" FOREIGN KEY ("year_id") REFERENCES "academic_year"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "curriculum_item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_subgroup_id_fkey" FOREIGN KEY ("subgroup_id") REFERENCES "subgroup"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_section" ADD CONSTRAINT "course_section_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme_of_work"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_period" ADD CONSTRAINT "section_period_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_period" ADD CONSTRAINT "section_period_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "academic_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_assignment" ADD CONSTRAINT "teaching_assignment_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_assignment" ADD CONSTRAINT "teaching_assignment_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_of_work" ADD CONSTRAINT "scheme_of_work_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheme_of_work" ADD CONSTRAINT "scheme_of_work_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_topic" ADD CONSTRAINT "planned_topic_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "scheme_of_work"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_entry" ADD CONSTRAINT "timetable_entry_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_group_id_period_id_fkey" FOREIGN KEY ("group_id", "period_id") REFERENCES "group_period"("group_id", "period_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_timetable_entry_id_fkey" FOREIGN KEY ("timetable_entry_id") REFERENCES "timetable_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_planned_topic_id_fkey" FOREIGN KEY ("planned_topic_id") REFERENCES "planned_topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_lesson_id_fkey" FOREIGN KEY ("lesson_id") REFERENCES "lesson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "substitution" ADD CONSTRAINT "substitution_absent_teacher_id_fkey" FOREIGN KEY ("absent_teacher_id") REFERENCES "staff_member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "section_reopening" ADD CONSTRAINT "section_reopening_section_id_fkey" FOREIGN KEY ("section_id") REFERENCES "course_section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_document" ADD CONSTRAINT "printed_document_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "student_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "printed_document" ADD CONSTRAINT "printed_document_printed_by_id_fkey" FOREIGN KEY ("printed_by_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_change" ADD CONSTRAINT "audit_change_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_personal_value" ADD CONSTRAINT "audit_personal_value_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "audit_change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

