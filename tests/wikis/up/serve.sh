#!/usr/bin/env bash
# A wiki's PHP on the loopback, with its log in a folder.
#   serve.sh DIR ROOT PORT PAGE
# Prints the server's process id when it answers for this page.
set -euo pipefail
dir=$1 root=$2 port=$3 page=$4

# One process: workers outlive the one that started them.
php -d upload_max_filesize=64M -d post_max_size=80M -S "127.0.0.1:$port" -t "$root" >"$dir/server.log" 2>&1 </dev/null &
echo $!
for _ in $(seq 600); do
  curl -sf -o /dev/null "http://127.0.0.1:$port$page" && exit 0
  sleep 0.1
done
kill $!
exit 1
