// Help in two languages, examples first.
#include "common/cli/language.h"
#include "common/index/schema.h"
#include "server/http/version.h"
#include "server/options.h"

namespace gazette::server {
namespace {

constexpr const char* kFrench = R"(Exemples
  gazette-server --db archive                        l'archive sur http://127.0.0.1:7700
  gazette-server --db archive --listen 0.0.0.0:80    ouverte au réseau
  gazette-server --db archive --listen 127.0.0.1:0   sur un port libre, qui est affiché
  curl --get http://127.0.0.1:7700/v1/search --data-urlencode 'q=aide humanitaire'

Usage : gazette-server --db DOSSIER [options]

Répond en HTTP aux questions sur une base écrite par gazette-indexer : pages pour les lecteurs,
JSON pour les programmes (/v1/search). La base n'est jamais modifiée ; ce que l'indexeur y ajoute est
trouvé aussitôt. Si elle n'existe pas encore, le serveur l'attend.

Options
  --db DOSSIER            la base
  --listen HÔTE:PORT      où répondre (127.0.0.1:7700) ; port 0 : un port libre
  --timezone ZONE         fuseau des dates et des histogrammes (Europe/Paris)
  --cors-origin ORIGINE   origine dont les pages peuvent lire l'API ; peut être répétée
  --keys-file FICHIER     une clé par ligne ; il faut alors Authorization: Bearer CLÉ
  --public-pages          avec des clés : les pages pour les lecteurs restent ouvertes
  --rate-limit N          requêtes par seconde et par adresse (0 : sans limite)
  --threads N             fils de réponse (0 : autant que de cœurs)
  --max-connections N     connexions à la fois (4096)
  --log-queries           écrire aussi les recherches dans le journal
  -q, --quiet             pas de journal des requêtes
  --config FICHIER        réglages en TOML : db, lang, et dans [server] les autres options
  --lang fr|en            langue des messages
  -h, --help              cette aide
  --version

Chaque option a sa variable : GAZETTE_DB, GAZETTE_LISTEN, GAZETTE_KEYS_FILE… Une option l'emporte sur
l'environnement, qui l'emporte sur le fichier de réglages.
Codes de sortie : 0 arrêt demandé, 2 erreur.
)";

constexpr const char* kEnglish = R"(Examples
  gazette-server --db archive                        the archive on http://127.0.0.1:7700
  gazette-server --db archive --listen 0.0.0.0:80    open to the network
  gazette-server --db archive --listen 127.0.0.1:0   on a free port, which is printed
  curl --get http://127.0.0.1:7700/v1/search --data-urlencode 'q=aide humanitaire'

Usage: gazette-server --db FOLDER [options]

Answers questions over HTTP about a database written by gazette-indexer: pages for readers, JSON for
programs (/v1/search). The database is never changed; what the indexer adds is found at once. If it
does not exist yet, the server waits for it.

Options
  --db FOLDER             the database
  --listen HOST:PORT      where to answer (127.0.0.1:7700); port 0: a free one
  --timezone ZONE         zone of dates and histograms (Europe/Paris)
  --cors-origin ORIGIN    origin whose pages may read the API; may be repeated
  --keys-file FILE        one key a line; then Authorization: Bearer KEY is needed
  --public-pages          with keys: the pages for readers stay open
  --rate-limit N          requests a second and address (0: no limit)
  --threads N             answering threads (0: as many as cores)
  --max-connections N     connections at once (4096)
  --log-queries           write the searches to the log too
  -q, --quiet             no log of requests
  --config FILE           settings in TOML: db, lang, and in [server] the other options
  --lang fr|en            language of messages
  -h, --help              this help
  --version

Every option has its variable: GAZETTE_DB, GAZETTE_LISTEN, GAZETTE_KEYS_FILE… An option wins over the
environment, which wins over the settings file.
Exit codes: 0 stopped as asked, 2 error.
)";

}  // namespace

std::string help_text() { return tr(kFrench, kEnglish); }

std::string version_text() {
  return "gazette-server " + std::string(kProgramVersion) + " (" + tr("schéma ", "schema ") +
         std::to_string(schema::kVersion) + ")\n";
}

}  // namespace gazette::server
