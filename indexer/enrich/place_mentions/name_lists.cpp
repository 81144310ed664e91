// Titles, opening words, and names that only contain a place.
#include "indexer/enrich/place_mentions/name_lists.h"

#include <algorithm>
#include <string>

#include "indexer/enrich/place_mentions/word_set.h"

namespace gazette::indexer {
namespace {

constexpr std::string_view kTitles =
    "m mm mme mmes mlle mlles dr docteur pr professeur me maitre mgr monseigneur mr mrs lord lady "
    "sir saint "
    "abbe pere cardinal general colonel capitaine commandant lieutenant amiral prince princesse "
    "duc duchesse comte "
    "comtesse baron baronne roi reine sheikh cheikh emir ayatollah imam pape president presidente "
    "ministre senateur "
    "senatrice depute deputee juge procureur procureure famille freres soeurs";

constexpr std::string_view kOpenings =
    "a ainsi alors apres assez au aucun aucune aujourd aussi autour aux avant avec bref car ce "
    "ceci cela celle celui "
    "cependant certains ces cet cette chez comme comment concernant contre d dans de deja demain "
    "depuis derriere des "
    "desormais deux devant donc dont du durant elle elles en encore enfin enquete ensuite entre et "
    "etant excepte face "
    "faute grace hier hors hui ici il ils jamais je jeudi jusqu l la le les leur leurs lors "
    "lorsque lui lundi ma mais "
    "malgre mardi meme mercredi mes moins mon ne ni nos notre nous on or ou oui outre par parce "
    "parmi partout pas "
    "pendant peu plus pour pourquoi pourtant pres puis quand que quel quelle quelque qui quoi "
    "quoique sa samedi sans "
    "sauf selon ses seul seule seuls si sinon soit son sous sur surtout ta tandis tant tel telle "
    "tes toi tous tout "
    "toute toutes toutefois tres trop tu un une vendredi vers via voici voila vos votre vous y "
    "dimanche plusieurs "
    "apparemment officiellement militairement diplomatiquement parallelement actuellement "
    "egalement initialement "
    "mieux pire resultat direction destination cap bonjour bienvenue exit quitter visiter gagner "
    "rejoindre battre "
    "attaquer defendre sauver vive vivre reunir";

// Folded; parted by '|'.
constexpr std::string_view kNotPlaces =
    "ac milan|aeroports de paris|afrique avenir|agence france presse|air algerie|air canada|air "
    "china|air corsica|air cote d ivoire|air france|air france klm|air india|air madagascar|air "
    "senegal|air tahiti|aj auxerre|ajax|ajax amsterdam|amazon france|american airlines|american "
    "express|anatole france|angers sco|anne france|antoine de saint exupery|as monaco|as roma|as "
    "rome|as saint etienne|aston martin|aston villa|atlanta hawks|atletico de madrid|atletico "
    "madrid|austin healey|austin powers|bank of america|bank of china|bank of england|banque de "
    "france|barca|barcelona sc|batman|bayer leverkusen|bayern de munich|bayern munich|bbc "
    "afrique|bbc news afrique|bentley bentayga|booker t washington|borussia dortmund|boston "
    "celtics|boston consulting group|boston dynamics|boston globe|brest litovsk|british "
    "airways|brooklyn beckham|brooklyn nets|business france|california dreaming|cambridge "
    "analytica|casino de paris|cayenne coupe|cayenne e hybrid|cayenne turbo|cecile de "
    "france|celtic glasgow|charente libre|charles de gaulle|charlotte hornets|chelsea "
    "clinton|chelsea manning|chevrolet colorado|chevrolet tahoe|chicago bulls|chicago "
    "tribune|china daily|claude france|cleveland cavaliers|college de france|commune de "
    "paris|comte de paris|comtesse de paris|corse matin|dacia sandero|dakota fanning|dakota "
    "johnson|dallas cowboys|dauphine libere|debout la france|denver nuggets|denzel "
    "washington|dernieres nouvelles d alsace|detroit pistons|deutsche welle|dijon fco|dodge "
    "dakota|duc d anjou|duc d edimbourg|duc d york|duc de cambridge|duc de sussex|duchesse de "
    "cambridge|duchesse de cornouailles|duchesse de sussex|eintracht francfort|electricite de "
    "france|est republicain|estac troyes|europe 1|europe 2|europe ecologie|europe ecologie les "
    "verts|europe n 1|facebook france|fc barca|fc barcelone|fc lorient|fc metz|fc nantes|fc "
    "porto|ferrari california|ferrari maranello|ferrari portofino|ferrari roma|ford "
    "mustang|france 2|france 24|france 3|france 4|france 5|france active|france assureurs|france "
    "bleu|france culture|france digitale|france football|france gall|france galop|france "
    "identite|france info|france insoumise|france inter|france loisirs|france musique|france "
    "nature environnement|france o|france relance|france soir|france strategie|france "
    "telecom|france television|france televisions|france terre d asile|france travail|france "
    "volontaires|frankfurter allgemeine|gaz de france|george washington|girondins de "
    "bordeaux|glasgow rangers|gmc sierra|gmc yukon|golden state|golden state warriors|google "
    "france|green bay packers|greenpeace france|groupe orange|hannah montana|hellas verone|hertha"
    " berlin|ho chi minh|honda|hotel california|houston rockets|hyundai santa fe|hyundai "
    "tucson|ile de france mobilites|indiana jones|indiana pacers|inter de milan|inter milan|jack "
    "london|jerusalem post|jeune afrique|juventus turin|kansas city chiefs|kerry washington|kia "
    "niro|kia rio|kia sorento|lana del rey|lancia delta|lazio rome|leeds united|lego|leicester "
    "city|london review of books|los angeles clippers|los angeles galaxy|los angeles lakers|los "
    "angeles times|losc lille|louis de funes|maine libre|manchester city|manchester united|marie "
    "france|maserati levante|memphis grizzlies|memphis slim|mendes france|meteo france|miami "
    "dolphins|miami heat|miami herald|michael jordan|midi libre|milan ac|milwaukee "
    "bucks|minnesota timberwolves|miss france|miss guadeloupe|miss ile de france|miss "
    "martinique|miss monde|miss normandie|miss provence|miss univers|montagne noire|montpellier "
    "hsc|new england patriots|new orleans pelicans|new york giants|new york jets|new york "
    "knicks|new york post|new york red bulls|new york times|new york yankees|new yorker|newcastle"
    " united|nice matin|niki de saint phalle|nimes olympique|nissan murano|nokia|nord eclair|nord"
    " littoral|norwich city|ogc nice|oklahoma city thunder|olympique de marseille|olympique "
    "lyonnais|opel ascona|opera de paris|orange bank|orange cinema series|orange mecanique|orange"
    " money|orange velodrome|orlando city|orlando magic|ouest france|oxfam france|oxford "
    "economics|oxford street|panama leaks|panama papers|paradise papers|paris basket|paris "
    "dakar|paris fc|paris habitat|paris match|paris nice|paris normandie|paris premiere|paris "
    "roubaix|paris saint germain|paris sg|paris turf|phoenix suns|pierre mendes france|pirates "
    "des caraibes|porsche cayenne|porsche macan|portland trail blazers|prince de galles|princesse"
    " de galles|prix europe|qatar airways|radio caroline|radio france|radio france "
    "internationale|rc lens|rc strasbourg|real madrid|real sociedad|renault captur|republicain "
    "lorrain|sacramento kings|saint exupery|saint laurent|san antonio fc|san antonio spurs|san "
    "francisco 49ers|sante publique france|seat cordoba|seat ibiza|seat leon|seat malaga|seat "
    "tarragona|seat toledo|sienna miller|south china morning post|stade brestois|stade de "
    "france|stade de reims|stade francais|stade rennais|stade toulousain|sud ouest|sud "
    "radio|suddeutsche zeitung|sydney morning herald|tesla|texas instruments|times of "
    "israel|toronto fc|toronto raptors|toulouse fc|tour de france|tour de france "
    "automobile|toyota|toyota france|toyota tundra|turkish airlines|uber france|unicef "
    "france|union berlin|union bordeaux begles|union soviétique de football|universal france|utah"
    " jazz|var matin|vichy catalan|voies navigables de france|voix du nord|vosges matin|wall "
    "street english|wall street journal|washington post|washington wizards|werder breme|west "
    "bromwich albion|west ham|yves saint laurent";

constexpr std::string_view kFigures =
    "hollande obama clinton trump valls hidalgo castro bush carter kennedy nixon lincoln jackson "
    "johnson wilson monroe "
    "churchill thatcher cameron blair mandela lula maduro morales chavez bolivar merkel modi "
    "gandhi sanders harris "
    "pence biden warren perry cruz rubio mccain romney bloomberg bardella royal ferrand castex "
    "borne lecornu "
    "messi neymar ronaldo griezmann pogba benzema verstappen nadal federer spencer windsor "
    "middleton markle "
    "jackson presley madonna beckham armstrong darwin newton einstein zola hugo moliere voltaire";

}  // namespace

bool is_public_figure(std::string_view folded_word) {
  static const WordSet figures(kFigures);
  return figures.contains(folded_word);
}

bool is_person_title(std::string_view folded_word) {
  static const WordSet titles(kTitles);
  return titles.contains(folded_word);
}

bool is_opening_word(std::string_view folded_word) {
  static const WordSet openings(kOpenings);
  return openings.contains(folded_word);
}

bool begins_name_without_place(std::string_view folded_word) {
  static const std::string joined = [] {
    std::string words;
    for (const std::string_view name : WordSet(kNotPlaces, '|')) {
      words.append(name.substr(0, name.find(' '))).append(" ");
    }
    return words;
  }();
  static const WordSet firsts(joined);
  return firsts.contains(folded_word);
}

std::size_t name_without_place(std::string_view folded_words) {
  static const WordSet names(kNotPlaces, '|');
  for (std::string_view head = folded_words; !head.empty();) {
    if (names.contains(head))
      return 1 + static_cast<std::size_t>(std::count(head.begin(), head.end(), ' '));
    const std::size_t space = head.rfind(' ');
    head = space == std::string_view::npos ? std::string_view() : head.substr(0, space);
  }
  return 0;
}

}  // namespace gazette::indexer
