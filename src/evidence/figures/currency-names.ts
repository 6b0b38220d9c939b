/** Signs that stand before or behind an amount, as ISO 4217 codes. */
export const SIGNS: ReadonlyMap<string, string> = new Map(
  (
    "$ USD|£ GBP|€ EUR|¥ JPY|￥ JPY|₴ UAH|₽ RUB|₹ INR|₨ INR|₪ ILS|₺ TRY|₩ KRW|₦ NGN|₱ PHP|₫ VND|฿ THB|₡ CRC|₲ PYG|₵ GHS|₸ KZT|" +
    "₼ AZN|₾ GEL|֏ AMD|৳ BDT|₮ MNT|₭ LAK|៛ KHR|؋ AFN|﷼ IRR|₣ CHF|₤ GBP|＄ USD|￡ GBP|zł PLN|kč CZK|грн UAH|руб RUB"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Letters before a dollar or pound sign that say whose it is. */
export const NATIONAL_SIGNS: ReadonlyMap<string, string> = new Map(
  (
    "us$ USD|u.s.$ USD|u.s$ USD|usd$ USD|c$ CAD|ca$ CAD|can$ CAD|cad$ CAD|cdn$ CAD|a$ AUD|au$ AUD|aus$ AUD|aud$ AUD|nz$ NZD|nzd$ NZD|hk$ HKD|" +
    "s$ SGD|sg$ SGD|nt$ TWD|tw$ TWD|r$ BRL|mx$ MXN|mex$ MXN|j$ JMD|tt$ TTD|bds$ BBD|bz$ BZD|b$ BND|fj$ FJD|n$ NAD|z$ ZWL|ar$ ARS|cl$ CLP|col$ COP|" +
    "cn¥ CNY|rmb¥ CNY|jp¥ JPY|e£ EGP|eg£ EGP|gb£ GBP|uk£ GBP|sy£ SYP|l£ LBP"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** ISO 4217 codes; those that are also words need a large amount behind them. */
export const CODES: ReadonlySet<string> = new Set(
  (
    "USD EUR GBP JPY CHF CNY RUB UAH PLN INR ILS TRY CAD AUD NZD SEK NOK DKK ISK CZK HUF RON BGN RSD HRK ALL MKD BAM MDL BYN GEL AMD AZN KZT UZS KGS TJS TMT " +
    "MNT KRW KPW TWD HKD SGD MYR IDR THB VND PHP LAK KHR MMK BDT LKR NPR PKR AFN IRR IQD SYP LBP JOD KWD BHD QAR OMR AED SAR YER EGP LYD TND DZD MAD SDG SSP " +
    "ETB ERN DJF SOS KES UGX TZS RWF BIF CDF XAF XOF XPF NGN GHS GMD GNF SLE LRD CVE MRU STN AOA ZMW MWK MZN ZWL BWP NAD ZAR LSL SZL MGA MUR SCR KMF " +
    "MXN GTQ HNL NIO CRC PAB COP VES PEN BOB CLP ARS UYU PYG BRL GYD SRD TTD JMD HTG DOP CUP BSD BBD BZD XCD FJD PGK SBD TOP VUV WST " +
    "ANG AWG BMD KYD FKP GIP SHP SVC MVR BTN MOP XCG ZWG CHE CHW CLF MXV UYW VED BOV COU USN SLL DEM FRF ITL ESP"
  ).split(" "),
);
export const CODE_WORDS: ReadonlySet<string> = new Set(
  "ALL TOP CUP TRY PEN COP MAD BOB RON GEL SOS LAK BAM KES CAD MUR GTQ".split(" "),
);

/** Other short forms before an amount: "Rs 500", "KSh2m". */
export const SHORT_NAMES: ReadonlyMap<string, string> = new Map(
  (
    "Rs INR|Rs. INR|Re INR|₨ INR|KSh KES|Ksh KES|KSh. KES|Sh KES|USh UGX|TSh TZS|RM MYR|RMB CNY|Rp IDR|Tk BDT|NIS ILS|TL TRY|SFr CHF|SFr. CHF|Fr CHF|Fr. CHF|" +
    "LE EGP|Php PHP|PhP PHP|CFA XOF|FCFA XOF|kr NOK|Kr NOK|R ZAR|Rbl RUB|Hrn UAH|Bs BOB|GH₵ GHS|DM DEM|Dh AED|Dhs AED|Nu BTN|HUF HUF|Ft HUF"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);
/** A short form or code written against its amount, cut off as a piece of its own: `Rs500`, `USD40m`. */
export const PREFIX_CODE =
  /^(?:[A-Z]{3}|Rs\.?|R|RM|RMB|KSh|Ksh|Sh|USh|TSh|Tk|Rp|NIS|TL|SFr|Fr|LE|Php|PhP|CFA|FCFA|Kr|GH₵)\p{Nd}/u;

/** Singular names: the code without an adjective, then adjective and code. */
const NAMES: readonly string[] = [
  "dollar USD us=USD u.s.=USD u.s=USD american=USD canadian=CAD australian=AUD new_zealand=NZD hong_kong=HKD singapore=SGD singaporean=SGD taiwan=TWD taiwanese=TWD new_taiwan=TWD jamaican=JMD bahamian=BSD barbados=BBD belize=BZD fijian=FJD namibian=NAD liberian=LRD guyanese=GYD trinidad=TTD zimbabwean=ZWL zimbabwe=ZWL surinamese=SRD east_caribbean=XCD brunei=BND bruneian=BND bermudian=BMD bermuda=BMD cayman=KYD cayman_islands=KYD caymanian=KYD solomon=SBD solomon_islands=SBD barbadian=BBD belizean=BZD trinidadian=TTD liberia=LRD namibia=NAD fiji=FJD jamaica=JMD guyana=GYD",
  "euro EUR",
  "pound GBP british=GBP egyptian=EGP lebanese=LBP syrian=SYP sudanese=SDG south_sudanese=SSP gibraltar=GIP falkland=FKP falkland_islands=FKP st_helena=SHP saint_helena=SHP scottish=GBP sterling=GBP",
  "sterling GBP pounds=GBP",
  "hryvnia UAH",
  "hryvnya UAH",
  "hryvnias UAH",
  "rouble RUB russian=RUB belarusian=BYN belarussian=BYN",
  "ruble RUB russian=RUB belarusian=BYN belarussian=BYN",
  "yen JPY",
  "yuan CNY",
  "renminbi CNY",
  "zloty PLN",
  "zlotys PLN",
  "złoty PLN",
  "rupee INR indian=INR pakistani=PKR pakistan=PKR sri_lankan=LKR nepali=NPR nepalese=NPR mauritian=MUR seychellois=SCR",
  "rupiah IDR",
  "shekel ILS",
  "sheqel ILS",
  "lira TRY turkish=TRY syrian=SYP lebanese=LBP italian=ITL",
  "lire ITL",
  "franc CHF swiss=CHF cfa=XOF congolese=CDF rwandan=RWF malagasy=MGA west_african_cfa=XOF central_african_cfa=XAF burundian=BIF djiboutian=DJF djibouti=DJF guinean=GNF comorian=KMF pacific=XPF cfp=XPF central_african=XAF west_african=XOF french=FRF belgian=BEF",
  "krone NOK norwegian=NOK danish=DKK swedish=SEK icelandic=ISK",
  "kroner NOK norwegian=NOK danish=DKK swedish=SEK icelandic=ISK",
  "krona SEK swedish=SEK icelandic=ISK norwegian=NOK danish=DKK",
  "kronor SEK swedish=SEK icelandic=ISK",
  "kronur ISK",
  "krónur ISK",
  "koruna CZK czech=CZK slovak=SKK",
  "koruny CZK",
  "korun CZK",
  "crown CZK czech=CZK swedish=SEK norwegian=NOK danish=DKK icelandic=ISK slovak=SKK",
  "forint HUF",
  "leu RON romanian=RON moldovan=MDL",
  "lei RON romanian=RON moldovan=MDL",
  "lev BGN",
  "leva BGN",
  "dinar RSD serbian=RSD iraqi=IQD jordanian=JOD kuwaiti=KWD bahraini=BHD algerian=DZD tunisian=TND libyan=LYD",
  "denar MKD",
  "lek ALL",
  "kuna HRK",
  "lari GEL",
  "dram AMD armenian=AMD",
  "manat AZN azerbaijani=AZN azeri=AZN turkmen=TMT",
  "tenge KZT",
  "som KGS kyrgyz=KGS uzbek=UZS",
  "somoni TJS",
  "tugrik MNT",
  "won KRW korean=KRW south_korean=KRW north_korean=KPW",
  "baht THB",
  "ringgit MYR",
  "dong VND vietnamese=VND",
  "peso MXN philippines=PHP argentina=ARS chile=CLP colombia=COP mexican=MXN argentine=ARS argentinian=ARS chilean=CLP colombian=COP philippine=PHP filipino=PHP uruguayan=UYU cuban=CUP dominican=DOP",
  "real BRL brazilian=BRL",
  "reai BRL",
  "reais BRL brazilian=BRL",
  "bolivar VES",
  "boliviano BOB",
  "guarani PYG",
  "quetzal GTQ",
  "lempira HNL",
  "taka BDT",
  "kyat MMK",
  "riel KHR",
  "afghani AFN",
  "rial IRR iranian=IRR omani=OMR yemeni=YER qatari=QAR saudi=SAR",
  "riyal SAR saudi=SAR qatari=QAR yemeni=YER omani=OMR",
  "toman IRR",
  "dirham AED uae=AED emirati=AED moroccan=MAD",
  "birr ETB",
  "nakfa ERN",
  "shilling KES kenyan=KES ugandan=UGX tanzanian=TZS somali=SOS",
  "rand ZAR",
  "naira NGN",
  "cedi GHS",
  "kwacha ZMW zambian=ZMW malawian=MWK",
  "kwanza AOA",
  "metical MZN",
  "meticais MZN",
  "pula BWP",
  "dalasi GMD",
  "leone SLE",
  "ouguiya MRU",
  "ariary MGA",
  "gourde HTG haitian=HTG",
  "cordoba NIO nicaraguan=NIO",
  "córdoba NIO nicaraguan=NIO",
  "colon CRC costa_rican=CRC salvadoran=SVC",
  "colón CRC costa_rican=CRC salvadoran=SVC",
  "colones CRC costa_rican=CRC salvadoran=SVC",
  "balboa PAB panamanian=PAB",
  "soles PEN peruvian=PEN",
  "bolívar VES venezuelan=VES",
  "bolivares VES venezuelan=VES",
  "bolívares VES venezuelan=VES",
  "guaranies PYG paraguayan=PYG",
  "guaraní PYG paraguayan=PYG",
  "guaraníes PYG paraguayan=PYG",
  "florin AWG aruban=AWG hungarian=HUF",
  "guilder XCG antillean=ANG caribbean=XCG",
  "pataca MOP macanese=MOP",
  "ngultrum BTN bhutanese=BTN",
  "rufiyaa MVR maldivian=MVR",
  "kina PGK",
  "pa'anga TOP tongan=TOP",
  "tala WST samoan=WST",
  "vatu VUV",
  "lilangeni SZL swazi=SZL",
  "emalangeni SZL swazi=SZL",
  "loti LSL lesotho=LSL",
  "maloti LSL lesotho=LSL",
  "dobra STN",
  "escudo CVE cape_verdean=CVE cape_verde=CVE",
  "kip LAK lao=LAK laotian=LAK",
  "mark BAM convertible=BAM bosnian=BAM german=DEM deutsche=DEM",
  "deutschmark DEM",
  "peseta ESP spanish=ESP",
  "hryvnja UAH",
  "togrog MNT",
  "tögrög MNT",
  "zlotych PLN",
  "złotych PLN",
  "złote PLN",
  "greenback USD",
  "buck USD",
  "quid GBP",
];
/** Name → code by adjective; "" is the name alone. */
export const CURRENCIES: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  NAMES.map((line) => {
    const [name = "", plain = "", ...national] = line.split(" ");
    const byAdjective = national.map((pair) => pair.replaceAll("_", " ").split("=") as [string, string]);
    return [name, new Map([["", plain], ...byAdjective])] as const;
  }),
);

/** Is the word a currency's name, in the singular or with an s? */
export function isCurrencyName(word: string): boolean {
  return CURRENCIES.has(word) || (word.endsWith("s") && CURRENCIES.has(word.slice(0, -1)));
}

/** Countries whose currency shares its name with others, by the adjective in `NAMES`. */
export const NATIONS: ReadonlyMap<string, string> = new Map(
  (
    "denmark danish|sweden swedish|norway norwegian|iceland icelandic|egypt egyptian|lebanon lebanese|syria syrian|sudan sudanese|turkey turkish|switzerland swiss|rwanda rwandan|" +
    "burundi burundian|guinea guinean|serbia serbian|iraq iraqi|jordan jordanian|kuwait kuwaiti|bahrain bahraini|algeria algerian|tunisia tunisian|libya libyan|mexico mexican|chile chilean|" +
    "colombia colombian|argentina argentine|uruguay uruguayan|cuba cuban|philippines philippine|india indian|pakistan pakistani|nepal nepali|mauritius mauritian|iran iranian|oman omani|" +
    "yemen yemeni|qatar qatari|kenya kenyan|uganda ugandan|tanzania tanzanian|somalia somali|zambia zambian|malawi malawian|romania romanian|moldova moldovan|czechia czech|slovakia slovak|belarus belarusian|russia russian|morocco moroccan"
  )
    .split("|")
    .map((pair) => pair.split(" ") as [string, string]),
);

/** Hundredth parts: whose, and how large. */
export const SMALL_CHANGE: ReadonlyMap<string, readonly [code: string, factor: number]> = new Map([
  ["penny", ["GBP", 0.01]],
  ["pence", ["GBP", 0.01]],
  ["pennies", ["GBP", 0.01]],
  ["cent", ["USD", 0.01]],
  ["cents", ["USD", 0.01]],
  ["eurocent", ["EUR", 0.01]],
  ["eurocents", ["EUR", 0.01]],
  ["kopek", ["RUB", 0.01]],
  ["kopeks", ["RUB", 0.01]],
  ["kopecks", ["RUB", 0.01]],
  ["kopiykas", ["UAH", 0.01]],
  ["paise", ["INR", 0.01]],
  ["agorot", ["ILS", 0.01]],
  ["groszy", ["PLN", 0.01]],
  ["öre", ["SEK", 0.01]],
  ["øre", ["NOK", 0.01]],
  ["kopiyka", ["UAH", 0.01]],
  ["kopeck", ["RUB", 0.01]],
  ["grosz", ["PLN", 0.01]],
  ["grosze", ["PLN", 0.01]],
  ["paisa", ["INR", 0.01]],
  ["haler", ["CZK", 0.01]],
  ["haleru", ["CZK", 0.01]],
  ["stotinki", ["BGN", 0.01]],
  ["bani", ["RON", 0.01]],
  ["kurus", ["TRY", 0.01]],
  ["kuruş", ["TRY", 0.01]],
  ["piastre", ["EGP", 0.01]],
  ["piastres", ["EGP", 0.01]],
  ["piasters", ["EGP", 0.01]],
  ["centavo", ["MXN", 0.01]],
  ["centavos", ["MXN", 0.01]],
  ["centimes", ["CHF", 0.01]],
  ["rappen", ["CHF", 0.01]],
  ["kobo", ["NGN", 0.01]],
  ["pesewas", ["GHS", 0.01]],
  ["satang", ["THB", 0.01]],
  ["fils", ["AED", 0.01]],
  ["halalas", ["SAR", 0.01]],
  ["tetri", ["GEL", 0.01]],
  ["jiao", ["CNY", 0.1]],
  ["fen", ["CNY", 0.01]],
]);
