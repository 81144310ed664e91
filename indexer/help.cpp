// Help in two languages, examples first.
#include <xapian.h>

#include <string>

#include "common/cli/language.h"
#include "common/index/schema.h"
#include "indexer/options.h"

namespace gazette::indexer {
namespace {

constexpr const char* kMainFr = R"(Exemples
  gazette-indexer add --db archive articles/            indexer tous les articles d'un dossier
  gazette-indexer add --db archive agence.ndjson        un fichier ; relancer la commande ne change rien
  zcat vieux.ndjson.gz | gazette-indexer add --db archive -
  gazette-indexer remove --db archive depeche-2023-17   retirer un article
  gazette-indexer dump --db archive > sauvegarde.ndjson

Usage : gazette-indexer COMMANDE --db DOSSIER [options]

Commandes
  add PATH...    ajouter ou mettre à jour des articles (fichiers, dossiers, « - »)
  remove ID...   retirer des articles
  serve          recevoir des articles par HTTP (PUT, POST, DELETE), durables avant la réponse
  watch DOSSIER  prendre les fichiers déposés dans un dossier
  dump           tous les articles en NDJSON sur la sortie standard (sauvegarde, migration)
  check          vérifier la base et chaque article enregistré
  compact        réduire la base à sa plus petite taille
  stats          chiffres de l'archive
  explain PATH...  ce qui est lu d'un fichier, et pourquoi : date, lieux, lignes écartées

Options
  --db DOSSIER      la base (ou la variable GAZETTE_DB)
  --config FICHIER  réglages en TOML : db, lang, [add] format, rejects, threads,
                    [serve] listen, token_file, threads
  --json            bilan en JSON sur la sortie standard
  --lang fr|en      langue des messages
  -q, --quiet       pas de barre de progression
  -h, --help        cette aide, ou celle d'une commande : gazette-indexer add --help
  --version

Une option l'emporte sur l'environnement, qui l'emporte sur le fichier de réglages.
Codes de sortie : 0 fait, 1 fait en partie (des articles refusés, ou arrêt demandé), 2 erreur.
)";

constexpr const char* kMainEn = R"(Examples
  gazette-indexer add --db archive articles/            index every article of a folder
  gazette-indexer add --db archive agency.ndjson        one file; running it again changes nothing
  zcat old.ndjson.gz | gazette-indexer add --db archive -
  gazette-indexer remove --db archive dispatch-2023-17  remove an article
  gazette-indexer dump --db archive > backup.ndjson

Usage: gazette-indexer COMMAND --db FOLDER [options]

Commands
  add PATH...    add or update articles (files, folders, “-”)
  remove ID...   remove articles
  serve          take articles over HTTP (PUT, POST, DELETE), durable before the answer
  watch FOLDER   take the files dropped into a folder
  dump           every article as NDJSON on standard output (backup, migration)
  check          verify the database and every stored article
  compact        bring the database to its smallest size
  stats          figures of the archive
  explain PATH...  what is read of a file, and why: date, places, dropped lines

Options
  --db FOLDER       the database (or the variable GAZETTE_DB)
  --config FILE     settings in TOML: db, lang, [add] format, rejects, threads,
                    [serve] listen, token_file, threads
  --json            summary as JSON on standard output
  --lang fr|en      language of messages
  -q, --quiet       no progress bar
  -h, --help        this help, or that of a command: gazette-indexer add --help
  --version

An option wins over the environment, which wins over the settings file.
Exit codes: 0 done, 1 done in part (articles refused, or stopped), 2 error.
)";

struct Topic {
  const char *name, *french, *english;
};

constexpr Topic kTopics[] = {
    {"add",
     R"(Exemples
  gazette-indexer add --db archive articles/ depeches.ndjson
  gazette-indexer add --db archive --rejects refus.ndjson export.json
  cat page.txt | gazette-indexer add --db archive --format text -

Usage : gazette-indexer add --db DOSSIER [--format NOM] [--rejects FICHIER] [--threads N] PATH...

Ajoute des articles, ou remplace ceux qui ont le même identifiant. Ceux qui n'ont pas changé ne sont
pas récrits : relancer la même commande ne change rien, et achève ce qui a été interrompu.

  --format NOM       auto (par le contenu), ndjson, json, html, feed, wxr, newsml-g2, newsml, nitf, csv,
                     text (texte d'une page web)
  --rejects FICHIER  NDJSON de ce qui a été refusé : source, line, field, reason
  --threads N        fils d'analyse à côté de celui qui écrit ; 0 : un seul fil pour tout

Ctrl-C arrête proprement : ce qui est annoncé comme ajouté est enregistré.
)",
     R"(Examples
  gazette-indexer add --db archive articles/ dispatches.ndjson
  gazette-indexer add --db archive --rejects rejects.ndjson export.json
  cat page.txt | gazette-indexer add --db archive --format text -

Usage: gazette-indexer add --db FOLDER [--format NAME] [--rejects FILE] [--threads N] PATH...

Adds articles, or replaces those with the same id. Unchanged ones are not written again: running the
same command twice changes nothing, and completes what was interrupted.

  --format NAME   auto (by content), ndjson, json, html, feed, wxr, newsml-g2, newsml, nitf, csv,
                  text (text of a web page)
  --rejects FILE  NDJSON of what was refused: source, line, field, reason
  --threads N     threads that analyse beside the one that writes; 0: one thread for all

Ctrl-C stops cleanly: what is said to be added is stored.
)"},
    {"remove",
     R"(Exemple
  gazette-indexer remove --db archive depeche-2023-17 depeche-2023-18

Usage : gazette-indexer remove --db DOSSIER ID...

Retire des articles par leur identifiant. Un identifiant inconnu est signalé (code de sortie 1).
)",
     R"(Example
  gazette-indexer remove --db archive dispatch-2023-17 dispatch-2023-18

Usage: gazette-indexer remove --db FOLDER ID...

Removes articles by id. An unknown id is reported (exit code 1).
)"},
    {"serve",
     R"H(Exemples
  openssl rand -hex 24 > jetons && chmod 600 jetons
  gazette-indexer serve --db archive --listen 127.0.0.1:7701 --token-file jetons
  curl -X PUT http://127.0.0.1:7701/v1/articles/depeche-17 -H "Authorization: Bearer $(cat jetons)" \
       -H 'Content-Type: application/json' -d '{"title":"Le port rouvre"}'

Usage : gazette-indexer serve --db DOSSIER --listen HÔTE:PORT --token-file FICHIER [--threads N] [--quiet]

  PUT /v1/articles/{id}     un article ; 201 créé, 200 remplacé ou inchangé
  POST /v1/articles         NDJSON (ou un tableau JSON) ; une ligne de résultat par article
  DELETE /v1/articles/{id}  200, ou 404
  GET /healthz, /readyz, /metrics

Une réponse 2xx veut dire : sur le disque. Rien de ce qui est confirmé ne se perd, et gazette-server le
trouve dans la seconde. 429 quand la file est pleine, 507 quand le disque l'est : renvoyez plus tard,
c'est sans danger. La base est créée si elle n'existe pas.

  --token-file FICHIER  un jeton par ligne, 16 caractères au moins ; relu à SIGHUP
  --listen HÔTE:0       choisit un port libre et écrit l'URL sur la sortie standard
  --threads N           fils d'analyse (autant que de cœurs)
  -q, --quiet           pas de journal des requêtes

SIGTERM ou Ctrl-C : ce qui est reçu est enregistré et répondu, puis le programme s'arrête.
)H",
     R"H(Examples
  openssl rand -hex 24 > tokens && chmod 600 tokens
  gazette-indexer serve --db archive --listen 127.0.0.1:7701 --token-file tokens
  curl -X PUT http://127.0.0.1:7701/v1/articles/dispatch-17 -H "Authorization: Bearer $(cat tokens)" \
       -H 'Content-Type: application/json' -d '{"title":"Le port rouvre"}'

Usage: gazette-indexer serve --db FOLDER --listen HOST:PORT --token-file FILE [--threads N] [--quiet]

  PUT /v1/articles/{id}     one article; 201 created, 200 replaced or unchanged
  POST /v1/articles         NDJSON (or a JSON array); one line of result an article
  DELETE /v1/articles/{id}  200, or 404
  GET /healthz, /readyz, /metrics

An answer of 2xx means: on disk. Nothing that was confirmed is ever lost, and gazette-server finds it
within a second. 429 when the queue is full, 507 when the disk is: send again later, it does no harm.
The database is made when there is none.

  --token-file FILE  one token a line, 16 characters at least; read again on SIGHUP
  --listen HOST:0    picks a free port and prints the URL on standard output
  --threads N        threads that analyse (as many as cores)
  -q, --quiet        no log of requests

SIGTERM or Ctrl-C: what was received is stored and answered, then the program stops.
)H"},
    {"watch",
     R"(Exemple
  mkdir depot && gazette-indexer watch --db archive depot

Usage : gazette-indexer watch --db DOSSIER DEPOT [--json] [--quiet]

Prend chaque fichier déposé dans le dossier (tout format que « add » lit), dès qu'il est complet :
fermé par celui qui l'écrit, déplacé là, ou inchangé depuis deux secondes. Une fois ses articles sur
le disque il va dans done/, ou dans rejected/ avec la raison à côté si rien n'y était lisible. D'un
fichier lu en partie, les refus sont dans rejected/NOM.rejects.ndjson. Les noms cachés, *.part, *.tmp,
les liens et les tubes sont laissés. Un arrêt à tout moment, même brutal, ne perd et ne double rien.
Un article sous embargo est gardé dans la base et paraît quand son heure est venue.

  --json       une ligne de JSON par fichier sur la sortie standard
)",
     R"(Example
  mkdir drop && gazette-indexer watch --db archive drop

Usage: gazette-indexer watch --db FOLDER DROP [--json] [--quiet]

Takes each file dropped into the folder (any format that “add” reads) as soon as it is complete:
closed by its writer, moved in, or unchanged for two seconds. Once its articles are on disk it goes to
done/, or to rejected/ with the reason beside it when nothing in it could be read. Of a file read in
part, the rejects are in rejected/NAME.rejects.ndjson. Hidden names, *.part, *.tmp, links and pipes
are left alone. A stop at any moment, a kill even, loses nothing and doubles nothing.
An article under embargo is kept in the database and appears when its time has come.

  --json       one line of JSON a file on standard output
)"},
    {"dump",
     R"(Exemples
  gazette-indexer dump --db archive > sauvegarde.ndjson
  gazette-indexer dump --db archive | gazette-indexer add --db copie -

Usage : gazette-indexer dump --db DOSSIER [--embargoed]

Écrit chaque article en NDJSON, tel que « add » le relit à l'identique.

  --embargoed  aussi les articles sous embargo, que « add » gardera de même
)",
     R"(Examples
  gazette-indexer dump --db archive > backup.ndjson
  gazette-indexer dump --db archive | gazette-indexer add --db copy -

Usage: gazette-indexer dump --db FOLDER [--embargoed]

Writes every article as NDJSON, which “add” reads back identical.

  --embargoed  the articles under embargo too, which “add” will keep likewise
)"},
    {"check",
     R"(Exemple
  gazette-indexer check --db archive

Usage : gazette-indexer check --db DOSSIER [--json]

Vérifie les tables de Xapian, puis la somme de contrôle de chaque article enregistré. Code de sortie 2
si quelque chose est abîmé, avec ce qui l'est.
)",
     R"(Example
  gazette-indexer check --db archive

Usage: gazette-indexer check --db FOLDER [--json]

Verifies Xapian's tables, then the checksum of every stored article. Exit code 2 when something is
damaged, with what it is.
)"},
    {"compact",
     R"(Exemple
  gazette-indexer compact --db archive

Usage : gazette-indexer compact --db DOSSIER [--json]

Écrit la base compactée à côté, puis échange les deux d'un coup. Il faut la place d'une seconde base.
)",
     R"(Example
  gazette-indexer compact --db archive

Usage: gazette-indexer compact --db FOLDER [--json]

Writes the compacted database beside, then swaps the two at once. Takes the room of a second one.
)"},
    {"stats",
     R"(Exemples
  gazette-indexer stats --db archive
  gazette-indexer stats --db archive --json

Usage : gazette-indexer stats --db DOSSIER [--json]

Nombre d'articles, première et dernière date, sources, taille, révision, version du schéma.
)",
     R"(Examples
  gazette-indexer stats --db archive
  gazette-indexer stats --db archive --json

Usage: gazette-indexer stats --db FOLDER [--json]

Number of articles, first and last date, sources, size, revision, schema version.
)"},
    {"explain",
     R"(Exemples
  gazette-indexer explain page.txt
  gazette-indexer explain --json agence.ndjson | jq .mentions
  gazette-indexer explain --date "22/09/2023 à 18h58" --timezone Pacific/Noumea
  gazette-indexer explain --date "hier à 18h58" --reference 2023-09-23T08:00:00+02:00
  gazette-indexer explain --dateline "BAKOU, 22 sept (AFP) -"

Usage : gazette-indexer explain [--json] [--format NOM] PATH...
        gazette-indexer explain --date TEXTE [--timezone ZONE] [--reference DATE]
        gazette-indexer explain --dateline TEXTE

Montre chaque article tel qu'il serait indexé, sa date, son lieu d'origine, les lieux qu'il nomme avec
la règle qui a décidé, et ce qui a été écarté avec la raison. Aucune base n'est ouverte.

  --json            une ligne JSON par article ; les positions comptent en caractères (points de code)
  --format NOM      comme pour add
  --date TEXTE      lire une ligne de date : {"value", "precision"} ou {"rejected"}
  --timezone ZONE   fuseau des heures sans décalage (Europe/Paris)
  --reference DATE  l'instant d'où comptent « hier » et les jours sans année
  --dateline TEXTE  lire une provenance : {"place", "id", "agency", "date"} ou {"rejected"}
)",
     R"(Examples
  gazette-indexer explain page.txt
  gazette-indexer explain --json agency.ndjson | jq .mentions
  gazette-indexer explain --date "22/09/2023 à 18h58" --timezone Pacific/Noumea
  gazette-indexer explain --date "hier à 18h58" --reference 2023-09-23T08:00:00+02:00
  gazette-indexer explain --dateline "BAKOU, 22 sept (AFP) -"

Usage: gazette-indexer explain [--json] [--format NAME] PATH...
       gazette-indexer explain --date TEXT [--timezone ZONE] [--reference DATE]
       gazette-indexer explain --dateline TEXT

Shows each article as it would be indexed, its date, where it was written, the places it names with
the rule that decided, and what was left out with the reason. No database is opened.

  --json            one JSON line an article; offsets count code points
  --format NAME     as for add
  --date TEXT       read a date line: {"value", "precision"} or {"rejected"}
  --timezone ZONE   zone of times without an offset (Europe/Paris)
  --reference DATE  the instant that "hier" and days without a year count from
  --dateline TEXT   read a dateline: {"place", "id", "agency", "date"} or {"rejected"}
)"},
};

}  // namespace

std::string help_text(const std::string& topic) {
  for (const Topic& known : kTopics) {
    if (topic == known.name) return tr(known.french, known.english);
  }
  return tr(kMainFr, kMainEn);
}

std::string version_text() {
  return std::string("gazette-indexer ") + GAZETTE_VERSION + " (" + tr("schéma ", "schema ") +
         std::to_string(schema::kVersion) + ", Xapian " + Xapian::version_string() + ")\n";
}

}  // namespace gazette::indexer
