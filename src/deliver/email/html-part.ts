import { html, safeHref, type Html } from "../../publish/html.ts";
import type { MailContent, MailFoot, MailItem } from "./content.ts";

/*
 * No colours but the reader's own: so it is right in dark mode, in high contrast and in programs that drop style
 * sheets. No images, no fonts from elsewhere, nothing that tells whether it was opened.
 */
const PAGE = "margin:0;padding:0 16px;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.5";
const COLUMN = "max-width:600px;margin:0 auto;padding:16px 0";
const OFFICE = "margin:0 0 8px;font-size:15px";
const TITLE = "margin:0 0 20px;font-size:26px;line-height:1.25";
const HEADING = "margin:28px 0 8px;padding-top:12px;border-top:1px solid #888888;font-size:19px;line-height:1.3";
const ITEM = "margin:0 0 14px";
const SMALL = "font-size:15px";
const FOOT = "margin:28px 0 0;padding-top:12px;border-top:1px solid #888888;font-size:15px";

/** Head and paragraphs; the same for all who get it. The foot follows. */
export function htmlBody(content: MailContent): string {
  const { lang, dir, title, office } = content;
  return html`<!doctype html>
    <html lang="${lang}" dir="${dir}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${title}</title>
        <style>
          :root {
            color-scheme: light dark;
            supported-color-schemes: light dark;
          }
        </style>
      </head>
      <body style="${PAGE}">
        <div lang="${lang}" dir="${dir}" style="${COLUMN}">
          <p style="${OFFICE}">${office}</p>
          <h1 style="${TITLE}">${title}</h1>
          ${content.parts.map(({ heading, items }) => [
            heading === "" ? null : html`<h2 style="${HEADING}">${heading}</h2>`,
            items.map((item) => itemHtml(item, content.more)),
          ])}
     `.toString();
}

/** The end of it, with the reader's own links. */
export function htmlFoot(content: MailContent, { why, links }: MailFoot): string {
  const all = [...content.links, ...links];
  return html`<div style="${FOOT}">${why === "" ? null : html`<p style="${ITEM}">${why}</p>`}
    ${all.map(({ words, url }) => html`<p style="${ITEM}">${linked(words, url)}</p>`)}</div></div></body></html>
    `.toString();
}

function itemHtml({ label, text, note, url }: MailItem, more: string): Html {
  const small = [note === "" ? null : note, url === "" ? null : linked(more, url)].filter((one) => one !== null);
  return html`<p style="${ITEM}">
    ${label === "" ? null : html`<strong>${label}</strong><br />`}${text}
    ${small.map((one) => html`<br /><span style="${SMALL}">${one}</span>`)}
  </p>`;
}

function linked(words: string, url: string): Html {
  const href = safeHref(url);
  return href === null ? html`${words}: ${url}` : html`<a href="${href}">${words}</a>`;
}
