-- A курсовая beside another form of control of the same semester (R-024).
ALTER TABLE curriculum_term ADD COLUMN with_coursework boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT curriculum_term_coursework CHECK (NOT with_coursework OR control_form NOT IN ('none', 'coursework'));
