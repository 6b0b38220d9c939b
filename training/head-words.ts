const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words that the names of bodies are made with, wherever they stand in them. */
export const BODY_WORDS = words(`
university universities college colleges institute institution institutes school schools academy polytechnic faculty conservatory seminary kindergarten ministry ministries department departments dept
agency bureau office directorate inspectorate authority administration secretariat commission commissioner committee subcommittee council councils board panel tribunal court courts senate congress parliament
assembly cabinet government party parties union unions association associations society societies federation confederation alliance league leagues coalition front movement network foundation fund trust
charity club clubs team fc cf athletic wanderers rovers united guild chamber forum initiative programme program project consortium cooperative cooperatives collective company companies co corp corporation inc incorporated
ltd limited llc plc gmbh ag sa spa group holding holdings enterprises industries partners brothers bros bank banks insurance airlines airways railways motors pharmaceuticals laboratories laboratory lab labs
systems technologies solutions services service studio studios pictures entertainment records orchestra philharmonic symphony choir ensemble theatre theater ballet opera company press publishing publishers publications books magazine journal
review weekly daily monthly times post herald tribune gazette chronicle telegraph guardian observer courier news broadcasting radio television tv channel media wire newspaper bulletin
church diocese archdiocese synod order brotherhood army navy force forces corps regiment brigade battalion division squadron guard police constabulary fleet militia legion gendarmerie
unesco nato register observatory archive archives registry exchange reserve treasury hospital clinic hospice
ministère université universidad universidade universität universiteit universitet instituto institut centro centre national nationale verein verband gesellschaft partei sociedad société
yankees sox dodgers giants lakers celtics bulls knicks rangers cubs mets braves pirates cardinals eagles cowboys patriots packers steelers bears lions tigers royals owls wildcats
`);

/** Words that the names of places are made with. */
export const SITE_WORDS = words(`
street st avenue ave road rd boulevard blvd lane drive highway hwy motorway route square plaza place market quay pier wharf bridge tunnel gate tower towers station airport terminal harbour harbor port
river creek stream brook canal lake lakes lagoon pond falls waterfall spring springs sea ocean gulf bay strait channel sound fjord cove inlet coast beach shore reef cape point peninsula island islands isle isles archipelago atoll
mount mt mountain mountains hill hills peak range ridge valley canyon gorge plateau plain plains desert forest woods wood park gardens garden meadow moor glacier volcano cave crater
city town village borough district county province prefecture region state territory republic kingdom empire emirate canton parish municipality commune suburb quarter neighbourhood neighborhood heights
hotel hostel inn restaurant cafe bar pub palace castle fort fortress citadel cathedral basilica chapel mosque temple synagogue monastery abbey shrine ruins hall house building museum gallery library stadium arena cemetery monument zoo mall
north south east west northern southern eastern western upper lower central new old great san santa saint são sankt el los las al la le puerto villa rio monte
rue piazza via strasse straße platz calle avenida camino ulica gasse
terre terres grande petite haute basse baie anse plage pointe porte morne lac île îles ile iles mont col vallée rivière gorges cap côte jardin jardins parc pont quartier chemin faubourg vieux vieille saintes
playa playas cala punta isla islas cerro sierra valle lago laguna río bahía cabo costa plaza parque puente paseo carretera barrio ciudad pueblo palacio catedral iglesia mercado castillo alcázar
praia praias ilha ilhas vila ponta ponte serra lagoa largo praça baía igreja mosteiro castelo isola isole spiaggia lungomare castello palazzo duomo chiesa porto monti borgo corso campo fiume
insel see berg burg schloss dorf tal wald hafen brücke dom kirche markt allee weg bahnhof ufer heide moor gracht kade haven brug eiland meer plein kerk ø øer sund fjord havn strand bugt øhav vik dal fjell
plac most rynek kościół zamek jezioro wyspa góra ostrov hrad náměstí jezero otok trg grad luka plaža poluotok ada meydan meydanı cami camii hisar köprü köprüsü çarşı sokak caddesi
agia agios nea paralia limani plateia masjid masjid-e meidan bagh pol kuh imamzadeh souk medina kasbah wadi jebel jabal bab bayt qasr wat ko koh hat ban doi khao thale pulau gunung danau pantai kampung teluk
shima jima jinja taisha dera gawa yama mura barangay sitio
`);
