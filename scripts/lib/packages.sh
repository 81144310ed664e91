# Debian packages: which ones each task needs, and installing those that are missing.
# shellcheck shell=bash disable=SC2034

readonly build_packages=(
  cmake ninja-build g++ pkg-config
  libxapian-dev libicu-dev libstemmer-dev nlohmann-json3-dev libcli11-dev
  libtomlplusplus-dev libzstd-dev libxxhash-dev libroaring-dev libcpp-httplib-dev zlib1g-dev libdeflate-dev libsimdjson-dev
  libpugixml-dev libgumbo-dev)
readonly test_packages=(doctest-dev curl jq git python3)
browser_packages=(chromium fonts-liberation)  # for tests/browser, which is skipped without them
command -v node >/dev/null || browser_packages+=(nodejs)
command -v npm >/dev/null || browser_packages+=(npm)
readonly browser_packages
readonly check_packages=(clang-format clang-tidy shellcheck git)
readonly fuzz_packages=(clang libclang-rt-dev)

# missing_packages PACKAGE...: prints those that dpkg does not have installed, one a line.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  local package
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || printf '%s\n' "$package"
  done
}

# as_root COMMAND...: runs it as root, by sudo when needed.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# need_packages PACKAGE...: quick and silent when all are there; else one apt-get for the rest.
need_packages() {
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "Système sans apt : vérifiez que ces paquets (noms Debian 12) ou leurs équivalents sont là : $*"
    return 0
  fi
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ "${#missing[@]}" -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    die "Il manque des paquets et il n'y a pas de sudo. En tant que root : apt-get update && apt-get install ${missing[*]}"
  fi
  say "Installation depuis Debian : ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  as_root "${apt[@]}" update >&2 || say "apt-get update a échoué ; essai avec les listes déjà là."
  as_root "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >&2 </dev/null ||
    die "L'installation a échoué. Relancez, ou installez vous-même : apt-get install ${missing[*]}"
}

# want_packages PACKAGE...: as need_packages, but what cannot be had is only told.
want_packages() { (need_packages "$@") || say "On s'en passe : $*"; }
