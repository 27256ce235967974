#!/usr/bin/python3
"""Makes one page of HTML of the chapters of the German manual, and a PDF of it.

Usage: manual.py VERSION OUT.html OUT.pdf CHAPTER.md...

The same chapters give the same bytes: the PDF takes its day from SOURCE_DATE_EPOCH.
"""
import html
import os
import re
import sys

import markdown
import weasyprint

STYLE = """
@page { size: A4; margin: 22mm 20mm 20mm 25mm; @bottom-right { content: counter(page); font-size: 9pt } }
body { font-family: "Noto Sans", "DejaVu Sans", sans-serif; font-size: 10.5pt; line-height: 1.45;
       max-width: 46em; margin: 0 auto; padding: 1em; color: #1a1a1a }
h1 { font-size: 19pt; margin: 0 0 .6em; break-before: page; bookmark-level: 1 }
h2 { font-size: 14pt; margin: 1.4em 0 .4em; bookmark-level: 2 }
h3 { font-size: 11.5pt; margin: 1.2em 0 .3em; bookmark-level: 3 }
nav + h1, .title { break-before: auto }
h1, h2, h3 { break-after: avoid; line-height: 1.25 }
pre, code { font-family: "Noto Sans Mono", "DejaVu Sans Mono", monospace; font-size: 8.6pt }
pre { background: #f3f3f1; padding: .6em .8em; overflow-x: auto; white-space: pre-wrap; break-inside: avoid-page }
table { border-collapse: collapse; width: 100%; margin: .8em 0 }
th, td { text-align: left; vertical-align: top; padding: .25em .6em .25em 0; border-bottom: .5pt solid #bbb }
th { border-bottom-color: #444 }
tr { break-inside: avoid }
a { color: #1d4f91; text-decoration: none }
nav ol { list-style: none; padding: 0; line-height: 1.7 }
"""


def slug(text):
    """The anchor of a heading, as the chapters' own links write it."""
    text = re.sub(r"[^\w\- ]", "", text.lower())
    return text.strip().replace(" ", "-")


def chapter(path):
    """The title and the HTML of a chapter; its anchors begin with its own name."""
    name = os.path.splitext(os.path.basename(path))[0]
    with open(path, encoding="utf-8") as file:
        source = file.read()
    title = re.search(r"^# (.*)$", source, re.M).group(1)
    # A fence may follow a line of text; Markdown wants an empty one between them.
    source = re.sub(r"(?<=[^\n])\n(```\w+\n)", r"\n\n\1", source)
    body = markdown.markdown(source, extensions=["tables", "fenced_code", "sane_lists"])

    def heading(match):
        level, inner = match.group(1), match.group(2)
        anchor = name if level == "1" else name + "--" + slug(re.sub(r"<[^>]*>", "", html.unescape(inner)))
        return f'<h{level} id="{anchor}">{inner}</h{level}>'

    def link(match):
        target = match.group(1)
        file, _, part = target.partition("#")
        if not file:
            return f'href="#{name}--{part}"'
        if file.endswith(".md") and "/" not in file:
            there = os.path.splitext(file)[0]
            return f'href="#{there}--{part}"' if part else f'href="#{there}"'
        return match.group(0)

    body = re.sub(r"<h([1-6])>(.*?)</h\1>", heading, body, flags=re.S)
    body = re.sub(r'href="([^"]*)"', link, body)
    # What lies beside the manual in the sources and not in a package is text there.
    body = re.sub(r'<a href="\.\./[^"]*">(.*?)</a>', r"\1", body, flags=re.S)
    return name, title, body


def main():
    version, page, pdf, *paths = sys.argv[1:]
    chapters = [chapter(path) for path in paths]
    entries = "\n".join(f'<li><a href="#{name}">{html.escape(title)}</a></li>' for name, title, _ in chapters)
    text = f"""<!DOCTYPE html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>kiso – Handbuch</title>
<style>{STYLE}</style>
</head>
<body>
<h1 class="title">kiso – Handbuch</h1>
<p>Fassung {html.escape(version)}</p>
<nav aria-label="Inhalt"><ol>
{entries}
</ol></nav>
<main>
{chr(10).join(body for _, _, body in chapters)}
</main>
</body>
</html>
"""
    broken = [t for t in re.findall(r'href="#([^"]*)"', text) if f'id="{t}"' not in text]
    if broken:
        sys.exit("Verweise ins Leere: " + ", ".join(sorted(set(broken))))
    with open(page, "w", encoding="utf-8") as file:
        file.write(text)
    weasyprint.HTML(string=text).write_pdf(pdf)


main()
