# Who may include whom: prints each breach of the house's directions as FILE:LINE:TEXT, reason.
# The caller sets root.
# shellcheck shell=bash disable=SC2154

# breaches REASON PATTERN PATHSPEC...: lines of tracked or new sources that match.
breaches() {
  local reason=$1 pattern=$2
  shift 2
  git -C "$root" grep --untracked -nE "$pattern" -- "$@" | sed "s|\$|    <- $reason|" || true
}

include_breaches() {
  breaches "common/ n'inclut ni indexer/ ni server/" '^#include "(indexer|server)/' 'common/'
  breaches "indexer/ n'inclut pas server/" '^#include "server/' 'indexer/'
  breaches "server/ n'inclut pas indexer/" '^#include "indexer/' 'server/'
  breaches "Xapian n'entre pas ici" '^#include <xapian' 'server/query/' 'server/http/' 'server/render/' \
    'indexer/readers/' 'indexer/enrich/' 'common/analysis/'
  breaches "httplib reste dans http et push" '^#include [<"]httplib' 'common/' ':!common/http/' \
    'server/search/' 'server/query/' 'server/highlight/' 'server/render/' 'indexer/readers/' 'indexer/enrich/'
  breaches "ICU reste dans analysis, utf8, time_zone, news_time, encodages (.cpp)" '^#include <unicode/' '*.h' '*.cpp' \
    ':!common/analysis/*.cpp' ':!common/normalizer.h' ':!common/utf8*.cpp' ':!common/time_zone*.cpp' ':!common/news_time*.cpp' \
    ':!indexer/readers/country_code.cpp' ':!indexer/readers/encoding.cpp' ':!indexer/readers/utf8_source.cpp' ':!tests/'
  breaches "libstemmer reste dans analysis (.cpp)" '^#include <libstemmer' '*.h' '*.cpp' \
    ':!common/analysis/*.cpp' ':!tests/'
  breaches "le JSON reste dans article, readers, render, http" '^#include <nlohmann' '*.h' '*.cpp' \
    ':!common/article*' ':!common/http/problem_json.cpp' ':!indexer/' ':!server/render/' ':!server/http/' ':!tests/'
  # render -> search -> query -> common: nobody looks back up.
  breaches "query ne remonte pas" '^#include "server/(search|highlight|render|http)/' 'server/query/*.cpp' 'server/query/*.h'
  breaches "search ne remonte pas" '^#include "server/(render|http)/' 'server/search/' 'server/highlight/'
  breaches "render ne remonte pas" '^#include "server/http/' 'server/render/'
  breaches "index est au-dessus" '^#include "common/index/' 'common/*.h' 'common/*.cpp' ':!common/index/'
}

# Two types of one name in one namespace are one to the linker: what is compiled for the one runs on the other.
name_breaches() {
  (
    cd "$root" || exit
    # shellcheck disable=SC2016  # the dollars are awk's
    git ls-files --cached --others --exclude-standard -- '*.h' | xargs -r awk '
      FNR == 1 { space = "" }
      /^namespace [a-z_:]+ \{/ { space = $2 }
      /^(struct|class|union|enum class|enum) [A-Za-z_0-9]+.*[^;]$/ {
        name = $0
        sub(/^(enum class|enum|struct|class|union) /, "", name)
        sub(/[^A-Za-z_0-9].*/, "", name)
        key = space "::" name
        if (key in seen) print FILENAME ": " key "    <- aussi dans " seen[key]
        seen[key] = FILENAME
      }'
  )
}

# A prefix, slot or metadata key as a literal of its own belongs to common/index/schema.
schema_breaches() {
  breaches "préfixe ou case hors de common/index/schema.h" \
    '(add_(boolean_)?term|add_posting|postlist_begin|term_exists|get_termfreq)\("[^"]|(get_value|add_value|valuestream_begin)\([0-9]|(get|set)_metadata\("' \
    'common/*.cpp' 'indexer/*.cpp' 'server/*.cpp'
}

# A machine's own path, or a registry's host, has no place in the project.
path_breaches() {
  breaches "chemin d'une machine ou hôte d'un dépôt" \
    '(^|[^A-Za-z0-9_./$}-])/(work|home|root|farm)/|https?://[a-z.]*(npmjs|debian)\.[a-z]*/' '.' ':!LICENSE'
}
