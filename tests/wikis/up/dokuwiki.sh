#!/usr/bin/env bash
# A DokuWiki of Debian's package on the loopback, with its own pages and files in a folder.
#   dokuwiki.sh DIR PORT
# Prints the server's process id when it answers. Account admin, password Adm1nPassw0rd!
# Needs: dokuwiki php-cli php-xml
set -euo pipefail
dir=$1 port=$2
mkdir -p "$dir/conf"
cp -rL /usr/share/dokuwiki/. "$dir/" 2>/dev/null || true
rm -f "$dir/.htaccess"
cp -L /etc/dokuwiki/*.conf /etc/dokuwiki/dokuwiki.php /etc/dokuwiki/license.php /etc/dokuwiki/mediameta.php \
  /etc/dokuwiki/plugins*.php /etc/dokuwiki/manifest.json "$dir/conf/"
cp -r /var/lib/dokuwiki/data "$dir/data"
cat >"$dir/inc/preload.php" <<END
<?php
if (!defined('DOKU_CONF')) define('DOKU_CONF', '$dir/conf/');
if (!defined('DOKU_MAIN_CONF')) define('DOKU_MAIN_CONF', '$dir/conf/');
END
cat >"$dir/conf/local.php" <<END
<?php
\$conf['title'] = 'Wiki';
\$conf['savedir'] = '$dir/data';
\$conf['useacl'] = 1;
\$conf['superuser'] = '@admin';
\$conf['remote'] = 1;
\$conf['remoteuser'] = '';
\$conf['iexssprotect'] = 0; // takes HTML as an attachment
END
printf 'html\t!text/html\njson\t!application/json\n' >"$dir/conf/mime.local.conf"
printf 'admin:%s:Admin:admin@localhost:admin,user\n' \
  "$(php -r 'echo password_hash("Adm1nPassw0rd!", PASSWORD_BCRYPT);')" >"$dir/conf/users.auth.php"
printf '*\t@ALL\t1\n*\t@user\t8\n' >"$dir/conf/acl.auth.php"

exec "$(dirname "$0")/serve.sh" "$dir" "$dir" "$port" "/doku.php"
