-- A tie that ends on the very day it began leaves no day in which the parent sees the child: its last day is the eve (R-009, T-030).
ALTER TABLE guardianship DROP CONSTRAINT guardianship_order,
  ADD CONSTRAINT guardianship_order CHECK (ends_on IS NULL OR ends_on >= starts_on - 1);
