const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Things, beasts and bodies of people that endings could mistake for persons; and other frequent heads that are none. */
export const THINGS: ReadonlySet<string> = set(`
missile rocket drone shell bomb mine landmine grenade torpedo bullet round tank vehicle car truck lorry bus van train tram boat ship vessel
trawler ferry cutter tanker freighter carrier destroyer cruiser frigate submarine aircraft plane jet helicopter launcher howitzer liner steamer cruiser minesweeper minelayer schooner
gun rifle weapon mortar container trailer tractor bulldozer digger motorcycle bicycle scooter engine locomotive wagon mortar revolver interceptor airliner hovercraft glider chopper
fighter-jet fighter-bomber speedboat dinghy raft barge yacht lifeboat canoe skiff coach minibus taxi cab ambulance pickup jeep hearse caravan convoy carriage machine excavator harvester
house home building flat apartment block tower bridge road street village town city district province region country state nation skyscraper bungalow cottage villa mansion barn silo
settlement hamlet suburb shelter hospital clinic school college university church mosque temple synagogue shrine factory plant mill chapel monastery cathedral cemetery
refinery depot warehouse store shop market restaurant hotel airport airfield station substation reactor generator transformer turbine boiler furnace smelter crusher
dam reservoir well pipeline field farm tree forest acre crop harvest animal pig cow cattle sheep goat horse donkey camel dog cat hen polder orchard vineyard meadow paddock
chicken bird crane otter bear wolf fish bee elephant tiger lion deer reindeer buffalo bull calf lamb duck goose turkey rabbit rat whale dolphin badger beaver panther leopard jaguar
spaniel collie terrier puppy kitten kite hive swarm colony parrot seal swan pigeon gull crow eagle snake frog toad lizard turtle insect moth beast mare foal stallion hound rhino giraffe
antelope gazelle boar herd flock livestock pony mule ox cub lynx monkey ape gorilla chimpanzee kangaroo koala hare heron hawk falcon owl salmon trout lobster oyster spider adder hamster
ostrich penguin porpoise shark stork plover ewe ram sow piglet gander rooster cockerel grouse pheasant partridge mink weasel creature
tonne ton barrel litre liter gallon bag box crate sack pallet parcel package letter paper page line word book pixel
poster chapter order offer number figure computer server printer phone camera sensor radar antenna transmitter meter scanner router charger speaker tracker detector
seat job post vote ballot percent point mile hour day week month year decade century minute second time occasion attempt case crime vacancy role
incident accident crash collision explosion blast fire wildfire attack strike raid ambush clash battle offensive operation mission sortie tremor aftershock quake earthquake flood
flight trip visit meeting session talk measure law bill rule charge count sentence arrest warrant search survey poll study encounter endeavour manoeuvre maneuver
match game goal win defeat title medal team club party group company firm brand unit brigade battalion division regiment squad army force corps 
bank fund grant loan account share stake contract tender bid deal agreement treaty pact retailer insurer supplier manufacturer brewer lender publisher airline carmaker
employer provider operator exporter importer producer developer exchanger processor
room ward bed bathroom floor storey door window wall roof crater hole trench position border crossing checkpoint centre center theatre theater chamber bunker cellar
island river lake mountain hill valley beach port harbour harbor lighthouse buoy pier quay canal glacier crater sewer gutter 
dose vaccine test sample pill tablet meal loaf egg apple tin can bottle cup blanket tent mattress coat jumper sweater trouser
quarter corner filter charter disaster matter winter summer hunger fever cancer thunder powder water cluster canister cylinder sticker wrapper counter cooker freezer helicopter
error factor sector vector mirror motor corridor terror color colour humor flavor tumor rumor armor accelerator excavator incinerator elevator escalator indicator simulator ventilator respirator incubator
event element document component segment department tournament monument statement payment investment experiment instrument quadrant variant pollutant contaminant lubricant
amendment shipment consignment fragment continent moment comment restaurant warrant pennant deodorant croissant pendant determinant 
committee jubilee coffee degree guarantee fee knee spree toffee settee marquee frontier barrier pier tier 
banner barrier bumper burner blister boulder border bunker buffer chapter cider copper finger feather fiber flower folder gender hammer hamper heater
holder jumper keyboard ladder laser lever liver litter locker lumber number otter pager panther paper pepper picture plaster platter poker poster powder prayer
propeller rafter register remainder riser roller rotor rubber ruler rudder saucer semester shower shutter silver slipper spanner sprinkler stapler sticker stopper stretcher supper
sweater temper tender timber toaster toner tower transfer transponder trigger tuber tumbler ulcer upper voucher wafer waiver weather whisper wrapper zipper slaughter banister chandelier
newspaper skyscraper spacecraft starter timer checker cover answer encounter 
old household threshold scaffold stronghold mould fold
`);
