const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** People, singular, that no ending tells. */
export const PEOPLE = set(`
people person man woman child boy girl baby infant toddler teenager adult youth kid pupil student civilian soldier troop troops
personnel crew staff police policeman policewoman guard sergeant captain general colonel officer official cop sailor marine airman pilot
conscript recruit reservist cadet medic nurse doctor paramedic surgeon patient miner fisherman villager resident inhabitant citizen
local islander townsperson native refugee migrant immigrant evacuee guest tourist passenger pedestrian cyclist motorist commuter
worshipper pilgrim monk nun priest imam bishop relative parent mother father son daughter brother sister sibling twin wife husband
widow orphan grandmother grandfather grandchild cousin uncle aunt family neighbour neighbor friend colleague comrade member leader
militant insurgent rebel gunman fighter terrorist jihadist hostage captive prisoner inmate detainee convict suspect attacker bomber
protester demonstrator rioter activist journalist reporter photographer cameraman teacher engineer stoker farmer herder shepherd nomad
trader shopkeeper vendor worker labourer laborer employee builder firefighter fireman rescuer volunteer diver climber mountaineer hiker
skier mayor minister deputy diplomat envoy ambassador aide governor judge lawyer witness victim survivor casualty hand troop trooper
infantryman paratrooper commando sniper sapper peacekeeper observer mercenary volunteer pensioner elder youngster schoolchild
schoolgirl schoolboy student-athlete athlete player fan spectator supporter shopper customer voter taxpayer landlord tenant
settler squatter peasant slave smuggler trafficker gangster robber thief burglar dealer addict boatman seafarer seaman hajji
bystander onlooker passer-by passers-by soul life serviceman servicewoman warder bather swimmer camper reveller clubber partygoer
churchgoer mourner bride groom goat-herd folk humankind male female foreigner expatriate national compatriot descendant
`);

/** Things, beasts and bodies of people that endings could mistake for persons; and other frequent heads that are none. */
export const THINGS = set(`
missile rocket drone shell bomb mine landmine grenade torpedo bullet round tank vehicle car truck lorry bus van train tram boat ship vessel
trawler ferry cutter tanker freighter carrier destroyer cruiser frigate submarine aircraft plane jet helicopter bomber-plane launcher howitzer
gun rifle weapon mortar armoured-carrier container trailer tractor bulldozer digger motorcycle bicycle scooter engine locomotive wagon
house home building flat apartment block tower bridge road street village town city district province region country state nation
settlement hamlet suburb shelter hospital clinic school college university church mosque temple synagogue shrine factory plant mill
refinery depot warehouse store shop market restaurant hotel airport airfield station substation reactor generator transformer turbine
dam reservoir well pipeline field farm tree forest acre crop harvest animal pig cow cattle sheep goat horse donkey camel dog cat hen
chicken bird crane otter bear wolf fish bee elephant tiger lion deer reindeer buffalo bull calf lamb duck goose turkey rabbit rat whale dolphin
spaniel collie terrier puppy kitten kite hive swarm colony parrot seal swan pigeon gull crow eagle snake frog toad lizard turtle insect moth animal beast mare foal stallion hound rhino giraffe antelope gazelle boar herd flock livestock tonne ton barrel litre liter gallon bag box crate sack pallet parcel package letter paper page line word book
poster chapter order offer number figure letter computer server printer phone camera sensor radar antenna transmitter meter monitor
seat job post vote ballot percent point mile hour day week month year decade minute second time occasion attempt case crime
incident accident crash collision explosion blast fire wildfire attack strike raid ambush clash battle offensive operation mission sortie
flight trip visit meeting session round talk measure law bill rule charge count sentence arrest warrant search survey poll study
match game goal win defeat title medal team club party group company firm brand unit brigade battalion division regiment squad army force corps
household bank fund grant loan account share stake contract tender bid deal agreement treaty pact member-state
room ward bed bathroom floor storey door window wall roof crater hole trench position post border crossing checkpoint centre center theatre theater
island river lake mountain hill valley beach port harbour harbor lighthouse buoy pier quay canal
dose vaccine test sample pill tablet meal loaf egg apple tin can bottle cup blanket tent mattress coat
quarter corner meter filter letter charter disaster matter winter summer hunger fever cancer thunder powder water
error factor sector vector mirror motor tutor-book corridor floor terror
event element document component segment department apartment tournament monument statement payment investment experiment instrument
agreement amendment shipment consignment fragment accident continent percent event moment comment settlement plant restaurant warrant grant
committee jubilee coffee tree degree guarantee referee-call
`);
/** Bodies of people: counted as such, but their fate may be that of people ("two families were killed"). */
const BODIES = set("family crew staff household");

/** Is what the noun names (singular) a person? Null where the word alone does not tell. */
export function isPerson(noun: string): boolean | null {
  if (BODIES.has(noun)) return true;
  if (THINGS.has(noun)) return false;
  if (PEOPLE.has(noun)) return true;
  const last = noun.includes("-") ? noun.slice(noun.lastIndexOf("-") + 1) : noun;
  if (last !== noun) return isPerson(last);
  if (/(?:man|woman|person|people|folk|child)$/.test(noun)) return true;
  if (/(?:ist|eer|ian|ster|ee|goer|worker|keeper|holder)$/.test(noun) && noun.length > 4) return true;
  return /(?:[^aeiou]er|ator|itor|essor|utor|ant|old)$/.test(noun) && noun.length > 4 ? true : null;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  (
    "men man|women woman|children child|people person|persons person|feet foot|teeth tooth|mice mouse|geese goose|lives life|wives wife|knives knife|wolves wolf|" +
    "halves half|loaves loaf|leaves leaf|thieves thief|shelves shelf|calves calf|police police|troops troops|arms arms|works works|goods goods|news news|headquarters headquarters|" +
    "barracks barracks|forces forces|casualties casualties|series series|species species|aircraft aircraft|personnel personnel|crises crisis|analyses analysis|" +
    "bases base|houses house|horses horse|nurses nurse|buses bus|viruses virus|gases gas|lorries lorry|movies movie|cookies cookie|ties tie|pies pie|" +
    "servicemen serviceman|policemen policeman|fishermen fisherman|gunmen gunman|firemen fireman|passers-by passer-by|cattle cattle|sheep sheep|craft craft|" +
    "shoes shoe|canoes canoe|axes axe|cases case|phases phase|purposes purpose|responses response|licences licence|causes cause|clauses clause|universes universe|" +
    "heroes hero|echoes echo|mosquitoes mosquito|tomatoes tomato|potatoes potato|torpedoes torpedo|tornadoes tornado|volcanoes volcano|vetoes veto|embargoes embargo|" +
    "data data|media media|criteria criterion|phenomena phenomenon|bacteria bacteria|means means|dice die|oxen ox|cash cash|gas gas|bus bus|lens lens|aides aide"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** A noun's base form: `missiles` → `missile`, `people` → `person`. */
export function singular(word: string): string {
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  if (word.endsWith("men") && word.length > 5 && !/(?:specimen|abdomen|regimen|acumen)$/.test(word))
    return `${word.slice(0, -3)}man`;
  if (
    /(?:ss|us|is|politics|physics|athletics|logistics|economics|statistics|mathematics|ethics|gymnastics|electronics|ceramics)$/.test(
      word,
    ) ||
    word.length < 4
  )
    return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|zz|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}
