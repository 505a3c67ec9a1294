/** Why: kept in the history with who and when. */
export function ReasonField({ label = 'Причина', required = true }: { label?: string; required?: boolean }) {
  return (
    <label className="field">
      <span>{label}</span>
      <textarea name="reason" className="input" rows={2} maxLength={300} required={required} />
    </label>
  );
}
