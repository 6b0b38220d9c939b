const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .flatMap((line) => line.split(";"))
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Bodies that reports name often, without article. Facts, gathered by hand. */
export const ORGANISATIONS = lines(`
United Nations; UN; U.N.; World Health Organization; World Health Organisation; WHO; UNICEF; UNESCO; UNHCR; UNDP; UNRWA; World Food Programme; WFP; FAO; OCHA; IAEA; ILO; IOM
International Atomic Energy Agency; International Committee of the Red Cross; ICRC; Red Cross; Red Crescent; International Criminal Court; ICC; International Court of Justice; Interpol; Europol
European Union; EU; E.U.; European Commission; European Parliament; European Council; European Central Bank; ECB; Council of Europe; European Court of Human Rights; Eurostat; Frontex; European Space Agency; ESA
NATO; OSCE; OECD; OPEC; ASEAN; African Union; Arab League; Mercosur; BRICS; G7; G20; World Bank; International Monetary Fund; IMF; World Trade Organization; WTO; World Meteorological Organization; WMO
Security Council; General Assembly; Human Rights Council; International Olympic Committee; IOC; FIFA; UEFA; World Wildlife Fund; WWF; Amnesty International; Human Rights Watch; Greenpeace; Oxfam; Save the Children; Caritas
Doctors Without Borders; Médecins Sans Frontières; MSF; Transparency International; Reporters Without Borders; World Economic Forum; Wikimedia Foundation; Wikipedia; Salvation Army; Rotary International
Congress; Senate; House of Representatives; House of Commons; House of Lords; Parliament; Supreme Court; White House; Pentagon; State Department; Department of State; Department of Defense; Department of Justice; Justice Department
Treasury; Federal Reserve; Treasury Department; Department of Education; Department of Energy; Department of Homeland Security; Homeland Security; Department of Health and Human Services; Department of Labor; Department of Agriculture
FBI; CIA; NSA; NASA; NOAA; FEMA; CDC; FDA; EPA; FAA; FCC; SEC; IRS; DEA; NIH; USGS; USAID; NYPD; LAPD; National Guard; Coast Guard; National Weather Service; Secret Service; National Security Council
Centers for Disease Control and Prevention; Food and Drug Administration; Environmental Protection Agency; Federal Emergency Management Agency; National Institutes of Health; Federal Bureau of Investigation; Census Bureau
Democratic Party; Republican Party; Green Party; Labour Party; Conservative Party; Liberal Democrats; Socialist Party; Communist Party; Liberal Party; Democrats; Republicans; Tories; Labour; GOP; Likud; Hamas; Hezbollah; Taliban
Bundestag; Bundesrat; Bundeswehr; Knesset; Duma; State Duma; Kremlin; Rada; Verkhovna Rada; Diet; Lok Sabha; Rajya Sabha; Riksdag; Storting; Folketing; Sejm; Cortes; Politburo; National Assembly; Constitutional Court
Ministry of Defence; Ministry of Defense; Ministry of Health; Ministry of Foreign Affairs; Ministry of the Interior; Ministry of Finance; Ministry of Justice; Ministry of Education; Foreign Ministry; Defence Ministry; Defense Ministry; Health Ministry; Interior Ministry; Foreign Office; Home Office; Cabinet Office
Metropolitan Police; Scotland Yard; National Health Service; NHS; Met Office; Bank of England; Ofcom; Ofsted; Royal Navy; Royal Air Force; RAF; British Army; Royal Society; Church of England; Vatican; Holy See
Oxford University; Cambridge University; University of Oxford; University of Cambridge; Harvard University; Harvard; Yale University; Yale; Stanford University; Stanford; Princeton University; Princeton; MIT; Caltech; Columbia University; Cornell University
University of California; University of Chicago; University of Michigan; University of Toronto; Duke University; Brown University; Massachusetts Institute of Technology; King's College; Trinity College; Imperial College; Sorbonne
Google; Apple; Microsoft; Amazon; Facebook; Meta; Twitter; YouTube; Netflix; Tesla; SpaceX; IBM; Intel; Nvidia; Samsung; Sony; Nokia; Siemens; Bosch; Volkswagen; BMW; Toyota; Honda; Ford; General Motors; Boeing; Airbus; Lockheed Martin; Gazprom; Rosneft; Shell; BP; ExxonMobil; Chevron; TotalEnergies
Walmart; Nestlé; Unilever; Pfizer; BioNTech; Moderna; AstraZeneca; Novartis; Roche; Bayer; Huawei; Alibaba; Tencent; Uber; Airbnb; Disney; Warner Bros.; Goldman Sachs; JPMorgan; Deutsche Bank; HSBC; Barclays; UBS; Credit Suisse; Lufthansa; Ryanair; Maersk
Smithsonian; Smithsonian Institution; British Museum; Louvre; Royal Academy; Carnegie Endowment; Brookings Institution; Rand Corporation; Rockefeller Foundation; Ford Foundation; Gates Foundation; Nobel Committee
Jet Propulsion Laboratory; CERN; Max Planck Society; Royal Institution; National Science Foundation; National Academy of Sciences; American Medical Association; Library of Congress; National Park Service
NFL; NBA; NHL; MLB; NCAA; FIA; PGA; Real Madrid; Manchester United; Manchester City; Arsenal; Chelsea; Liverpool FC; Bayern Munich; Juventus; New York Yankees; Boston Red Sox; Los Angeles Lakers
`);

/** Papers, agencies and broadcasters: organisations that carry what others say. */
export const PUBLICATIONS = lines(`
Reuters; Associated Press; AP; Agence France-Presse; AFP; DPA; TASS; Interfax; RIA Novosti; Xinhua; Kyodo; ANSA; EFE; UPI; United Press International; Bloomberg; Bloomberg News; Ukrinform; Unian; Anadolu; Anadolu Agency; PTI; Press Trust of India; Press Association; IRNA; Tasnim; Yonhap; Belga
BBC; BBC News; CNN; NBC; NBC News; ABC; ABC News; CBS; CBS News; Fox News; MSNBC; CNBC; NPR; PBS; C-SPAN; Al Jazeera; Al Arabiya; Sky News; ITV; Channel 4; Deutsche Welle; DW; ARD; ZDF; RAI; RTE; RTÉ; NHK; CBC; RT; Sputnik; CGTN; Euronews; France 24; Radio Free Europe; Radio Liberty; Voice of America; Suspilne; TVN; NOS; YLE; SVT; NRK
New York Times; The New York Times; Washington Post; The Washington Post; Wall Street Journal; The Wall Street Journal; USA Today; Los Angeles Times; Chicago Tribune; Boston Globe; Miami Herald; Houston Chronicle; Denver Post; Seattle Times; New York Post; Philadelphia Inquirer; Politico; Axios; Newsweek; Time magazine; Time Magazine; The Atlantic; The New Yorker; Huffington Post; HuffPost; BuzzFeed; BuzzFeed News; Vox; ProPublica; The Hill; Daily Beast; The Nation; National Review; Rolling Stone; Christian Science Monitor; The Intercept
The Guardian; Guardian; The Times; Sunday Times; The Daily Telegraph; Daily Telegraph; The Telegraph; The Independent; Financial Times; The Economist; Economist; Daily Mail; The Sun; Daily Mirror; Daily Express; Evening Standard; The Observer; The Scotsman; The Herald; Irish Times; Belfast Telegraph; New Statesman; The Spectator; Bellingcat
Der Spiegel; Spiegel; Die Zeit; Die Welt; Bild; Süddeutsche Zeitung; Frankfurter Allgemeine Zeitung; Handelsblatt; Tagesspiegel; Le Monde; Le Figaro; Libération; El País; El Mundo; La Repubblica; Corriere della Sera; La Stampa; Neue Zürcher Zeitung; Der Standard; De Telegraaf; Politiken; Dagens Nyheter; Aftenposten; Helsingin Sanomat; Gazeta Wyborcza; Pravda; Ukrainska Pravda; Kyiv Independent; Kyiv Post; Novaya Gazeta; Meduza; Kommersant; Izvestia; Vedomosti; Moscow Times; Hürriyet; Haaretz; Jerusalem Post; Times of Israel
Times of India; The Hindu; Hindustan Times; Indian Express; Dawn; South China Morning Post; Global Times; People's Daily; Straits Times; Japan Times; Asahi Shimbun; Yomiuri Shimbun; Mainichi; Korea Herald; Sydney Morning Herald; The Age; The Australian; New Zealand Herald; Globe and Mail; Toronto Star; National Post; Bangkok Post; Daily Star; Mail & Guardian; Daily Nation; The East African; Al-Ahram; Folha de S.Paulo; O Globo; La Nación; Clarín; Nature; Science; The Lancet; Lancet; Scientific American; New Scientist; National Geographic; British Medical Journal; Wikinews; TechCrunch; Wired; The Verge; Ars Technica; Forbes; Fortune; Business Insider; MarketWatch; Barron's
`);
