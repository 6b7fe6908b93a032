#!/usr/bin/env bash
# Fills fuzz/corpus with every .tm file of the repository that is not large. Run again it adds what
# is new.
set -euo pipefail
cd "$(dirname "$0")/.."

for target in parse format check; do
  mkdir -p "fuzz/corpus/$target"
  find tests examples src -name '*.tm' -size -16k | while IFS= read -r file; do
    cp "$file" "fuzz/corpus/$target/$(sha256sum "$file" | cut -c1-40)"
  done
  echo "$target: $(find "fuzz/corpus/$target" -type f | wc -l) texts"
done
