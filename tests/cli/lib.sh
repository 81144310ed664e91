# What the command-line tests share: a temporary folder, failures with a reason, a plain last line.
# shellcheck shell=bash
set -euo pipefail

source_root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd -P)
scratch=$(mktemp -d)
cleanup() { rm -rf -- "$scratch"; }
trap cleanup EXIT
checks=0

fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

# check REASON COMMAND...: the command must succeed.
check() {
  local reason=$1
  shift
  "$@" || fail "$reason: $*"
  checks=$((checks + 1))
}

# check_status STATUS COMMAND...: the command must exit with it; its output goes to $scratch/out, err.
check_status() {
  local expected=$1 status=0
  shift
  "$@" >"$scratch/out" 2>"$scratch/err" </dev/null || status=$?
  if [ "$status" -ne "$expected" ]; then
    cat "$scratch/out" "$scratch/err" >&2
    fail "exit $status instead of $expected: $*"
  fi
  checks=$((checks + 1))
}

# copy_tree DIRECTORY: the sources as a clone would have them, with what is not committed yet.
copy_tree() {
  mkdir -p "$1"
  (cd "$source_root" && git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -cf - -T -) |
    tar -xf - -C "$1"
}

passed() { printf '%d checks passed\n' "$checks"; }
