#!/usr/bin/env bash
# Drives the pages for people with a real browser. Without Node.js, Chromium or the npm packages it is
# skipped, and says so. Usage: run.sh DIRECTORY_OF_PROGRAMS
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")"
readonly skipped=77  # as ctest knows it

skip() {
  printf 'SKIPPED: browser tests: %s\n' "$*"
  exit "$skipped"
}

command -v node >/dev/null || skip "no Node.js (Debian: nodejs)"
[ -d node_modules/playwright-core ] || skip "no packages (run: npm ci --prefix tests/browser)"
node -e 'import("./lib/browser.mjs").then((m) => process.exit(m.browserPath ? 0 : 1))' ||
  skip "no Chromium (Debian: chromium; or set CHROMIUM)"
exec node all.mjs "$1"
