# The sources that a check looks at, and the checks that run a tool over them.
# The caller sets root and stands in it.
# shellcheck shell=bash disable=SC2154

# sources SINCE PATTERN: tracked and new files that match and differ from a commit; all for SINCE "all"; for an
# empty SINCE what differs from upstream (from the last commit when there is none).
sources() {
  if [ "$1" = all ]; then
    git ls-files --cached --others --exclude-standard -- "$2"
    return
  fi
  local base=$1
  [ -n "$base" ] || base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || echo HEAD)
  {
    git diff --name-only --diff-filter=d "$base" -- "$2"
    git ls-files --others --exclude-standard -- "$2"
  } | sort -u
}

# units_to_tidy SINCE: the units among them, and for each header its own unit or one that includes it.
units_to_tidy() {
  sources "$1" '*.cpp'
  [ "$1" != all ] || return 0
  local header
  sources "$1" '*.h' | while IFS= read -r header; do
    if [ -f "${header%.h}.cpp" ]; then
      printf '%s\n' "${header%.h}.cpp"
    else
      git grep --untracked -lF "\"$header\"" -- '*.cpp' | head -n 1
    fi
  done
}

format_faults() {
  sources all '*.h' | cat - <(sources all '*.cpp') | tr '\n' '\0' |
    xargs -0 -r clang-format --dry-run -Werror 2>&1 | grep 'error:' || true
}

# header_faults HEADER...: each must compile with nothing before it.
header_faults() {
  [ $# -gt 0 ] || return 0
  local flags
  flags=$(pkg-config --cflags xapian-core icu-uc icu-i18n libzstd libxxhash cpp-httplib)
  printf '%s\0' "$@" | xargs -0 -P "$(build_jobs)" -I{} sh -c \
    "g++ -std=c++20 -I. $flags -fsyntax-only -x c++ -include '{}' /dev/null 2>&1 | grep -m3 error" || true
}

# What one clang-tidy process runs: DATABASE CLEAN KEY UNIT. A unit without a finding leaves its key in CLEAN.
# shellcheck disable=SC2016  # expanded by the shell that runs it
readonly tidy_one='
  found=$(clang-tidy -p "$0" --quiet "$3" 2>/dev/null | grep -A2 "error:")
  if [ -n "$found" ]; then printf "%s\n" "$found"; elif [ "$2" != - ]; then : >"$1/$2"; fi'

# tidy_faults UNIT...: of those that the dev build knows. One that is as it was when nothing was found is passed over.
tidy_faults() {
  [ $# -gt 0 ] || return 0
  local database clean key unit
  database=$(preset_directory dev)
  clean=$database/tidy
  mkdir -p "$clean"
  printf '%s\n' "$@" | python3 scripts/lib/tidy_keys.py "$database" |
    while read -r key unit; do [ -e "$clean/$key" ] || printf '%s\0%s\0' "$key" "$unit"; done |
    xargs -0 -r -P "$(build_jobs)" -n 2 sh -c "$tidy_one" "$database" "$clean"
}

script_faults() {
  local scripts
  mapfile -t scripts < <(git -C "$root" grep --untracked -lE '^#!/usr/bin/env bash|^# shellcheck shell=bash' -- scripts .ci tests)
  (
    cd "$root" || exit
    for script in "${scripts[@]}"; do bash -n "$script" 2>&1 || true; done
    if command -v shellcheck >/dev/null; then shellcheck -x -P "$root" "${scripts[@]}" || true; fi
  )
}
