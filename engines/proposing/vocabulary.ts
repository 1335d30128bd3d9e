// Knows the words that diplomacy uses for its common areas, in English and Chinese, by how surely each tells the area.
// "a & b" asks for both within a sentence, "a ~ b" close together. Whole areas only: no names of persons, meetings or agreements.

/** `sure` tells the area alone, `likely` needs company, `hint` only ever adds to others. */
export type AreaWords = { sure: string; likely?: string; hint?: string; against?: string }
export type Area = AreaWords & { parts?: Record<string, AreaWords> }

export const areas: Record<string, Area> = {
  counternarcotics: {
    sure: 'counternarcotics, counter narcotics, anti narcotics, counterdrug, narcotics, narcotic, fentanyl, opioid, opioids, synthetic drugs, illicit drugs, illegal drugs, drug trafficking, drug traffickers, drug smuggling, drug manufacturing, drug production, drug control, drug enforcement, drug policy, drug police, drug trade, drug dealers, drug crime, drug abuse, drug gangs, drug problem, drug supply, drug proceeds, drug money, on drugs, anti drug, war on drugs, precursor chemicals, chemical precursors, pill presses, nitazenes, methamphetamine, heroin, cocaine, drug & precursors, chemicals & scheduling, scheduling & substances, 禁毒, 缉毒, 毒品, 贩毒, 芬太尼, 阿片, 易制毒, 麻醉药品, 精神药品, 新精神活性物质, 前体化学品',
    likely:
      'precursor, precursors, pills, pill, overdose, overdoses, cartels, drug cartels, controlled substances, scheduling action, class scheduling, chemicals ~ shipment, designated chemicals, psychoactive substances, synthetics, 列管, 前体',
    hint: 'drugs, drug, law enforcement, illicit finance, illicit financing, money laundering, transnational criminal organizations, transnational organized crime, transnational crime, chemicals, scheduling, trafficking, traffickers, seizures, indicted, 执法合作, 执法, 洗钱, 管制',
    against:
      'medicines, patients, pharmaceutical, pharmaceuticals, generic drugs, antibiotics, doping, drug prices',
  },
  'artificial intelligence': {
    sure: 'AI & safety, AI & risk, AI & risks, AI & talks, AI & dialogue, AI & governance, AI & misuse, AI & cooperation, AI & consultations, artificial intelligence & risk, artificial intelligence & risks, artificial intelligence & safety, artificial intelligence & talks, artificial intelligence & dialogue, artificial intelligence & governance, artificial intelligence & misuse, artificial intelligence & cooperation, AI & human control, AI & humans, artificial intelligence & human control, 人工智能',
    likely:
      'AI, artificial intelligence, frontier models, advanced models, machine learning, autonomous weapons',
    hint: 'safety, use of nuclear weapons, misuse, models, algorithms, human control, emerging technologies, responsible use, trustworthy',
    against:
      'chip, chips, semiconductor, semiconductors, export controls, outbound investment, data centers, data centres, Nvidia, stock, startup, 芯片, 半导体, 出口管制',
  },
  'military communication': {
    sure: 'military to military, mil to mil, mil mil, communication & PLA, communication & Liberation Army, defense chief & call, defense chief & met, military communication, military communications, military & hotline, defense & hotline, defence & hotline, military dialogue, military exchanges, military channels, military talks, military contacts, military ~ dialogue, military ~ channels, armed forces ~ dialogue, armed forces ~ exchanges, armed forces ~ trust, theaters ~ exchanges, theaters ~ call, military ~ exchanges, defense ministry ~ exchanges, defence ministry ~ exchanges, defense ministry ~ talks, defense officials ~ talks, commanders ~ call, commanders ~ channel, commanders & telephone, commanders ~ talks, commanders & spoke, generals & lines of communication, PLA ~ dialogue, defense talks, defence talks, defense policy coordination, defence consultations, military maritime, theater commander, theater commanders, theatre commander, theatre commanders, military commanders & call, crisis communications, crisis communication, deconfliction, military & lines of communication, military & channels of communication, armed forces & communication, defense & counterpart, defence & counterpart, defense minister & spoke, defence minister & spoke, defense minister & call, defense ministers & met, minister of national defense & spoke, minister of national defense & met, minister of national defense & call, military leaders ~ call, military leaders ~ meetings, military leaders ~ talks, defense minister & met, secretary of defense & met, secretary of defense & spoke, joint chiefs & counterpart, defense dialogue, defence dialogue, 两军, 军事交往, 军事沟通, 军方沟通, 战区, 海上军事, 国防部工作会晤, 军事热线',
    likely:
      'military leaders, central military commission, defense minister, defence minister, minister of national defense, secretary of defense, joint chiefs of staff, chief of defense, military & communication, miscalculation, armed forces, theaters, theatres, military & risk reduction, military & transparency, 国防部长, 防长, 中央军委',
    hint: 'military, defense, defence, commander, commanders, escalation, air and maritime safety, crisis, 军事, 军方, 国防',
    against:
      'hackers, malware, critical infrastructure, espionage, surveillance, military aid, military assistance, arms sales, defense industrial, military base, military activity',
  },
  'people-to-people': {
    sure: 'people to people, people to people exchanges, exchange programs, exchange programmes, exchange & study, exchanges ~ people, exchanges ~ peoples, person to person, subnational exchanges, sister cities, ties & peoples, ties between the people, ties between people, 人文交流, 民间交往, 人员往来, 友好城市',
    likely: 'exchanges & people, mutual understanding, subnational, exchanges between the two, civil society',
    hint: 'exchanges, exchange, visits, delegations, 交流, 往来',
    against:
      'repression, persecution, abuses, detained, jailed, prison, protests, killed, genocide, forced labor, espionage, spies, sanctions',
    parts: {
      flights: {
        sure: 'passenger flights, direct flights, scheduled flights, commercial flights, round trip flights, nonstop flights, air transportation agreement, air services, flights & resume, flights & increase, flights & weekly, 直航, 客运航班, 航班, 民航',
        likely: 'flights, flight, airlines, airline, air travel, air transport, civil aviation',
        hint: 'passenger, passengers, routes, carriers, weekly',
        against: 'overflight, fighter, spy, military flights, test flight',
      },
      study: {
        sure: 'student exchanges, exchange students, study abroad, educational exchanges, education exchanges, academic exchanges, youth exchanges, scholarly exchanges, student visas, students & visas, students & exchange, students & number, students ~ study, students ~ return, youth & exchange, students & study, 留学, 留学生, 教育交流, 青年交流, 青少年',
        likely: 'students, student, scholars, scholarships, young people, 学生, 青年, 学者, 大学',
        hint: 'educational, academic, universities, youth, teachers, language, education, schools, program, programs, 教育',
      },
      culture: {
        sure: 'cultural exchanges, cultural & exchange, sports exchanges, sports & exchange, sports diplomacy, cultural diplomacy, artistic exchanges, 文化交流, 体育交流, 大熊猫',
        likely: 'cultural, museums, orchestra, sports, athletes, pandas, panda, 文化, 体育',
        hint: 'culture, arts, film, exhibition, performance, tour, team, heritage',
      },
      travel: {
        sure: 'tourism & exchange, visa free, visa waiver, tourist visas, visa facilitation, travel advisory & exchanges, 免签, 旅游, 签证便利',
        likely: 'tourism, tourism ~ dialogue, tourists, visas, visa, travel advisory, 签证',
        hint: 'travel, visitors',
      },
      business: {
        sure: 'business exchanges, business & exchanges, business delegations & exchange, 工商界交流',
        likely:
          'business delegation, business people, business community, chambers of commerce, chamber of commerce, 工商界',
      },
    },
  },
  climate: {
    sure: 'climate change, climate crisis, climate action, climate finance, climate cooperation, climate & envoy, greenhouse gas, methane, emissions & climate, net zero, decarbonization, paris agreement, carbon neutrality, deforestation, 气候变化, 气候, 碳中和, 甲烷, 温室气体, 减排',
    likely:
      'climate, emissions, renewable energy, clean energy, solar, wind power, coal, carbon, hydrogen, biodiversity, forests, 可再生能源, 清洁能源',
    hint: 'energy, environment, green, warming, adaptation, resilience',
  },
  energy: {
    sure: 'natural gas, LNG, oil & gas, energy security, nuclear energy, pipeline, power grid, electricity, civil nuclear, 能源安全, 天然气, 核能',
    likely: 'energy, oil, gas, grid, reactors, fuel, 能源, 石油',
    hint: 'supply, infrastructure',
  },
  trade: {
    sure: 'tariff, tariffs, import duties, ad valorem, trade agreement, trade deal, free trade, trade deficit, trade negotiations, trade talks, market access, anti dumping, customs duties, trade war, 关税, 贸易协定, 自贸, 经贸磋商, 市场准入',
    likely:
      'trade, imports, exports, duty, duties, customs, commerce, purchases, subsidies, 贸易, 经贸, 进口, 出口',
    hint: 'economic, market, markets, goods, commercial, products, 经济',
  },
  'technology controls': {
    sure: 'export controls, export control, entity list, semiconductors, outbound investment, advanced chips, rare earths, rare earth, critical minerals, 出口管制, 实体清单, 半导体, 稀土, 关键矿产',
    likely: 'chips, chip, supply chains, supply chain, minerals, sanctions, licensing, 芯片, 供应链',
    hint: 'technology, technologies, dual use, security',
  },
  finance: {
    sure: 'debt relief, debt restructuring, debt treatment, financial stability, macroeconomic, exchange rates, investment treaty, central banks, development finance, multilateral development banks, 债务, 金融稳定, 宏观经济',
    likely: 'debt, investment, investors, loans, currency, financial, banks, creditors, 投资, 金融',
    hint: 'economic, fiscal, growth, capital',
  },
  health: {
    sure: 'public health, global health, pandemic, pandemics, vaccines, vaccine, health security, disease surveillance, health cooperation, cancer research, 公共卫生, 疫苗, 疫情, 大流行',
    likely: 'health, disease, diseases, medicines, hospitals, virus, outbreak, medical, 卫生, 医疗',
    hint: 'research, care, preparedness',
  },
  'food and agriculture': {
    sure: 'food security, agricultural cooperation, agricultural products, soybeans, grain, fertilizer, fertilizers, food systems, agricultural & purchases, 粮食, 农产品, 大豆, 农业合作',
    likely: 'agriculture, agricultural, farmers, food, beef, crops, 农业',
    hint: 'rural, seeds, markets',
  },
  'consular and detained': {
    sure: 'wrongfully detained, detained citizens, exit bans, consular access, consular services, prisoner exchange, prisoner swap, hostages, hostage, abductees, abductions, political prisoners, 领事, 被拘押, 释放',
    likely: 'detained, detainees, prisoners, released, release, consulates, consulate, citizens, 拘留',
    hint: 'families, embassy, prison, return',
  },
  'nuclear weapons': {
    sure: 'nuclear weapons, nuclear arms, arms control, non proliferation, nonproliferation, denuclearization, nuclear disarmament, warheads, strategic stability, nuclear risk, nuclear tests, uranium enrichment, enriched uranium, nuclear program, IAEA & inspectors, safeguards & nuclear, ballistic missile, ballistic missiles, 核武器, 军控, 防扩散, 无核化, 核裁军, 铀浓缩',
    likely: 'nuclear, missile, missiles, proliferation, disarmament, uranium, inspectors, IAEA, 导弹',
    hint: 'verification, treaty, inspections, launch',
  },
  cyber: {
    sure: 'cyber attacks, cyberattacks, cybersecurity, cyber security, ransomware, cyber & norms, hacking, cyber enabled, cyberspace, cybercrime, 网络安全, 网络攻击, 网络犯罪',
    likely: 'cyber, hackers, digital, data flows, critical infrastructure & cyber, 网络',
    hint: 'data, internet, networks, online',
  },
  space: {
    sure: 'outer space, space exploration, space debris, space cooperation, space station, satellites & debris, lunar, astronauts, 外空, 航天, 太空',
    likely: 'satellites, satellite, space, moon, astronaut, launch vehicle, 卫星',
  },
  migration: {
    sure: 'migration, irregular migration, migrants, refugees, asylum, repatriation, border security, human trafficking, human smuggling, deportation, 移民, 难民, 遣返',
    likely: 'border, borders, visas, smuggling, trafficking, displaced, resettlement, 边境',
    hint: 'returns, crossings',
  },
  'law enforcement and terrorism': {
    sure: 'counterterrorism, counter terrorism, terrorism, terrorist, extradition, police cooperation, mutual legal assistance, law enforcement cooperation, anti corruption, 反恐, 引渡, 反腐败, 司法协助',
    likely:
      'law enforcement, police, organized crime, money laundering, corruption, extremism, fugitives, 执法, 警务, 洗钱',
    hint: 'crime, criminal, security',
  },
  'maritime and territorial': {
    sure: 'freedom of navigation, maritime security, maritime boundary, territorial dispute, code of conduct, ceasefire, cease fire, border demarcation, coast guard & dispute, grain corridor, troop withdrawal, demilitarized zone, 停火, 航行自由, 领土争端, 边界',
    likely:
      'maritime, waters, coast guard, shoal, navigation, sovereignty, troops, peacekeeping, front line, 海上, 海警',
    hint: 'sea, vessels, patrol, territory, 海洋',
  },
  fisheries: {
    sure: 'illegal fishing, fisheries, overfishing, marine protected, plastic pollution, marine litter, high seas treaty, 渔业, 海洋保护, 塑料污染',
    likely: 'fishing, ocean, oceans, marine, plastic, 海洋',
  },
  humanitarian: {
    sure: 'humanitarian aid, humanitarian assistance, humanitarian corridor, humanitarian access, family reunions, reconstruction aid, disaster relief, demining, 人道主义, 救灾, 排雷',
    likely: 'humanitarian, relief, aid, reconstruction, civilians, evacuation, 援助',
  },
  'human rights': {
    sure: 'human rights, freedom of expression, press freedom, religious freedom, forced labor, forced labour, women peace and security, gender equality, rule of law & reforms, 人权, 新闻自由, 强迫劳动',
    likely: 'journalists, dissidents, minorities, elections, democracy, women, rights, 记者, 妇女',
  },
  'science and technology': {
    sure: 'science and technology agreement, scientific cooperation, research cooperation, joint research, quantum, scientific exchange, 科技合作, 联合研究, 量子',
    likely:
      'scientists, scientific, research, innovation, laboratories, biotechnology, telecommunications, 科技, 科研',
  },
  infrastructure: {
    sure: 'infrastructure investment, railway, railways, high speed rail, ports & investment, economic corridor, connectivity projects, roads & bridges, 基础设施, 铁路, 互联互通',
    likely: 'infrastructure, rail, port, ports, corridor, connectivity, highway, dam, 港口',
  },
}
