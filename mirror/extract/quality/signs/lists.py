"""What lists call themselves, and what says that a text is somewhere else."""

# ruff: noqa: E501  a row of a table is a line

from mirror.extract.quality.signs.rows import any_of

# Above a list of other stories: that list is not what the page is about.
RELATED = any_of(
    r"\b(?:related|more (?:stories|from|on|news|in)|most (?:read|popular|viewed)|you (?:may|might)(?: also)? (?:like|be interested)|recommended|trending|popular|read (?:next|also)|latest news|up next|don't miss|editor's picks)\b",
    r"相[关關](?:新闻|新聞|报[道导]|報[道導]|文章|阅读|閱讀|推荐|內容)|延伸(?:阅读|閱讀)|(?:猜您|猜你|你可能|您可能)(?:也)?(?:会|會)?喜[欢歡]|[热熱]([门門]|点|點)|推[荐薦]|[热熱]榜|排行|最新(?:消息|新闻|新聞)|更多(?:新闻|新聞|文章|报道|報導)|看了又看|大家都在看",
    r"mehr (?:zum thema|artikel|aus)|auch interessant|meistgelesen|das könnte sie|à lire aussi|sur le même sujet|les plus lus|関連(?:記事|ニュース)|おすすめ|ランキング|人気|читайте также|по теме|популярн|lea también|leggi anche",
)
# What a page of search results calls itself, found or not.
SEARCH = any_of(
    r"^(?:you )?search(?:ed)?(?: results?)?(?: for)?\b.{0,80}|results? for\b|^no (?:search )?results\b|nothing matched|^站[内內]搜[索尋]|[没沒查找](?:有|不到|無|无)(?:找到|搜[索尋]到)?(?:[与與]|符合|[和跟]).{1,40}[相有匹符][关關配合]|[搜][索尋寻].{0,6}[结結]果|^[搜][索尋寻](?:[：:]|\W?[“「『\x22].)|検索結果|검색 ?결과|suchergebnis\w*|^(?:ihre )?suche\b|ergab \d+ treffer|résultats de (?:la )?recherche|resultados de (?:la )?búsqueda|resultados da (?:pesquisa|busca)|risultati (?:della |di )?ricerca|wyniki wyszukiwania|sökresultat|sø[gk]eresultater|zoekresultaten|výsledky (?:hledání|vyhledávání)|arama sonuç\w+|hasil pencarian|результати пошуку|hakutulokset|keresési (?:találat|eredmény)\w*|^(?:busca|pesquisa|ricerca|sök|zoeken|hledat|arama|пошук|поиск)$|^\W*0 (?:resultados|risultati|résultats|treffer|results|результатов)|результат\w* поиска|kết quả tìm kiếm|نتائج البحث",
    r"(?:[查找]|搜[索尋寻])(?:[无無不]|不到)(?![此該该您你]).{0,4}(?:到|符合)?[^|｜_–—-]{1,24}(?:新[闻聞]|文章|[资資]料|[结結]果|[内內]容|[条條]件)|(?:[暂暫][无無]|[没沒]有).{0,4}(?:相[关關]|找到任何|符合).{0,12}(?:[内內]容|文章|[结結]果|[资資]料)|did not match any|^your search\b",
)
# What a list calls itself, and no article does.
LISTED = any_of(
    r"^(?:tags?|tagged|categor(?:y|ies)|archives?|topics?|author|search(?: results?)?|results? for|browsing|section|schlagwort|kategorie|autor|étiquette|catégorie|auteur|etiqueta|categoría|тег|метка|рубрика|автор|태그|카테고리|タグ|カテゴリー?|وسم|تصنيف|thẻ|chuyên mục)\s*[:：]",
)
# What a list calls itself.
LISTING = any_of(
    LISTED.pattern,
    r"search results?|\barchives?$|\barchives? (?:for|of)|^(?:all )?(?:articles|posts|stories|news) (?:by|about|from|tagged) |^(?:latest|recent|top|breaking|all|more|today's)(?: \w+)? (?:news|posts|articles|stories|headlines)$|^latest$|^(?:category|tag|author|monthly|daily|yearly) archives?\b|^most (?:read|popular|viewed)\b|^home(?: ?page)?$|\bpage \d+ of \d+\b|^site ?map\b|^all (?:stories|articles|posts|news)\b|^index of\b|\d+ (?:results|articles|posts|stories)\b",
    r"^(?:photo |video |picture )?(?:galleries|forums?|message boards?|job (?:ads|listings|vacancies)|jobs|vacancies|obituaries|death notices|classifieds|events|what's on|events calendar|newsletters|podcasts|videos|contributors|our (?:team|writers|journalists)|fixtures(?: (?:and|&) results)?|league tables?|tv guide|market data)(?:\W.*)?$",
    r"^(?:标签|標籤|分类|分類|专题|專題|栏目|欄目|话题|話題|作者|(?:[专專][栏欄])?作家|[专專]栏作者|关键[词字]|關鍵[詞字]|归档|彙整|存档|存檔)\s*[:：]|搜[索尋].{0,4}[结結]果|的搜[索尋]|^#\S+|(?:相关|相關)(?:新闻|新聞|文章)$",
    r"的(?:文章|最新文章|全部文章|報導列表|主页|主頁|专栏|專欄)$|(?:新闻|新聞|文章|视频|影片|图片|圖片|招聘|活动|活動)?(?:列表|(?<=[闻聞频片动動])中心|首[页頁]|目[录錄]|一[览覽]|[频頻]道)$|^(?:滚动|即时|即時|最新|今日|全部|往期|历史)(?:新闻|新聞|文章|消息|报道|報導|列表|回顾)?$|^(?:标签|标籤|分类|月度|每日|年度|作者)(?:目录)?归档|^(?:標籤|分類|每月)彙整|^按.{1,4}归档|作者主[页頁]|^最新[动動][态態]|\d{4}\s?年\s?\d{1,2}\s?月(?:存档|归档|彙整)|^(?:[电電]子[报報]|排行榜|[热熱][门門]新[闻聞]|所有文章|[专專][题題][报報][道導]|最新ニュース)$|新[闻聞][总總][览覽]|(?:[数數][字位][报報]|[电電]子[报報])(?:\s*\d{4}|.{0,3}(?:版面|目[录錄]|首[页頁])|\W*$)|股票行情|[实實即][时時市][报報][价價]|stock (?:quote|price)|[職职]缺[搜][索尋寻]|^共\s?\d+\s?[筆条條篇则則]|\b(?:fixtures|scores)(?: (?:and|&) (?:results|fixtures|scores))?$|^[专專][题題]\s?[｜|]|(?:赛程|賽程|积分榜|積分榜|职缺|職缺|行情)(?:表|比分|一[览覽])?$|^第\w{1,4}版(?:[:：].*)?$|版面(?:导航|導航|目[录錄])|(?:网站|網站)(?:地图|地圖|导航|導覽)",
    r"(?:記事|ニュース|動画|写真)?一覧$|検索結果|(?:검색 ?결과|(?:기사|뉴스|전체) ?목록|최신 ?뉴스)$|^(?:suchergebnisse|alle (?:artikel|beiträge|meldungen)|résultats de (?:la )?recherche|tous les articles|resultados de (?:la )?búsqueda|archivo de|noticias de hoy$|últimas noticias$|todas las noticias|последние новости|лента новостей|все (?:новости|материалы)|результаты поиска|نتائج البحث|آخر الأخبار|kết quả tìm kiếm|tin mới(?: nhất)?)",
    r"^(?:press releases?|back issues|past issues|archive of|browse (?:stories|articles|news|by)|recent (?:topics|posts|stories)|newsroom|upcoming events|video library|opinion: (?:columns|editorials)|property for sale|(?:flight|train|bus|tide) (?:arrivals|departures|times?)|timetable|a[–-]z\b|all forums|forum index|board index)\b|\b(?:tv|radio|cinema) (?:listings|guide|schedule)s?\b|\b(?:timetables?|share prices?|stock prices?|exchange rates?|currency rates|(?:today['’]s|this week['’]s) (?:matches|fixtures|races|events|games|films)|arrivals and departures|table of contents|constituents|all episodes|season schedule|league table|standings|results in full|property listings|job listings|search returned|author (?:at|archive)|stories filed under|posts? by)\b|^(?:author|writer|correspondent|columnist)\s*[|–—-]|[|–—-]\s*(?:author|tag|topic|search)s?\s*(?:[|–—-]|$)",
    r"^(?:symbol|name), ?(?:last|size)|parent directory|^\W*p w d l\b|no posts in this|newest at the top",
    r"(?:戰績|战绩|積分|积分|排名|行情|[牌报報][价價]|[时時]刻|[节節]目|場次|[场場]次|[赛賽][程果]|[薪]?[职職][位缺]|招聘|[攪搅]珠|[开開][奖獎]|人事)(?:表|列表|一[览覽]|查[询詢]|[信资資][息讯訊]|[结結]果|及.{1,4}|$)|(?:[点點][击擊]|[热熱][门門榜]|阅[读讀]|[阅閱][读讀]|文章)?排行榜?|^[热熱]榜|列表(?:\W|$)|[目]?[录錄]\s*第?\s?\d+\s?期|(?:本|[当當])期.{0,4}目[录錄]|主持人主[页頁]|(?:文章|帖子|主[题題])\s*[:：]?\s?\d+.{0,8}(?:粉[丝絲]|[关關]注|主[题題])|今日:?\s?\d+|(?:看板|板[块塊]|版[块塊])(?:列表|[导導]航)|^[滚滾][动動]新[闻聞]|[政][务務]公[开開]|^[专專][题題](?:[报報][道導])?[:：｜|]|^(?:首[页頁]|[当當]前位置)\s*[>›»]|^(?:作者|合集|[标標][签籤]|[话話][题題]|[专專][栏欄辑輯])(?:$|\s*[|｜:：／/])|[|｜]\s*(?:作者|[标標][签籤]|[话話][题題])\s*(?:[|｜]|$)|[论論][坛壇](?:首[页頁])?(?:$|\s*-)|(?:[图圖]片|[视視][频頻]|影音)[频頻]道",
    r"^(?:cinéma|ciné|tv|fernsehen).{0,24}(?:séances|programme?)|(?:fernseh|tv-)programm|spielplan|tabelle der|(?:nachrichten)?archiv[:\s]|calend(?:rier|ario)(?: e?t? ?(?:y |e )?clas)|classement|tous nos articles|toute l['’]actualité|dossiers?\s*[:–]|(?:últimas|todas las|todas as|tutte le|ultime) noti[czs]\w+|(?:artículos|textos|artigos|articoli|gli articoli|matérias) (?:publicad\w+ )?(?:por|de|di)\b|archivio|arquivo de|hemeroteca|tabela e jogos|(?:resultados?|risultati|wyniki)\b.{0,24}(?:busca|ricerca|wyszukiwania|para)|al het nieuws|(?:tüm|son) haber|indeks berita|расписание|турнирная таблица|архив (?:номеров|за|новостей)|все (?:статьи|публикации)|усі публікації|стрічка|バックナンバー|試合日程|順位表|(?:기자의 )?다른 ?기사|시세표|지난 ?호|전체 ?보기",
    r"^(?:latest|top|breaking) (?:news|stories)(?: headlines)?\s*(?:[|–—-]|$)|^planet \w+\s*:|^today['’]s paper\b|^view(?:ing)? (?:forum|topics|category|board)\b|search did not match|^(?:browse|showing|displaying|all) (?:all )?(?:articles|posts|stories|entries|results)\b|^topics \d+ to \d+|users browsing this forum|posts (?:tagged|labell?ed|with label|in category|from)\b|: (?:january|february|march|april|may|june|july|august|september|october|november|december) (?:19|20)\d\d$|(?:19|20)\d\d\s?年\s?\d{1,2}\s?月$",
    r"(?:今日|明日|[当當]日)?版面(?:$|\s|[：:])|(?:今日|本日)(?:要[闻聞]|[头頭][条條])|热榜|的所有文章|全部(?:分[类類]|帖子|文章|新[闻聞])|[历歷]史新[闻聞]|按日期[浏瀏]|[求征徵]?[职職][专專][区區]|行情中心|(?:[涨漲]|跌)幅榜|[电電]子[报報]\s*[-－—]|[综綜]合[讨討][论論]|今日[:：]\s?\d|主[题題][:：]\s?\d|版主[:：]|[赔賠]率|排位表|精品[区區]|^(?:首[页頁]|主[页頁])_|\s[-－]\s(?:全部|首[页頁])(?:$|\s)|(?:[标標][签籤]|[关關][键鍵][词字]).{1,16}(?:的所有|下的全部|的全部)|共.{0,6}[筆条條篇].{0,4}(?:[资資]料|文章|[结結]果)",
    r"^\d+ (?:matches|hits|results) (?:for|found)|\ball topics\b|^everything by\b|^latest (?:dispatches|news)\b|most shared|nothing turned up|[–—-] page \d+$|^our (?:contributors|columnists)|recent filings|full coverage|everything we['’]ve (?:published|written)|^archives? du\b|vagas de emprego|相[关關]的[结結]果|共\s?\d+\s?[页頁]|新[闻聞]公[报報]|招聘[岗崗职職]位?|[热熱][门門][标標][签籤]|全部[报報][道導]|一覧(?:（|\()",
    r"(?:latest|breaking|local) news,? (?:and |sport|weather|headlines|comment|views|business)|(?:门户|門戶)(?:[网網]站)?$",
    r"^(?:7\W?24)?.{0,8}(?:快[讯訊]|[电電][报報])\s*(?:$|[-|_｜—])|^【(?:专题|專題)】",
)
# What names a film, a sound or pictures in a title.
MEDIA = any_of(
    r"\b(?:video|watch|livestream|live stream|watch live|listen|podcast|ouça|escucha|écoutez|hören|audio|episode|live|gallery|photos|in pictures|slideshow|cartoon|comic|webcam|livecam|infographic)\b",
    r"[视視][频頻]|影片|影音|[直][播]|[录錄][像影]|[图圖][集辑輯]|[组組][图圖]|漫[画畫话話]|[每今]日一?[图圖画畫]|一日一[图圖]|[动動][画畫]|[图圖]片|[图圖](?:看懂|[读讀]懂|解)|[信資资][息訊讯][图圖]|播客|音[频頻訊]|回放|短片|動画|写真(?:特集|集)|映像",
    r"\b(?:vídeos?|видео|фото(?:галерея|репортаж)|смотреть|подкаст|трансляция|fotostrecke|bilder(?:galerie|strecke)|vidéo|diaporama|en images|galería|fotogal[eé]r[ií]as?|galeria de fotos|karikatur)\b|فيديو|شاهد|صور|بث مباشر|동영상|영상|포토|화보|팟캐스트|ảnh|truyền hình trực tiếp",
)
# The text is there, but in another language.
NOT_IN_LANGUAGE = any_of(
    r"not (?:yet )?available in (?:your language|english|french|german|spanish|chinese|russian|japanese|arabic)|(?:only|currently) available in (?:american |british )?(?:english|french|german|spanish|chinese|russian|japanese)",
    r"(?:not|n['’]t) (?:been |yet )?translated|published in \w{1,20} only|(?:未|不|尚未|[没沒]有)提供(?:[简簡繁正][体體]?)?(?:中|英|日|外|德|法)文版|(?:只|仅|僅)以(?:英文|外文|日文|中文)[发發]表|(?:暂无|暫無|没有|沒有|未有|尚无|尚無)(?:简体|繁体|繁體|簡體)?中文(?:版|翻译|翻譯)|(?:仅有|僅有|只有|只提供)(?:英文|外文|英語|日文)版?",
    r"(?:entry|page|content|post|article|document) is only available in|(?:chinese|english|french) version only|(?:目前|[暂暫])?(?:[没沒]有|[无無])(?:提供)?(?:[简簡繁]體?体?)?中文版",
    r"nicht in ihrer sprache|n['’]est pas disponible (?:dans votre langue|en français)|日本語(?:版は|では)(?:ありません|提供)|недоступн\w{1,3} на (?:вашем|русском)",
)
