#!/usr/bin/env bash
# Every command of indexer/push/PUSH.md runs, in one shell and one folder, and prints what the page shows; in what is
# shown … stands for any text. A command that ends in & is waited for until it serves or watches.
# Usage: push_test.sh DIRECTORY_OF_PROGRAMS
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
PATH=$1:$PATH
export LC_ALL=C
unset GAZETTE_DB
readonly shown_address=127.0.0.1:7701
address=$shown_address
trap 'kill $(jobs -p) 2>/dev/null || true; wait; cleanup' EXIT
cd "$scratch"

# start COMMAND: in the background; a server gets a free port, which is found in what it prints.
start() {
  local tries
  : >started.out
  eval "${1//$shown_address/127.0.0.1:0} >started.out 2>started.err &"
  for ((tries = 0; tries < 300; tries++)); do
    case "$1" in
      *' serve '*) address=$(sed -n 's|^http://||p' started.out); [ -z "$address" ] || return 0 ;;
      *) [ ! -d depot/rejected ] || return 0 ;;
    esac
    sleep 0.1
  done
  cat started.err >&2
  fail "PUSH.md: did not start: $1"
}

# compare COMMAND: its output, in out, against the lines in shown.
compare() {
  local -a output shown
  local i pattern
  mapfile -t output <out
  mapfile -t shown <shown
  [ "${#output[@]}" -eq "${#shown[@]}" ] || fail "PUSH.md: « $1 » prints: $(cat out)"
  for i in "${!shown[@]}"; do
    pattern=$(sed -e 's/[][\\*?()|+@!]/\\&/g' -e 's/…/*/g' <<<"${shown[i]}")
    # shellcheck disable=SC2053  # a pattern is what it is
    [[ ${output[i]} == $pattern ]] || fail "PUSH.md: « $1 » prints « ${output[i]} », not « ${shown[i]} »"
  done
  checks=$((checks + 1))
}

command=''
finish_command() {
  [ -n "$command" ] || return 0
  case "$command" in
    *'&') start "${command%&}" ;;
    *)
      eval "${command//$shown_address/$address}" >raw 2>&1 </dev/null || { cat raw >&2; fail "PUSH.md: « $command »"; }
      { cat raw; [ -z "$(tail -c1 raw)" ] || echo; } >out
      compare "$command" ;;
  esac
  command=''
}

in_block=''
: >shown
while IFS= read -r line; do
  case "$line" in
    '```console') in_block=yes ;;
    '```') finish_command; in_block='' ;;
    '$ '*) [ -z "$in_block" ] || { finish_command; command=${line#\$ }; : >shown; } ;;
    *) [ -z "$in_block" ] || printf '%s\n' "$line" >>shown ;;
  esac
done <"$source_root/indexer/push/PUSH.md"
check "the page has commands" test "$checks" -ge 7

# What the page says of the programs themselves.
check_status 2 gazette-indexer serve --db x
check_status 2 gazette-indexer serve --db x --listen nowhere --token-file jetons
check_status 2 gazette-indexer serve --db x --listen 127.0.0.1:0 --token-file none
check_status 2 gazette-indexer serve --db archive --listen 127.0.0.1:0 --token-file jetons
check "a second writer is told" grep -q 'déjà ouverte en écriture' "$scratch/err"
check_status 2 gazette-indexer watch --db x
check_status 2 gazette-indexer watch --db x nowhere
check_status 0 gazette-indexer serve --help
check_status 0 gazette-indexer watch --help --lang en
kill -TERM %1 %2
check "serve stops cleanly" wait %1
status=0
wait %2 || status=$?
check "watch tells that some was rejected" test "$status" -eq 1
check_status 0 gazette-indexer check --db archive
check_status 0 gazette-indexer check --db archive2
passed
