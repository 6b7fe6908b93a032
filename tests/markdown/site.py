"""Builds a site with its own generator, and follows from some of its pages what they lead to: pages, places in them,
pictures and files must be there, and the site's navigation must name each of the pages.

Called with the folder of the site, whose pages lie in `docs`, the folder of the generators, the kind of the site, and the
pages as they are called in `docs`, without their ending. What is wrong goes to standard output, a line each.
"""

import json
import os
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"


def run(command, **more):
    made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)
    if made.returncode:
        print(f"{os.path.basename(command[0])} ends with {made.returncode}: {made.stdout[-3000:]}")
        sys.exit(1)


def mkdocs(site, tools, out, pages):
    run([os.path.join(tools, "venv", "bin", "mkdocs"), "build", "--strict", "--quiet", "-d", out], cwd=site)
    return {p: os.path.join(out, p, "index.html") for p in pages}, "index.html"


def sphinx(site, tools, out, pages):
    run([os.path.join(tools, "venv", "bin", "sphinx-build"), "-q", "-W", "--keep-going", "docs", out], cwd=site)
    return {p: os.path.join(out, p + ".html") for p in pages}, "index.html"


def mdbook(site, tools, out, pages):
    run([os.path.join(tools, "venv", "bin", "mdbook"), "build", "-d", out, site])
    return {p: os.path.join(out, p + ".html") for p in pages}, "toc.html"


def docusaurus(site, tools, out, pages):
    """Only its compiler of pages is installed: they are compiled beside their files, and what leads to a page's text
    leads to what it became. It lists pages by itself, so no navigation is looked at."""
    made = {p: os.path.join(site, "docs", p + ".html") for p in pages}
    jobs = [{"how": "mdx", "from": os.path.join(site, "docs", p + ".md"), "to": to} for p, to in made.items()]
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "render.mjs")
    run(["node", script, os.path.join(tools, "node", "package.json")], input=json.dumps(jobs))
    return made, None


class Pages:
    """Pages of HTML, each read once."""

    def __init__(self):
        self.read = {}

    def __getitem__(self, path):
        if path not in self.read:
            with open(path, "rb") as f:
                self.read[path] = html5lib.parse(f.read())
        return self.read[path]

    def ids(self, path):
        return {e.get("id") for e in self[path].iter() if e.get("id")}

    def links(self, path):
        """What the page leads to and shows: the attribute, and the file with the place in it."""
        for e in self[path].iter():
            for key in ("href", "src", "data"):
                target = e.get(key)
                if target is None or not isinstance(e.tag, str) or e.tag.removeprefix(XHTML) in ("link", "script"):
                    continue
                url = urlsplit(target)
                if url.scheme or url.netloc:
                    continue
                there = path
                if url.path:
                    there = os.path.normpath(os.path.join(os.path.dirname(path), unquote(url.path)))
                if os.path.isdir(there):
                    there = os.path.join(there, "index.html")
                yield target, there, unquote(url.fragment)


def faults(made, navigation, out):
    pages = Pages()
    followed = {"pages": 0, "places": 0, "files": 0}
    for name, path in made.items():
        if not os.path.isfile(path):
            yield f"{name} was not built"
            continue
        for target, there, place in pages.links(path):
            if there.endswith(".md"):
                there = there.removesuffix(".md") + ".html"
            if not os.path.isfile(there):
                yield f"{name} leads to {target!r}, and nothing is there"
            elif not there.endswith(".html"):
                followed["files"] += 1
            elif place and place not in pages.ids(there):
                yield f"{name} leads to {target!r}, where no such place is"
            else:
                followed["places" if place else "pages"] += there != path or bool(place)
    for what, count in followed.items():
        if not count:
            yield f"no {what} were followed"
    if navigation:
        listed = {there for _, there, _ in pages.links(os.path.join(out, navigation))}
        for name, path in made.items():
            if path not in listed:
                yield f"the navigation does not name {name}"


def main(site, tools, kind, pages):
    out = os.path.join(site, "out")
    made, navigation = globals()[kind](site, tools, out, pages)
    found = list(faults(made, navigation, out))
    print("\n".join(found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*(os.path.abspath(p) for p in sys.argv[1:3]), sys.argv[3], sys.argv[4:]))
