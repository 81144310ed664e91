#!/usr/bin/env bash
# The scripts say what they do, refuse what they do not know, and hold the house's own rules.
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
cd /

for script in build demo test check sanitize fuzz bench screenshots; do
  check_status 0 "$source_root/scripts/$script" --help
  check "$script --help says how to call it" grep -q "scripts/$script" "$scratch/out"
done
for script in build demo check sanitize bench screenshots; do
  check_status 2 "$source_root/scripts/$script" --no-such-option
done
check_status 2 "$source_root/scripts/demo" --port douze
check_status 2 "$source_root/scripts/demo" --port

check_status 0 "$source_root/scripts/check" --quick

# CI runs what the README tells a newcomer to run.
check "the README names the test command" grep -qxF '$ scripts/test' "$source_root/README.md"
check "CI runs that command" grep -qF 'scripts/test' "$source_root/.ci/run"

# A breach of the include directions is seen.
copy_tree "$scratch/tree"
git -C "$scratch/tree" init -q
echo '#include "server/search/archive.h"' >>"$scratch/tree/indexer/main.cpp"
check_status 2 "$scratch/tree/scripts/check" --quick
check "the breach is named" grep -q 'indexer/main.cpp' "$scratch/out"
# So are two types of one name.
printf 'namespace gazette::server {\nstruct Archive {\n' >"$scratch/tree/server/query/again.h"
check_status 2 "$scratch/tree/scripts/check" --quick
check "the second type is named" grep -q 'gazette::server::Archive .*again.h' "$scratch/out"
passed
