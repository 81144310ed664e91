# What driving the pages with a real browser needs: Chromium and Node.js from Debian, and the packages
# that tests/browser/package-lock.json pins. The caller sets root and has sourced packages.sh.
# shellcheck shell=bash disable=SC2154

# want_browser: gets what is missing; without it tests/browser says SKIPPED.
want_browser() {
  local folder=$root/tests/browser
  want_packages "${browser_packages[@]}"
  command -v npm >/dev/null || return 0
  # npm leaves its own copy of the lock file in what it installed.
  [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ] || return 0
  say "Paquets npm de tests/browser"
  npm ci --prefix "$folder" >&2 || say "npm ci a échoué : les tests du navigateur seront sautés."
}
