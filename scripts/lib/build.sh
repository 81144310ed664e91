# Configuring and building one CMake preset, with as many jobs as cores and memory bear.
# The caller sets root, the source tree.
# shellcheck shell=bash disable=SC2154

# One compiler may take this much memory on the largest sources (measured: 0.9 GiB with sanitizers).
readonly kib_per_job=$((1200 * 1024))

# build_jobs: prints the number of parallel jobs.
build_jobs() {
  local cores available
  cores=$(nproc 2>/dev/null || echo 1)
  available=$(awk '/^MemAvailable:/ {print $2}' /proc/meminfo 2>/dev/null)
  local by_memory=$((${available:-$kib_per_job} / kib_per_job))
  [ "$by_memory" -ge 1 ] || by_memory=1
  echo $((cores < by_memory ? cores : by_memory))
}

# preset_directory PRESET: where CMakePresets.json has it built.
preset_directory() {
  if [ "$1" = release ]; then echo "$root/build"; else echo "$root/build/$1"; fi
}

# configure_preset PRESET: when needed.
configure_preset() {
  local preset=$1 directory
  directory=$(preset_directory "$preset")
  local options=()
  command -v ccache >/dev/null && options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  # A tree that was moved or copied has a cache that names its old place: start it anew.
  if [ -f "$directory/CMakeCache.txt" ] &&
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$directory/CMakeCache.txt"; then
    options+=(--fresh)
    rm -f -- "$directory/build.ninja"
  fi
  [ ! -f "$directory/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$directory/CMakeCache.txt" ] || return 0
  say "Configuration ($preset)"
  (cd "$root" && cmake --preset "$preset" -DCMAKE_EXPORT_COMPILE_COMMANDS=ON "${options[@]}" --log-level=WARNING) >&2 ||
    die "La configuration de $preset a échoué (voir ci-dessus)."
}

# build_preset PRESET [NINJA_TARGET...]: configures when needed, builds; leaves the programs in bin/.
build_preset() {
  local preset=$1
  shift
  configure_preset "$preset"
  say "Compilation ($preset)"
  ninja -C "$(preset_directory "$preset")" -j "$(build_jobs)" "$@" >&2 ||
    die "La compilation de $preset a échoué (voir ci-dessus)."
}
