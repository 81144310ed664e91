#!/usr/bin/env bash
# scripts/demo from another folder, in a tree whose path has spaces: index, serve, answer, stop.
# Usage: demo_test.sh DIRECTORY_OF_PROGRAMS
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=tests/cli/demo.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/demo.sh"
programs=$1
tree="$scratch/un dossier d'été"
copy_tree "$tree"
cd /

check_status 0 "$tree/scripts/demo" --once --port 0 --bin "$programs"
check "one answer is printed" grep -q '"total":[1-9]' "$scratch/out"
check_status 0 "$tree/scripts/demo" --once --port 0 --bin "$programs"
check "a second run answers too" grep -q '"total":[1-9]' "$scratch/out"

# An archive that cannot be read is made anew.
rm -rf -- "$tree/build/demo/archive"
mkdir -p "$tree/build/demo/archive"
echo "rien d'utile" >"$tree/build/demo/archive/iamglass"
check_status 0 "$tree/scripts/demo" --once --port 0 --bin "$programs"
check "an archive made anew answers" grep -q '"total":[1-9]' "$scratch/out"

# In the foreground until it is told to stop; the line that it prints can be pasted.
start_demo "$tree" "$programs"
check "the curl line answers" bash -c "$(cat "$scratch/demo.out") -sS --fail | grep -q '\"total\":[1-9]'"
check "it stops cleanly" stop_demo
check_status 7 curl -sS "$demo_url/healthz"
check "it leaves no log behind" test -z "$(find "$tree/build/demo" -name '*.log')"
passed
