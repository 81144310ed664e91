#!/usr/bin/env bash
# Every command of indexer/enrich/PLACES.md runs, and prints what the page shows; … stands for any text of a line.
# Usage: places_test.sh DIRECTORY_OF_PROGRAMS
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
export LC_ALL=C.UTF-8  # messages in French, as the page shows them
tree=$scratch/gazette
copy_tree "$tree"
mkdir -p "$tree/build"
ln -s "$1" "$tree/build/bin"

# plain FILE: no-break spaces as the page has them, plain.
plain() { sed -e 's/\xc2\xa0/ /g' -e 's/\xe2\x80\xaf/ /g' "$1"; }

# run_command COMMAND: its output must be the lines in $scratch/shown.
run_command() {
  local -a output shown
  local i pattern
  (cd "$tree" && bash -o pipefail -c "$1") >"$scratch/raw" 2>&1 </dev/null ||
    { cat "$scratch/raw" >&2; fail "PLACES.md: exit code of « $1 »"; }
  mapfile -t output < <(plain "$scratch/raw")
  mapfile -t shown < <(plain "$scratch/shown")
  [ "${#output[@]}" -eq "${#shown[@]}" ] || fail "PLACES.md: « $1 » prints ${#output[@]} lines, not ${#shown[@]}"
  for i in "${!shown[@]}"; do
    pattern=$(sed -e 's/[][\\*?()|+@!]/\\&/g' -e 's/…/*/g' <<<"${shown[i]}")
    # shellcheck disable=SC2053  # a pattern is what it is
    [[ ${output[i]} == $pattern ]] || fail "PLACES.md: « $1 » prints « ${output[i]} » where it shows « ${shown[i]} »"
  done
  checks=$((checks + 1))
}

command='' in_block=''
finish_command() {
  [ -z "$command" ] || run_command "$command"
  command=''
  : >"$scratch/shown"
}
: >"$scratch/shown"
while IFS= read -r line; do
  case "$line" in
    '```console') in_block=yes ;;
    '```') finish_command; in_block='' ;;
    '$ '*) [ -z "$in_block" ] || { finish_command; command=${line#\$ }; } ;;
    *) [ -z "$in_block" ] || printf '%s\n' "$line" >>"$scratch/shown" ;;
  esac
done <"$source_root/indexer/enrich/PLACES.md"
check "the page has commands" test "$checks" -ge 5
passed
