# Words to the person at the terminal: on stderr, so that stdout stays for data.
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$*"
  exit 2
}

# usage_of FILE: the comment block at the head of a script is its help.
usage_of() { sed -n '2,/^[^#]/{/^#/{s/^# \{0,1\}//;p;};}' "$1"; }
