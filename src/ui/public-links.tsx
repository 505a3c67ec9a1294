/** Pages open to everyone, at the foot of those seen before sign-in. */
export function PublicLinks() {
  return (
    <footer className="cover-foot">
      <a href="/privacy">Персональные данные</a>
      <a href="/accessibility">Доступность</a>
    </footer>
  );
}
