# The sources that a check looks at, and the checks that run a tool over them.
# The caller sets root and stands in it.
# shellcheck shell=bash disable=SC2154

# sources ALL PATTERN: tracked and new files that match; without ALL only what differs from upstream
# (from the last commit when there is none).
sources() {
  if [ -n "$1" ]; then
    git ls-files --cached --others --exclude-standard -- "$2"
    return
  fi
  local base
  base=$(git merge-base HEAD '@{upstream}' 2>/dev/null || echo HEAD)
  {
    git diff --name-only --diff-filter=d "$base" -- "$2"
    git ls-files --others --exclude-standard -- "$2"
  } | sort -u
}

format_faults() {
  sources yes '*.h' | cat - <(sources yes '*.cpp') | tr '\n' '\0' |
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

# tidy_faults UNIT...: units that the dev build knows.
tidy_faults() {
  [ $# -gt 0 ] || return 0
  local database
  database=$(preset_directory dev)
  printf '%s\n' "$@" | while IFS= read -r unit; do
    if grep -qF "\"$root/$unit\"" "$database/compile_commands.json"; then printf '%s\0' "$unit"; fi
  done | xargs -0 -r -P "$(build_jobs)" -n 1 clang-tidy -p "$database" --quiet 2>/dev/null | grep -A2 'error:' || true
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
