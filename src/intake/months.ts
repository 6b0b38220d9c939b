// Names and abbreviations of the months as dates carry them (CLDR, format and stand-alone, without full stops), lower
// case, in Belarusian, Bulgarian, Catalan, Czech, Danish, Dutch, English, Estonian, Finnish, French, German, Greek,
// Hungarian, Italian, Latvian, Lithuanian, Norwegian, Polish, Portuguese, Romanian, Russian, Serbian, Slovak, Slovene,
// Spanish, Swedish, Turkish, Ukrainian. No name means one month here and another there.
const NAMES: readonly string[] = [
  "january jan januar janvier janv enero ene gennaio gen janeiro januari styczeń stycznia sty січень січня січ " +
    "январь января янв студзень студзеня сту leden ledna led január januára януари ianuarie ian tammikuu tammikuuta " +
    "tammi jaanuar jaan janvāris sausis sausio јануар јан ιανουαρίου ιαν ocak oca gener",
  "february feb februar février févr febrero febbraio fevereiro fev februari luty lutego lut лютий лютого лют " +
    "февраль февраля февр люты лютага únor února úno február februára февруари februarie febr helmikuu helmikuuta " +
    "helmi veebruar veebr februāris vasaris vasario фебруар феб φεβρουαρίου φεβ şubat şub febrer",
  "march mar märz mär mars marzo março maart mrt marzec marca березень березня бер март марта мар сакавік сакавіка " +
    "сак březen března bře marec martie március márc marts maaliskuu maaliskuuta maalis märts kovas kovo mart μαρτίου " +
    "μαρ març",
  "april apr avril avr abril abr aprile kwiecień kwietnia kwi квітень квітня квіт апрель апреля апр красавік " +
    "красавіка кра duben dubna dub apríl apríla април aprilie április ápr huhtikuu huhtikuuta huhti aprill aprīlis " +
    "balandis balandžio απριλίου απρ nisan nis",
  "may mai mayo maggio mag maio mei maj maja травень травня трав май мая květen května kvě máj mája május toukokuu " +
    "toukokuuta touko maijs gegužė gegužės мај μαΐου μαΐ mayıs maig",
  "june jun juni juin junio giugno giu junho czerwiec czerwca cze червень червня черв июнь июня июн чэрвень чэрвеня " +
    "чэр červen června čvn jún júna юни iunie iun június kesäkuu kesäkuuta kesä juuni jūnijs jūn birželis birželio " +
    "junij јун ιουνίου ιουν haziran haz juny",
  "july jul juli juillet juil julio luglio lug julho lipiec lipca lip липень липня лип июль июля июл ліпень ліпеня " +
    "ліп červenec července čvc júl júla юли iulie iul július heinäkuu heinäkuuta heinä juuli jūlijs jūl liepa liepos " +
    "julij јул ιουλίου ιουλ temmuz tem juliol",
  "august aug août agosto ago augustus sierpień sierpnia sie серпень серпня серп август августа авг жнівень жніўня " +
    "жні srpen srpna srp augusta augusztus augusti elokuu elokuuta elo augusts rugpjūtis rugpjūčio avgust avg " +
    "αυγούστου αυγ ağustos ağu agost",
  "september sep sept septembre septiembre settembre set setembro wrzesień września wrz вересень вересня вер " +
    "сентябрь сентября сент верасень верасня září zář septembra септември septembrie szeptember szept syyskuu " +
    "syyskuuta syys septembris rugsėjis rugsėjo септембар сеп septembar σεπτεμβρίου σεπ eylül eyl setembre",
  "october oct oktober okt octobre octubre ottobre ott outubro out październik października paź жовтень жовтня жовт " +
    "октябрь октября окт кастрычнік кастрычніка кас říjen října říj október októbra октомври octombrie lokakuu " +
    "lokakuuta loka oktoober oktobris spalis spalio октобар oktobar οκτωβρίου οκτ ekim eki",
  "november nov novembre noviembre novembro listopad listopada lis листопад листопада лист ноябрь ноября нояб " +
    "лістапад лістапада ліс listopadu novembra ноември noiembrie marraskuu marraskuuta marras novembris lapkritis " +
    "lapkričio новембар нов novembar νοεμβρίου νοε kasım kas",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia gru грудень грудня груд " +
    "декабрь декабря дек снежань снежня сне prosinec prosince decembra декември decembrie desember des joulukuu " +
    "joulukuuta joulu detsember dets decembris gruodis gruodžio децембар дец decembar δεκεμβρίου δεκ aralık ara " +
    "desembre",
];

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, at) => names.split(" ").map((name): [string, number] => [name, at + 1])),
);

/** 1 to 12; 0 for what is no name of a month. */
export function monthOf(name: string): number {
  return NUMBERS.get(name.toLowerCase().normalize("NFC")) ?? 0;
}
