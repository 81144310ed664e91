# A demo in the background for a test: start_demo sets demo_url; it ends with the test.
# shellcheck shell=bash disable=SC2154

demo_pid=''
demo_url=''

# start_demo TREE PROGRAMS: serves TREE's sample corpus on a free port with the programs there.
start_demo() {
  local tries
  "$1/scripts/demo" --port 0 --bin "$2" >"$scratch/demo.out" 2>"$scratch/demo.err" </dev/null &
  demo_pid=$!
  for ((tries = 0; tries < 600; tries++)); do
    demo_url=$(grep -o 'http://127\.0\.0\.1:[0-9]*' "$scratch/demo.out" || true)
    [ -z "$demo_url" ] || return 0
    kill -0 "$demo_pid" 2>/dev/null || break
    sleep 0.1
  done
  cat "$scratch/demo.err" >&2
  fail "the demo does not serve"
}

# stop_demo: its exit code.
stop_demo() {
  [ -n "$demo_pid" ] || return 0
  kill -TERM "$demo_pid" 2>/dev/null || true
  local status=0
  wait "$demo_pid" 2>/dev/null || status=$?
  demo_pid=''
  return "$status"
}

cleanup() {
  stop_demo || true
  rm -rf -- "$scratch"
}
