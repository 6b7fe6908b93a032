#!/usr/bin/env bash
# A MediaWiki of Debian's packages on the loopback, with its own database and files in a folder.
#   mediawiki.sh DIR PORT
# Prints the server's process id when it answers. Account Admin@trustline, secret 0123456789abcdef0123456789abcdef.
# Needs: mediawiki php-cli php-sqlite3 librsvg2-bin
set -euo pipefail
dir=$1 port=$2 source=/usr/share/mediawiki
mkdir -p "$dir/data" "$dir/images" "$dir/www"

(cd "$source" && php maintenance/install.php --confpath="$dir" --dbtype=sqlite --dbpath="$dir/data" --dbname=wiki \
  --server="http://127.0.0.1:$port" --scriptpath= --lang=en --pass='Adm1nPassw0rd!' --skins=Vector \
  --with-extensions=ImageMap "Wiki" Admin >"$dir/install.log" 2>&1)

cat >>"$dir/LocalSettings.php" <<END
\$wgEnableUploads = true;
\$wgUploadDirectory = '$dir/images';
\$wgUploadPath = '/images';
\$wgSVGConverters['rsvg'] = '/usr/bin/rsvg-convert -w \$width -h \$height -o \$output \$input';
\$wgSVGConverter = 'rsvg';
\$wgMaxShellMemory = 0;
\$wgMaxShellFileSize = 0;
\$wgMainCacheType = CACHE_NONE;
\$wgJobRunRate = 0;
END
if [ "${3:-}" != png ]; then
  echo "\$wgFileExtensions[] = 'svg';" >>"$dir/LocalSettings.php"
fi

# The server's root: the package's files, but settings and uploads of our own.
for file in "$source"/*; do
  name=${file##*/}
  case $name in
    images | LocalSettings.php | config | mw-config) ;;
    *) ln -sfn "$file" "$dir/www/$name" ;;
  esac
done
ln -sfn "$dir/images" "$dir/www/images"

export MW_CONFIG_FILE="$dir/LocalSettings.php"
(cd "$source" && php maintenance/createBotPassword.php --appid trustline \
  --grants basic,createeditmovepage,editpage,uploadfile,uploadeditmovefile,delete,highvolume Admin \
  0123456789abcdef0123456789abcdef >>"$dir/install.log" 2>&1)

exec "$(dirname "$0")/serve.sh" "$dir" "$dir/www" "$port" "/api.php?action=query&meta=siteinfo&format=json"
