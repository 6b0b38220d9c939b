const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Last words of the names of papers, agencies and stations. */
export const LAST = set(
  "times telegraph post guardian journal news herald tribune gazette wire press reuters afp bbc cnn ap tass interfax courier mail sun mirror observer chronicle express standard " +
    "independent economist spiegel monde figaro bloomberg politico axios nbc abc cbs npr pbs jazeera radio tv television magazine daily weekly today star globe inquirer dispatch bulletin " +
    "record examiner sentinel ledger echo voice monitor register bild welt dw unian ukrinform pravda novosti xinhua review digest beacon advertiser argus lantern wochenblatt zeitung " +
    "mercury messenger herold crier bugle clarion citizen patriot banner enquirer intelligencer spectator compass lighthouse recorder reporter freeman newsroom broadcasting newswire podcast fm packet bote signal",
);
/** Words that the name of a station begins with. */
export const FIRST = set("radio channel canal kanal canale tv television");
/** What a paper, an agency or a station is called without its name. */
export const KINDS = set(
  "paper newspaper daily weekly magazine outlet agency broadcaster channel station publication wire tabloid website portal radio television tv network programme program journal monthly blog podcast newswire site media",
);
/** Who works for a paper, or what it brings: the paper speaks through them. */
export const STAFF = set(
  "reporter reporters correspondent correspondents journalist journalists interviewer columnist newsroom investigation dispatch report article story survey interview analysis editorial programme program account bulletin broadcast documentary film podcast profile feature leak bureau page edition issue column",
);
/** Of these only a paper has some: "a TNA reporter". */
export const NEWSPEOPLE = set(
  "reporter reporters correspondent correspondents journalist journalists dispatch newsroom columnist newsman newswoman bureau",
);
/** Words of bodies that are told things and are no papers. */
export const BODIES = set(
  "parliament congress senate council committee court police ministry government assembly commission board union party kremlin pentagon house army bank bundestag knesset duma security navy " +
    "force cabinet jury inquiry tribunal panel office department group association federation university company school church club league summit forum nations states republic " +
    "kingdom administration campaign white vatican nato opec fifa nasa unicef unesco interpol un eu us uk fbi cia imf who wto iaea osce g7 g20 general president minister mayor judge senator " +
    "governor king queen prince hospital academy institute centre center foundation chamber cross crescent society guild authority trust society inspectorate embassy taliban lord bishop captain colonel " +
    "admiral doctor sir lady dame duke duchess earl baron count reverend pope rabbi imam sheikh emperor mr mrs ms dr prof professor",
);
/** Words that may come before "agency" in the name of one that brings news. */
export const NEWS = set("news press telegraph telegraphic wire information");
/** Words of the calendar that the name of a paper may begin with: "the Morning Beacon". */
export const MASTHEADS = set("morning evening daily weekly monthly sunday saturday night");
