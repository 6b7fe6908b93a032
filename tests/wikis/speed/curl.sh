#!/usr/bin/env bash
# The calls that a publish of so many new pages makes to a MediaWiki, made by curl: the measure for our own speed.
#   curl.sh URL COUNT PICTURE TITLE
set -euo pipefail
url=$1/api.php count=$2 picture=$3 title=$4
jar=$(mktemp) file=$(mktemp)
trap 'rm -f "$jar" "$file"' EXIT
call() { curl -sSf -b "$jar" -c "$jar" "$@"; }
field() { python3 -c 'import json,sys; v=json.load(sys.stdin)
for k in sys.argv[1].split("."): v=v[k]
print(v)' "$1"; }
form() { call "$url" -d format=json -d formatversion=2 "$@"; }

token=$(form -d action=query -d meta=tokens -d type=login | field query.tokens.logintoken)
form -d action=login -d lgname=Admin@trustline -d lgpassword=0123456789abcdef0123456789abcdef \
  --data-urlencode "lgtoken=$token" >/dev/null
token=$(form -d action=query -d meta=tokens -d type=csrf | field query.tokens.csrftoken)
form -d action=query -d meta=siteinfo -d 'siprop=general|fileextensions|extensions' >/dev/null
titles=() files=()
for i in $(seq 0 $((count - 1))); do titles+=("$title/page $i") && files+=("File:$title - page $i.png"); done
for names in titles files; do
  declare -n list=$names
  form -d action=query -d 'prop=revisions|imageinfo' -d rvslots=main -d 'rvprop=ids|content' -d iiprop=sha1 \
    --data-urlencode "titles=$(IFS='|' && echo "${list[*]}")" >/dev/null
done
form -d action=query -d list=allpages --data-urlencode "apprefix=$title/" >/dev/null

for i in $(seq 0 $((count - 1))); do
  { cat "$picture" && printf '%s %s' "$title" "$i"; } >"$file"
  call "$url" -F action=upload -F format=json -F "filename=$title - page $i.png" -F ignorewarnings=1 \
    -F "comment=speed" -F assert=user -F "file=@$file;type=image/png;filename=file" -F "token=$token" |
    grep -q '"result":"Success"'
  form -d action=edit --data-urlencode "title=$title/page $i" --data-urlencode "text=Page $i [[File:$title - page $i.png]]" \
    -d createonly=1 -d bot=1 -d assert=user --data-urlencode "token=$token" |
    grep -q '"result":"Success"'
done
