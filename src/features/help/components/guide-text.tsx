import type { MarkedToken, Token } from 'marked';
import { Fragment, type ReactNode } from 'react';
import type { Guide } from '../read-guide';
import { slug } from '../slug';

type Pictures = Guide['pictures'];

/** Words of a guide as elements: headings, paragraphs, lists, bold, code, pictures, links. What is none of these is plain text. */
export function GuideText({ tokens, pictures }: { tokens: readonly Token[]; pictures: Pictures }) {
  return tokens.map((token, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text is not reordered
    <Fragment key={at}>{element(token as MarkedToken, pictures)}</Fragment>
  ));
}

function element(token: MarkedToken, pictures: Pictures): ReactNode {
  switch (token.type) {
    case 'heading':
      return token.depth === 1 ? <h1>{token.text}</h1> : <h2 id={slug(token.text)}>{token.text}</h2>;
    case 'paragraph':
      return <p>{inside(token.tokens, pictures)}</p>;
    case 'list': {
      const items = token.items.map((item) => <li key={item.raw}>{inside(item.tokens, pictures)}</li>);
      return token.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'strong':
      return <b>{inside(token.tokens, pictures)}</b>;
    case 'codespan':
      return <code>{token.text}</code>;
    case 'image':
      return <Picture file={token.href.replace('images/', '')} words={token.text} pictures={pictures} />;
    case 'link':
      return <GuideLink href={token.href}>{inside(token.tokens, pictures)}</GuideLink>;
    case 'text':
      return token.tokens ? inside(token.tokens, pictures) : token.text;
    case 'space':
      return null;
    default:
      return token.raw;
  }
}

const inside = (tokens: readonly Token[], pictures: Pictures) => <GuideText tokens={tokens} pictures={pictures} />;

/** A way within the help; other files of the repository are not pages of the product. */
function GuideLink({ href, children }: { href: string; children: ReactNode }) {
  const [, guide, anchor = ''] = /^(?:([\w-]+)\.md)?(#.+)?$/.exec(href) ?? [];
  if (!guide && !anchor) return <span>{children}</span>;
  return <a href={guide ? `/help/${guide}${anchor}` : anchor}>{children}</a>;
}

/** The place is kept before the picture has come, so that an anchor below it stays where it was. */
function Picture({ file, words, pictures }: { file: string; words: string; pictures: Pictures }) {
  const size = pictures.get(file);
  if (!size) return null;
  const dots = file.includes('phone') ? 2 : 1;
  return (
    // biome-ignore lint/performance/noImgElement: the framework's optimiser is switched off (T-049)
    <img src={`/api/guides/${file}`} alt={words} width={size.width / dots} height={size.height / dots} loading="lazy" />
  );
}
