# A gazette-server of one's own: started in the background, waited for, stopped cleanly.
# Sets server_url and server_pid.
# shellcheck shell=bash

server_pid=''
server_url=''

# port_taken PORT: something listens there on 127.0.0.1.
port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# start_server LOG COMMAND...: runs it, finds the URL that it prints, waits until /readyz answers.
start_server() {
  local log=$1 tries
  shift
  "$@" >"$log" 2>&1 </dev/null &
  server_pid=$!
  for ((tries = 0; tries < 300; tries++)); do
    kill -0 "$server_pid" 2>/dev/null || { cat "$log" >&2; die "Le serveur s'est arrêté (voir ci-dessus)."; }
    server_url=$(grep -om1 'http://127\.0\.0\.1:[0-9]*' "$log" || true)
    [ -n "$server_url" ] && curl -fsS -o /dev/null --max-time 5 "$server_url/readyz" 2>/dev/null && return 0
    sleep 0.1
  done
  cat "$log" >&2
  die "Le serveur n'est pas prêt après 30 secondes (voir ci-dessus)."
}

# stop_server: asks it to stop and waits until it has.
stop_server() {
  [ -n "$server_pid" ] || return 0
  kill -TERM "$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=''
}

# wait_for_server: stays until the server ends; its exit code is ours.
wait_for_server() {
  local status=0
  wait "$server_pid" || status=$?
  server_pid=''
  return "$status"
}
