#!/usr/bin/env bash
# gazette-server as a person starts it: options, exit codes, free port, waiting for a database, stop.
# Usage: server_test.sh DIRECTORY_OF_PROGRAMS
# shellcheck source=tests/cli/lib.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"
programs=$1
server=$programs/gazette-server
archive=$scratch/archive
url='' pid=''
trap '[ -z "$pid" ] || kill -KILL "$pid" 2>/dev/null; cleanup' EXIT
unset GAZETTE_DB GAZETTE_LISTEN GAZETTE_CONFIG LC_ALL LC_MESSAGES
export LANG=C

# start ARGUMENTS...: in the background on a free port; waits for the URL on standard output.
start() {
  local tries
  : >"$scratch/url"  # or the last server's may be read before this one's shell has emptied it
  "$server" --listen 127.0.0.1:0 "$@" >"$scratch/url" 2>"$scratch/log" </dev/null &
  pid=$!
  for ((tries = 0; tries < 300; tries++)); do
    url=$(cat "$scratch/url")
    [ -z "$url" ] || return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.1
  done
  cat "$scratch/log" >&2
  fail "the server did not start: $*"
}

# stop: asks it to stop; its exit code.
stop() {
  local status=0
  kill -TERM "$pid"
  wait "$pid" || status=$?
  pid=''
  return "$status"
}

status_of() { curl -sS -o "$scratch/body" -w '%{http_code}' "$@"; }

# Help and version, in both languages, examples first.
check_status 0 "$server" --help
check "examples come first" bash -c "head -1 '$scratch/out' | grep -q '^Exemples'"
check_status 0 "$server" --help --lang en
check "English is spoken" grep -q '^Examples' "$scratch/out"
check_status 0 env LANG=en_GB.UTF-8 "$server" --help
check "the locale is heard" grep -q '^Examples' "$scratch/out"
check_status 0 "$server" --version
check "the version has a number" grep -Eq '^gazette-server [0-9]+\.[0-9]+' "$scratch/out"

# Usage errors: exit 2, what was wrong, what would be right.
check_status 2 "$server"
check "the missing database is named" grep -q -- '--db' "$scratch/err"
check_status 2 "$server" --db "$archive" --lisen 127.0.0.1:0
check "the option that was meant" grep -q -- '--listen' "$scratch/err"
check_status 2 "$server" --db "$archive" --listen nowhere
check_status 2 "$server" --db "$archive" --threads many
check_status 2 "$server" --db "$archive" --timezone Europe/Pari
check_status 2 "$server" --db "$archive" --cors-origin journal.example/x
check_status 2 "$server" --db "$archive" --keys-file "$scratch/none"
check_status 2 env GAZETTE_LISTEN=nowhere "$server" --db "$archive"
check "the variable is named" grep -q GAZETTE_LISTEN "$scratch/err"
printf 'db = "x"\n[server]\nlisten = "nowhere"\n' >"$scratch/gazette.toml"
check_status 2 "$server" --config "$scratch/gazette.toml"
check "the file is named" grep -q gazette.toml "$scratch/err"
printf '[server]\nlisen = "127.0.0.1:0"\n' >"$scratch/bad.toml"
check_status 2 "$server" --db "$archive" --config "$scratch/bad.toml"
check "the key that was meant" grep -q 'server.listen' "$scratch/err"

# Started before there is a database: 503, then answers as soon as it is there.
start --db "$archive"
check "the log says that nothing is there yet" grep -q 'pas encore de base' "$scratch/log"
check "alive" test "$(status_of "$url/healthz")" = 200
check "not ready" test "$(status_of "$url/readyz")" = 503
check_status 0 "$programs/gazette-indexer" add --db "$archive" --quiet \
  "$source_root"/sample-corpus/articles-2023.ndjson
ready=''
for ((i = 0; i < 100; i++)); do
  ready=$(status_of "$url/readyz")
  [ "$ready" = 503 ] || break
  sleep 0.1
done
check "ready once the database is there" test "$ready" = 200
check "the banner's curl line answers" bash -c "$(grep -m1 -o 'curl .*' "$scratch/log") -sS --fail | grep '\"total\":' >/dev/null"
check "a page for people" bash -c "curl -sS '$url/' | grep '<!doctype html>' >/dev/null"
check "what is asked is not logged" bash -c "! grep -q 'aide' <(sed '/curl/d' '$scratch/log')"
check "it stops cleanly" stop
check "queries are not in the log of a stopped server" bash -c "! grep -q 'q=' <(sed '/curl/d' '$scratch/log')"
check "requests are" grep -q 'GET /v1/search 200' "$scratch/log"

# Environment and config file; flags win. Queries in the log only when asked for.
printf 'db = "%s"\n[add]\nthreads = 2\n[server]\nlog_queries = true\ncors_origin = ["https://a.example"]\n' \
  "$archive" >"$scratch/gazette.toml"
start --config "$scratch/gazette.toml"
check "the file's database is served" test "$(status_of "$url/v1/search?q=port")" = 200
check "CORS of the file" bash -c "curl -sSi -H 'Origin: https://a.example' '$url/v1/stats' | grep -i '^access-control-allow-origin: https://a.example' >/dev/null"
check "it stops" stop
check "the query is logged" grep -q 'q=port' "$scratch/log"

# Stopped under load: no answer that was begun is lost.
GAZETTE_DB=$archive start --quiet
for worker in 1 2 3 4; do
  (while curl -sS --fail -o /dev/null --max-time 10 "$url/v1/search?q=le&limit=50" 2>"$scratch/curl$worker"; do :; done) &
done
sleep 0.5
check "it stops under load" stop
wait
for worker in 1 2 3 4; do  # 7: refused before a connection, which is right; 18, 52, 56: an answer cut
  check "no answer was cut" bash -c "grep -Eq '^curl: \(7\)' '$scratch/curl$worker'"
done

# A port that is taken.
start --db "$archive"
check_status 2 "$server" --db "$archive" --listen "127.0.0.1:${url##*:}"
check "the port is named" grep -q "${url##*:}" "$scratch/err"
check "it stops" stop
passed
