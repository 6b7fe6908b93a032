"""Asks the programs that show Markdown what they make of the pages of one folder, and looks at the HTML that comes out.

The folder has a folder a dialect with `calm.md` and pages of the same model with hostile texts, and `texts.json`: the
texts that must be found in each page. Called with the folder, the folder of the renderers, and the dialects to ask.
What is wrong goes to standard output, a line each; the status is 1 if there is any.
"""

import collections
import json
import os
import re
import shutil
import subprocess
import sys

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
# What a report is made of; everything else came from a text.
KNOWN = set(
    "html head body div section a p h1 h2 h3 h4 ul ol li table thead tbody tr th td strong em del s code pre br hr img "
    "details summary blockquote span cite colgroup col input aside".split()
)


# What programs put into their pages themselves.
OWN = {"mdbook": {"main", "label", "svg", "path"}}


def run(command, **more):
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if made.returncode:
        raise Fault(f"{command[0]} ends with {made.returncode}: {made.stdout[-3000:]}")
    return made.stdout


class Fault(Exception):
    pass


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


class Renderers:
    """Each gives the HTML of the pages of a folder, by page."""

    def __init__(self, tools):
        self.bin = os.path.join(tools, "venv", "bin")
        self.node = os.path.join(tools, "node", "package.json")

    def cmark(self, folder, pages, out):
        options = ["--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"]
        return {p: run(["cmark-gfm", *options, os.path.join(folder, p + ".md")]) for p in pages}

    def javascript(self, how, folder, pages, out):
        jobs = [
            {"how": how, "from": os.path.join(folder, p + ".md"), "to": os.path.join(out, p + ".html")} for p in pages
        ]
        os.makedirs(out, exist_ok=True)
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "render.mjs")
        run(["node", script, self.node], input=json.dumps(jobs))
        return {p: read(os.path.join(out, p + ".html")) for p in pages}

    def mdx(self, folder, pages, out):
        return self.javascript("mdx", folder, pages, out)

    def markdown_it(self, folder, pages, out):
        return self.javascript("markdownIt", folder, pages, out)

    def mkdocs(self, folder, pages, out):
        shutil.copytree(folder, os.path.join(out, "docs"))
        # JSON is YAML.
        config = {
            "site_name": "Reports",
            "use_directory_urls": False,
            "plugins": [],
            "markdown_extensions": ["admonition", "md_in_html"],
            "validation": {"links": {"anchors": "warn"}},
        }
        write(os.path.join(out, "mkdocs.yml"), json.dumps(config))
        run([os.path.join(self.bin, "mkdocs"), "build", "--strict", "--quiet"], cwd=out)
        return {p: read(os.path.join(out, "site", p + ".html")) for p in pages}

    def sphinx(self, folder, pages, out):
        source = os.path.join(out, "source")
        shutil.copytree(folder, source)
        write(
            os.path.join(source, "conf.py"),
            'project = "Reports"\nextensions = ["myst_parser"]\nmyst_heading_anchors = 4\nhtml_theme = "basic"\n',
        )
        write(os.path.join(source, "index.md"), "# Reports\n\n```{toctree}\n" + "\n".join(pages) + "\n```\n")
        run([os.path.join(self.bin, "sphinx-build"), "-q", "-W", "--keep-going", source, os.path.join(out, "html")])
        return {p: read(os.path.join(out, "html", p + ".html")) for p in pages}

    def mdbook(self, folder, pages, out):
        shutil.copytree(folder, os.path.join(out, "src"))
        write(os.path.join(out, "book.toml"), '[book]\ntitle = "Reports"\n')
        write(os.path.join(out, "src", "SUMMARY.md"), "# Summary\n\n" + "".join(f"- [{p}]({p}.md)\n" for p in pages))
        run([os.path.join(self.bin, "mdbook"), "build", out])
        return {p: read(os.path.join(out, "book", p + ".html")) for p in pages}


# Which program shows which dialect, which element of its page is ours, and whether it gives headings their ids.
PROGRAMS = {
    "gfm": (Renderers.cmark, None, False),
    "gitlab": (Renderers.cmark, None, False),
    "azure": (Renderers.markdown_it, None, False),
    "mkdocs": (Renderers.mkdocs, ("div", "role", "main"), True),
    "docusaurus": (Renderers.mdx, None, True),
    "sphinx": (Renderers.sphinx, ("div", "class", "body"), True),
    "mdbook": (Renderers.mdbook, ("main", None, None), True),
}


def name(element):
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else "comment"


def ours(page, mark):
    root = html5lib.parse(page)
    if mark is None:
        return root.find(XHTML + "body")
    tag, key, value = mark
    for element in root.iter(XHTML + tag):
        if key is None or element.get(key) == value:
            return element
    raise Fault(f"the page has no {mark}")


def runs(page):
    """What would be carried out, wherever it stands: titles also land outside of what is ours."""
    for e in html5lib.parse(page).iter():
        if name(e) == "script" and "alert(" in words(e):
            yield f"a script that a text made: {words(e)[:80]!r}"
        for key, value in e.attrib.items():
            if key.lower().startswith("on") and "alert(" in value:
                yield f"<{name(e)} {key}={value!r}>"


def words(element):
    return "".join(element.itertext())


def plain(text):
    """Text without what programs improve: blanks, quotation marks, dashes."""
    for marks, one in (("“”„", '"'), ("‘’", "'"), ("–—", "-"), ("…", "...")):
        for mark in marks:
            text = text.replace(mark, one)
    return re.sub(r"-+", "-", " ".join(text.split()))


def slug(text, dialect):
    """The rule of GitHub; GitLab makes one hyphen of several."""
    text = re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-")
    return re.sub(r"-+", "-", text) if dialect == "gitlab" else text


def anchors(body, dialect, has_ids):
    if has_ids:
        return [e.get("id") for e in body.iter() if e.get("id")]
    seen, out = {}, []
    for e in body.iter():
        if name(e) in ("h1", "h2", "h3", "h4", "h5", "h6"):
            base = one = slug(words(e), dialect)
            while one in seen:
                seen[base] += 1
                one = f"{base}-{seen[base]}"
            seen[one] = 0
            out.append(one)
    return out


def counted(body):
    """How many of each element; an address in a text that a program made a link of is none of ours."""
    made = collections.Counter(name(e) for e in body.iter())
    # Sphinx puts each word of code into one.
    del made["span"]
    made["a"] -= sum(e.get("href", "").rstrip("/") == words(e).rstrip("/") for e in body.iter(XHTML + "a"))
    return made


def faults(dialect, page, body, calm, texts, has_ids):
    count = counted(body)
    if calm is not None and count != calm:
        for tag in sorted(set(count) | set(calm)):
            if count[tag] != calm[tag]:
                yield f"{count[tag]} <{tag}>, {calm[tag]} with calm words"
    for tag in sorted(set(count) - KNOWN - OWN.get(dialect, set())):
        yield f"a <{tag}> that is not ours"
    ids = set(anchors(body, dialect, has_ids))
    links = 0
    for e in body.iter():
        for key, value in e.attrib.items():
            if key.lower().startswith("on") or key == "style" and name(e) not in ("th", "td", "col"):
                yield f"<{name(e)} {key}={value!r}>"
        target = e.get("href") if name(e) == "a" else None
        if target is None:
            continue
        inner = "headerlink" in (e.get("class") or "") or "header" == (e.get("class") or "")
        if target.startswith("#") and not inner:
            links += 1
            if target[1:] not in ids:
                yield f"a link to {target}, where nothing is"
        elif not re.match(r"#|https?:|mailto:|(\./|\.\./|_images/|_downloads/|calm|hostile|report)[\w.%/-]*", target):
            yield f"a link to {target!r}"
    if links < 10:
        yield f"{links} links within the page"
    for e in body.iter(XHTML + "img"):
        if not re.fullmatch(r"(\./|_images/)?report[\w.-]*\.(svg|png)", e.get("src") or ""):
            yield f"a picture of {e.get('src')!r}"
    for table in body.iter(XHTML + "table"):
        columns = None
        for row in table.iter(XHTML + "tr"):
            cells = [c for c in row if name(c) in ("th", "td")]
            columns = columns or len(cells)
            if len(cells) != columns:
                yield f"a row of {len(cells)} cells where the head has {columns}: {words(row)[:80]!r}"
    folded = 0
    for d in body.iter(XHTML + "details"):
        folded += 1
        inner = [c for c in d if name(c) != "summary"]
        if not inner or name(d[0]) != "summary" or not words(d[0]).strip():
            yield "details without a summary or without a body"
        loose = (d.text or "") + "".join(c.tail or "" for c in d)
        if loose.strip():
            yield f"details with text that is no block: {loose.strip()[:80]!r}"
        for c in inner:
            if re.search(r"\| --- \||\]\(#|^- \*\*", words(c)):
                yield f"details with Markdown that nobody read: {words(c)[:80]!r}"
    if folded < 5:
        yield f"{folded} details"
    said = plain(words(body))
    for text in texts:
        if plain(text) not in said:
            yield f"the page does not say {text!r}"


def main(work, tools, dialects):
    renderers = Renderers(tools)
    wrong = 0
    for dialect in dialects:
        render, mark, has_ids = PROGRAMS[dialect]
        folder = os.path.join(work, dialect)
        pages = sorted(p[:-3] for p in os.listdir(folder) if p.endswith(".md"))
        out = os.path.join(work, "made", dialect)
        shutil.rmtree(out, ignore_errors=True)
        texts = json.loads(read(os.path.join(work, "texts.json")))
        try:
            made = render(renderers, folder, pages, out)
        except Fault as fault:
            print(f"{dialect}: {fault}")
            wrong += 1
            continue
        calm = None
        for page in ["calm"] + [p for p in pages if p != "calm"]:
            body = ours(made[page], mark)
            found = list(runs(made[page])) + list(faults(dialect, page, body, calm, texts.get(page, []), has_ids))
            if page == "calm":
                calm = counted(body)
            for fault in found[:20]:
                print(f"{dialect}, {page}: {fault}")
            wrong += len(found)
        print(f"{dialect}: {len(pages)} pages looked at")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:] or list(PROGRAMS)))
