const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Who leads something, whatever it is called; compared as one word. */
export const LEADING = set(
  "head chief boss director directress chair chairman chairwoman chairperson executive ceo leader manager managing commander superintendent principal founder co-founder owner captain skipper chairs heads leads led headteacher headmaster headmistress",
);
/** Who speaks for something; adds nothing to what is spoken for. */
export const SPEAKING = set(
  "spokesman spokeswoman spokesperson spokespeople spokesmen spokespersons speaker official officials officer officers representative representatives press duty senior junior top deputy acting former interim vice assistant statement statements post posts notice notices release communique communiqué conference briefing bulletin announcement results result figures figure account website page twitter telegram facebook count tally toll total estimate list data office bureau",
);
/** Forms of address and ranks: no part of a name, and no office either. */
export const ADDRESS = set(
  "mr mrs ms miss mx dr doctor prof professor sir lady lord dame sister brother father rev reverend grandad granny uncle aunt colonel col general gen major maj lieutenant lt sergeant sgt corporal private admiral adm brigadier commodore rear constable madam",
);
/** Offices that stand before a name, beside those of `LEADING` and `SPEAKING`. */
export const OFFICES = set(
  "dean provost abbot vicar priest deacon pastor chaplain rector curator coach consul magistrate prefect dispatcher matron trustee foreman president minister secretary mayor mayoress governor prosecutor councillor councilor commissioner chancellor premier inspector senator representative congressman congresswoman judge justice ambassador bishop archbishop pope cardinal imam rabbi king queen prince princess emperor sheikh attorney sheriff marshal treasurer registrar nurse surgeon doctor vet engineer geologist seismologist guard farmer teacher driver fisherman baker warden keeper porter pilot worker analyst expert scientist researcher professor lawyer auditor mediator coroner pathologist ombudsman meteorologist hydrologist epidemiologist virologist economist historian biologist chemist physicist firefighter paramedic midwife pharmacist editor reporter correspondent photographer clerk envoy negotiator diplomat lawmaker legislator deputy candidate resident witness survivor passenger student pupil neighbour neighbor volunteer shopkeeper landlord landlady butler grandmother grandfather mother father widow widower steward stewardess conductor foreman forewoman harbourmaster harbormaster bathmaster stationmaster quartermaster administrator coordinator supervisor delegate alderman beekeeper ranger forester gamekeeper dentist",
);
/** Those of them who speak for themselves, whatever institution they work in. */
export const TRADES = set(
  "investigator rescuer controller nurse surgeon doctor vet engineer guard farmer teacher driver fisherman baker warden keeper porter pilot worker professor lawyer firefighter paramedic midwife pharmacist editor reporter correspondent photographer resident witness survivor passenger student pupil neighbour neighbor volunteer shopkeeper landlord landlady butler grandmother grandfather mother father widow widower steward stewardess conductor beekeeper dentist inmate prisoner patient schoolgirl schoolboy cyclist motorist shepherd innkeeper carpenter mechanic employee miner sailor winchman watchman signalman ferryman cook climber skier guide insider clerk soldier",
);
/** What institutions are called; alone it tells which one only where there is but one. */
export const INSTITUTIONS = set(
  "ministry department government cabinet police army navy military force forces council commission committee court parliament senate congress assembly authority authorities agency service services office bureau administration university college school institute institution laboratory lab hospital clinic clinics infirmary company firm operator corporation union association federation club party campaign movement group foundation fund charity trust bank board embassy consulate command brigade regiment unit guard coastguard cluster centre center chancellery city county town state province district municipality district region museum church railway airline airport port society league alliance organisation organization team staff prosecutors crew watchdog regulator observatory survey guild chamber customs palace presidency mission headquarters secretariat directorate inspectorate utility constabulary gendarmerie manufacturer carmaker supplier network brewery refinery smelter colliery mine factory brigade squadron waterworks",
);
/** Words of any name of an institution that are no person's. */
export const MATTERS = set(
  "civil protection defence defense interior foreign finance health education labour labor justice works transport energy agriculture environment trade economy affairs relief rescue aid control security emergency research disaster fire water traffic public electoral seismic weather meteorological environmental medical oil gas steel power rail mining shipping air food housing culture sport sports tourism planning refugee red cross crescent electricity nuclear grid medicine national federal central regional provincial municipal royal international world united nations european general",
);
/** Nobody in particular. */
export const ANYBODY = set(
  "source sources people person persons man woman men women he she they it we i you who one others some many several witnesses eyewitnesses residents locals experts analysts critics diplomats observers leaders media reports report insider insiders aide aides adviser advisers adviser member members participant participants doctors medics neighbours neighbors workers activists supporters opponents users readers villagers fans rumours rumors everybody somebody anyone author authors study survey poll document documents text words word this that those these",
);
/** Words between the words that tell. */
export const BETWEEN = set(
  "the a an of for in at on to from by with and its his her their our this that who which s local own city's charge as is was had said says new old here there monday tuesday wednesday thursday friday saturday sunday yesterday today tonight morning afternoon evening night midnight noon midday dawn dusk sunrise sunset nightfall daybreak",
);

/** The beginning of a word, enough to know "seismologist" and "seismic" for one; what leads is one word. */
export function stemOf(word: string): string {
  const bare = word.replace(/['’]s?$/, "");
  if (LEADING.has(bare)) return "lead";
  if (/^minist(?:er|ry|ers|ries|erial)$/.test(bare)) return "minist";
  if (/^govern(?:ment|ments)$/.test(bare)) return "government";
  if (/^(?:polic|cops?$)/.test(bare)) return "police";
  const plural = bare.length > 4 ? bare.replace(/(?:ies|y)$/, "i").replace(/(?<=[^s])s$/, "") : bare;
  return plural.length > 6 ? plural.slice(0, 6) : plural;
}
