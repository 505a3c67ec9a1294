-- A parent takes a note back before the curator has answered it (R-084).
ALTER TYPE "absence_note_state" ADD VALUE 'withdrawn';
