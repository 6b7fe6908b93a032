"""Runs the other client against a server without TLS: it speaks nothing but https, so what it asks is sent as http.

usage: drive.py HOST:PORT ARGUMENTS...
"""

import sys

import requests

host, arguments = sys.argv[1], sys.argv[2:]
send = requests.Session.request


def plain(self, method, url, **rest):
    rest.setdefault("timeout", 20)
    return send(self, method, url.replace(f"https://{host}/", f"http://{host}/", 1), **rest)


requests.Session.request = plain

from md2conf.__main__ import main  # noqa: E402

sys.argv = ["md2conf", *arguments]
main()
