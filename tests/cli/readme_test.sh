#!/usr/bin/env bash
# Every command of the README, and of the pages beside the code, runs, and prints what is shown there. In a ```console block a line
# that starts with "$ " is a command; the lines under it, if any, are its output, where … stands for
# any text of a line. They run one after the other in one folder, against the demo's archive.
# Usage: readme_test.sh DIRECTORY_OF_PROGRAMS
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=tests/cli/demo.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/demo.sh"
programs=$1
export LC_ALL=C.UTF-8  # messages in French, as the README shows them
readonly shown_url=http://127.0.0.1:7700
readonly pages=(README.md indexer/readers/FORMATS.md server/http/API.md)

# A folder that looks like the tree after scripts/build.
tree=$scratch/gazette
copy_tree "$tree"
mkdir -p "$tree/build"
ln -s "$programs" "$tree/build/bin"
start_demo "$tree" "$programs"

# matches LINE SHOWN: equal, but for the … of SHOWN.
matches() {
  local pattern
  pattern=$(sed -e 's/[][\\*?()|+@!]/\\&/g' -e 's/…/*/g' <<<"$2")
  # shellcheck disable=SC2053  # a pattern is what it is
  [[ $1 == $pattern ]]
}

# compare COMMAND: the output of the last command against the lines in $scratch/shown; a last line
# that is … alone stands for any number of lines.
compare() {
  local -a output shown
  local i rest=''
  mapfile -t output <"$scratch/out"
  mapfile -t shown <"$scratch/shown"
  [ "${#shown[@]}" -gt 0 ] || return 0
  if [ "${shown[-1]}" = … ]; then
    rest=yes
    unset 'shown[-1]'
  fi
  for i in "${!shown[@]}"; do
    matches "${output[i]-}" "${shown[i]}" ||
      fail "README: « $1 » prints « ${output[i]-} » where it shows « ${shown[i]} »"
  done
  [ -n "$rest" ] || [ "${#output[@]}" -eq "${#shown[@]}" ] ||
    fail "README: « $1 » prints ${#output[@]} lines, not ${#shown[@]}"
}

# run_command COMMAND: runs it in the tree; scripts that build are only looked at, the demo runs
# already, a server is stopped once it serves.
run_command() {
  local command=${1//$shown_url/$demo_url}
  : >"$scratch/out"
  case "$command" in
    scripts/*) check "README: $command exists" test -x "$tree/${command%% *}" ;;
    'build/bin/gazette-server --db '*)
      check "README: $command serves" bash -c "cd '$tree' && . scripts/lib/say.sh && . scripts/lib/server.sh &&
        start_server '$scratch/server.log' $command --listen 127.0.0.1:0 && stop_server" ;;
    *)
      (cd "$tree" && bash -o pipefail -c "$command") >"$scratch/raw" 2>&1 </dev/null ||
        { cat "$scratch/raw" >&2; fail "README: exit code of « $command »"; }
      # The README has plain spaces where a text has no-break ones: nobody could tell them apart.
      sed -e "s|$demo_url|$shown_url|g" -e 's/\xc2\xa0/ /g' -e 's/\xe2\x80\xaf/ /g' "$scratch/raw" >"$scratch/out"
      checks=$((checks + 1)) ;;
  esac
}

command=''
finish_command() {
  [ -n "$command" ] || return 0
  sed -i -e 's/\xc2\xa0/ /g' -e 's/\xe2\x80\xaf/ /g' "$scratch/shown"
  run_command "$command"
  compare "$command"
  command=''
  : >"$scratch/shown"
}

: >"$scratch/shown"
in_block='' continued=''
while IFS= read -r line; do
  case "$line" in
    '```console') in_block=yes; continue ;;
    '```') [ -z "$in_block" ] || finish_command; in_block='' continued=''; continue ;;
  esac
  [ -n "$in_block" ] || continue
  if [ -n "$continued" ]; then
    command+=$'\n'$line
  elif [[ $line == '$ '* ]]; then
    finish_command
    command=${line#\$ }
  else
    printf '%s\n' "$line" >>"$scratch/shown"
    continue
  fi
  case "$line" in *\\) continued=yes ;; *) continued='' ;; esac
done < <(for page in "${pages[@]}"; do cat "$source_root/$page"; done)
check "the README has commands" test "$checks" -ge 5
passed
