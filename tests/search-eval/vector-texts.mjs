// Texts for the vectors: how people write, and what Unicode holds to make that hard.
export const texts = [
  // Plain words, case, digits
  "", " ", "word", "Two words", "UPPER lower", "a", "I", "1", "42", "2027", "3.14", "1,000", "v2.0", "4k", "50%", "#1", "A4", "b2b", "C3PO", "x=1",
  "one,two", "one;two", "one:two", "one|two", "(one)", "[two]", "{three}", "one/two", "one\\two", "one\ttwo", "one\ntwo", "one…two", "one—two", "one–two",
  "Hello, world!", "What? Why! How.", "end.", ".start", "a.b", "a.b.c", "a.b.c.d", "e.g. this", "i.e. that", "U.S.A.", "Ph.D.", "No. 5", "12:30", "10/11/2027",
  // Apostrophes
  "don't", "don’t", "can't", "we'll", "they’re", "I'm", "today's", "today’s", "James'", "the boss's", "rock 'n' roll", "o'clock", "O'Neil", "'quoted'", "‘quoted’",
  "l'équipe", "L’ÉQUIPE", "d'une", "qu’il", "aujourd'hui", "c’est-à-dire", "jusqu’à", "dell'arte", "l'", "'s", "s's", "it's", "its", "dogs' bowls", "could've", "y'all",
  // Hyphens and other joiners
  "stand-up", "Stand‑up", "stand‐up", "stand--up", "stand- up", "stand -up", "e-mail", "E-Mail", "x-ray", "t-shirt", "vitamin-c", "two-factor", "multi-factor sign-in",
  "state-of-the-art", "do-it-yourself", "mother-in-law", "a-b", "a-b-c", "A-1", "SYS-04", "LDR-12", "t-06", "co-operate", "re-enter", "snake_case", "kebab-case-name",
  "file.name", "index.html", "www.example.org", "name@example.org", "user.name+tag@example.org", "path/to/file", "and/or", "he/she", "24/7", "9-5", "3–5 people", "10-year-old",
  "antidisestablishmentarianism", "pneumonoultramicroscopicsilicovolcanoconiosis", "averyveryverylong-hyphenatedwordindeed", "short-averyveryverylongpartofaword",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "https://example.org/a/b?c=d#e", "_private", "__init__", "-flag", "--option", "a_b", "_", "-", "--", "'", "...",
  // Accents and letters that fold
  "café", "cafe\u0301", "CAFÉ", "naïve", "résumé", "Zürich", "ÅNGSTRÖM", "A\u030angstro\u0308m", "smörgåsbord", "Øresund", "Łódź", "straße", "STRASSE", "ẞ", "Æsir", "æther", "œuvre",
  "Œuvre", "þing", "Þór", "ðe", "Đorđe", "ħal", "ŋ", "ĳ", "Ĳ", "ŀ", "ŉ", "ǆ", "ǅ", "ﬁnd", "ﬂow", "ofﬁce", "ﬀ", "ﬃ", "ﬅ", "İstanbul", "ISTANBUL", "ılık", "Iğdır", "ĞÜŞÖÇ", "ñandú",
  "Ñ", "ç", "façade", "coöperate", "crème brûlée", "déjà-vu", "Dvořák", "šťastný", "ű", "ő", "Việt Nam", "Đà Nẵng", "ẫ", "a\u0302\u0303", "ǘ", "u\u0308\u0301", "ȩ", "ạ̈", "Å", "K", "Ω",
  // Greek, Cyrillic, Armenian, Georgian
  "Ελλάδα", "ΕΛΛΆΔΑ", "ΟΔΟΣ", "οδός", "ὀξύς", "ᾳ", "ΐ", "Привет", "ПРИВЕТ", "ёлка", "Ёж", "й", "и\u0306", "Україна", "ґанок", "їжак", "Сербија", "ђ", "Հայաստան", "ՀԱՅ", "և", "საქართველო", "ᲡᲐᲥ", "ა",
  // Hebrew and Arabic
  "שלום", "שָׁלוֹם", "ירושלים", "צה״ל", "ג׳ירפה", "ﬡ", "العربية", "العَرَبِيَّة", "السلام عليكم", "مـــرحبا", "أحمد", "إسلام", "آمن", "مؤسسة", "شيء", "على", "ﻋﺮﺑﻲ", "ﷺ", "ﷲ", "٢٠٢٧", "۴۵",
  "فارسی", "می‌خواهم", "کتاب‌ها", "ڤ", "ہے", "ے", "پنجاب", "قُرْآن", "‏عربي", "ـ",
  // Indic, Thai, Lao, Khmer, Burmese, Tibetan, Ethiopic
  "हिन्दी", "नमस्ते", "क्षेत्र", "ज़रूरत", "বাংলা", "தமிழ்", "తెలుగు", "ಕನ್ನಡ", "മലയാളം", "ગુજરાતી", "ਪੰਜਾਬੀ", "සිංහල", "१२३", "ไทย", "ภาษาไทย", "กรุงเทพ 2027", "ลาว", "ພາສາລາວ", "ខ្មែរ", "មាតិកា", "မြန်မာ", "བོད", "አማርኛ", "ᏣᎳᎩ", "ꮳꮃꭹ",
  // Chinese, Japanese, Korean
  "中", "中文", "中文搜索", "社会 变化", "組織の変革", "組織", "東京タワー", "ひらがな", "カタカナ", "ｶﾀｶﾅ", "ｶﾞ", "か\u3099", "が", "パ", "コーヒー", "コ―ヒ", "々", "人々", "〇", "㍿", "㌔", "①②③", "Ⅳ", "ⅳ", "㈱", "한국어", "조직 변화", "변화를", "ㄱ", "각", "각", "한", "한국어2027년", "AI技術", "技術AI", "第1章", "A社", "Wi-Fiルーター", "。中文，标点！", "中-文", "中文-AI", "龍", "龍", "𠮷野家", "𠮷", "㐀", "ㄅㄆ", "ｈｅｌｌｏ", "ＡＢＣ１２３", "ａ－ｂ",
  // Numbers and signs of many kinds
  "½", "1½", "x²", "H₂O", "10³", "№ 5", "℃", "™", "©", "€100", "$5", "5€", "±3", "a+b", "c++", "C#", "F#", ".NET", "node.js", "@name", "#tag", "#two_words", "R&D", "AT&T", "Q&A", "x*y", "50°", "5′", "µm", "μm", "Å", "ª", "º",
  // Emoji, surrogates, joiners that cannot be seen
  "🙂", "a🙂b", "👩‍💻", "word🙂word", "🇫🇷", "1️⃣", "❤️", "𝒜𝓁𝒾𝒸𝑒", "𝟙𝟚", "𐐀", "𐐨", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "🅰", "soft\u00adhyphen", "zero\u200bwidth", "zero\u200cwidth", "zero\u200dwidth", "word\u2060joiner", "\ufeffstart", "left\u200eright\u200f", "non\u00a0breaking", "thin\u2009space", "line\u2028break", "\u061cmark",
  "a\u0300", "\u0300", "e\u0301\u0301\u0301", "\u0345", "a\u20dd", "q\u0307\u0323", "\u1e9b\u0323", "ſ", "ſt", "\u212a", "\u0130", "i\u0307", "\u03c2", "\u1fbe", "\u2160", "\ufb03", "\ufdfa", "\u3300", "\u33ff", "\u2126",
  // Sentences
  "It’s the people’s choice—isn’t it?", "Find every account, dormant and impostor included, and build the register", "Who decides, and by when?", "L’équipe d’à côté n’a pas répondu.", "Dès le 1er janvier, l’article 5.2 s’applique.", "Die Maßnahmen müssen geprüft werden.", "¿Qué hacemos mañana?", "Пишите по-русски.", "他说：“好的”。", "Ａ full-width test", "“curly” and \"straight\"", "«guillemets»", "a  b   c", "RACI (responsible, accountable, consulted, informed)", "follow-up/escalation", "CO₂-neutral", "anti-virus_software.exe", "5-to-9", "N/A", "w/o", "c/o",
];
