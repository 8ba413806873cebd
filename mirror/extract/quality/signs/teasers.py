"""A whole line, or a link, that leads to the rest of the text."""

# ruff: noqa: E501  a row of a table is a line

from mirror.extract.quality.signs.rows import any_of

# As much as that stands over lists of other stories, too.
MORE = any_of(
    r"^\W*(?:(?:read|see|view|learn|load|show) (?:more|on|also)|more|[阅閱]?[读讀]更多|[查觀观]看更多|更多|weiterlesen|mehr(?: lesen)?|lire (?:plus|aussi)|voir plus|leer más|ver más|leia mais|leggi(?: anche)?|もっと(?:見る|読む)|더 ?보기|подробнее|далее|xem thêm|المزيد)",
    end=r"\W*$",
)
# A button that unfolds what the page holds, or would if it held it.
UNFOLD = any_of(
    r"^.{0,4}(?:展[开開]|[查阅阅]看)(?:[阅閱][读讀])?(?:全文|全部|剩[余餘]|更多|完整).{0,8}",
    end=r"\W*$",
)
TEASER = any_of(
    r"^\W*(?:you can |to )?(?:read|continue|keep)\b.{0,24}\b(?:full|whole|entire|complete|original|rest)\b.{0,60}",
    r"^\W*(?:continue|keep) reading\b.{0,80}",
    r"^\W*(?:read|continue|keep)\b.{0,12}\b(?:more|here|on)\b(?:\W*|\W{1,3}(?:at|on|in|from|by|here|over|about|the|this|our|original|with|via)\b.{0,50})",
    r"^\W*open .{1,30} to (?:read|continue|see)\b.{0,40}|^.{0,24}\bread the (?:full|whole|entire|original|complete) \w+ (?:at|on|in|from|over)\b.{0,60}",
    r"^\W*(?:l['’]articolo .{1,200} proviene da|la entrada .{1,200} se publicó primero en|l['’]article .{1,200} est apparu en premier sur|der beitrag .{1,200} erschien zuerst auf|o post .{1,200} apareceu primeiro em) .{1,80}",
    r"^\W*(?:read|view|go to|continue to|see) (?:the |this |our )?(?:article|story|post|report|piece|column|essay|interview|review)\b(?:\W{0,3}(?:at|on|in|here|from|over)\b.{0,50})?|^\W*(?:read|continue)(?: it| this| reading)? (?:on|at) \w.{0,40}",
    r"^\W*(?:to read more|for (?:more (?:on|of) this (?:story|article)|the (?:full|complete|whole|rest|entire)\b.{0,24})),? .{0,12}(?:visit|see|click|go to|check|read|buy|pick up)\b.{0,60}|^\W*excerpt only\b.{0,40}|^\W*(?:this )?(?:story|article) continues\b.{0,40}|^\W*(?:continued|see story|story) (?:on |to )?(?:page )?[a-z]?\d{1,3}",
    r"^\W*(?:go|head) (?:over )?to\b.{0,40}\b(?:full|whole|complete|original|source|rest)\b.{0,40}",
    r"^\W*(?:the )?(?:rest|remainder) of (?:this|the|our|\w+['’]s?) .{2,40} (?:is|are|in|on|at|inside|exclusively)\b.{0,60}",
    r"^\W*the (?:rest|remainder|full \w+|whole \w+|complete \w+)\b.{0,40}\b(?:found|read|available|appears?|continues|at|on|here)\b.{0,60}",
    r"^.{0,16}(?:[请請见見]|点击|點擊){0,2}(?:查看|[阅閱][读讀]|[见見])(?:全文|原文|完整.{0,4})\W.{0,80}|^用.{0,12}App.{0,4}(?:睇|看|[阅閱][读讀]).{0,40}",
    r"^\W*(?!.{0,30}\bfull[ -]?(?:\w+ ){0,2}(?:web ?site|site|screen|size|bio|profile|list|results?|image|photo|gallery|schedule|menu|terms|disclaimer|table|calendar|forecast|map|episode|video))(?:see|view|click|tap|find|get|visit)\b.{0,48}\b(?:full|whole|entire|complete|original|rest|read|reading|article|in full)\b.{0,60}",
    r"^\W*(?:(?:the )?(?:full|whole|entire|complete|original) (?:story|article|text|report|post|version|piece|column)|more (?:at|here|on (?!th|yo|ou)|from the (?!\w+ desk))|(?:story|article|text) continues)\b.{0,50}|^the post .{1,200} appeared first on .{1,80}",
    r"^(?!阅读原文.{0,3}阅读).{0,8}(?:阅读|閱讀|查看|点击|點擊|点此|點此|浏览|瀏覽|前往|看|睇)(?:查看|阅读|閱讀)?(?:完整|更多)?(?:全文|(?<=[读讀])更多|原文|剩余|剩餘|全部|报道|報導|文章|内容|內容).{0,8}",
    r"^(?!.{0,2}展[开開]|.{0,40}在看|全文\s+[标標][题題]).{0,4}(?:全文|原文|详情|詳情|[详詳][细細](?:报道|報導|内容|內容)|完整(?:报道|報導|内容|內容|版))(?:(?:阅读|閱讀|链接|連結)?\W|请见|請見|请看|請看|请点|請點|请移步|見|见|刊(?:[载載登])?[于於]).{0,80}",
    r"^.{0,12}(?:更多|完整|全部)(?:[内內]容|[报報][道導]|[图圖]文).{0,6}(?:[详詳请請][见見看][刊于於]?|移步|前往|刊[于於載载]|[参參][见見]).{0,40}|^.{0,4}[更全]?多?[详詳]?[见見](?:今日|今天|明日|本期).{0,24}",
    r"^\W*for the (?:full|whole|complete|rest)\b.{0,60}\b(?:pick up|buy|grab|get|see|in (?:this|today|tomorrow))\b.{0,60}|^\W*continua (?:su|in|a) .{1,40}",
    r"^.{0,4}(?:本文)?[为為系]?.{0,4}(?:节录|節錄|摘录|摘錄|节选|節選).{0,60}",
    r"^\W*(?:未完|待[续續])(?:\W.{0,16})?|^详[见情].{0,4}(?:今日)?本[报報].{0,8}版|^.{0,4}(?:阅读|閱讀|[查觀观]看)?完整(?:版|文章)(?:[请請][见見看点點].{0,40})?|^.{0,4}全文[详詳]?(?:[见見]|[请請]按).{0,40}|^.{0,4}(?:更多)?[详詳][细細情](?:[内內]容)?(?:[请請][参參][阅閱考]原文.{0,20})?|^.{0,4}[内內]文[请請]看.{0,40}|^(?:前往|到|去)(?:原站|微信|原[网網]站).{0,4}(?:[阅閱][读讀]|[查觀观]看).{0,8}|^(?:在.{1,8})?打[开開](?:今日[头頭][条條]|[头頭][条條]|微信)?(?:[查觀观]看|[阅閱][读讀]).{0,8}",
    r"^.{0,20}前往.{1,10}[阅閱][读讀]\W*|^.{0,4}更多[内內]容[请請][参參][阅閱].{0,60}|^.{0,16}[點点].{0,3}下一[頁页].{0,16}|^\W*(?:clique|haga clic|haz clic|clicca|cliquez)\b.{0,16}(?:para|per|pour) (?:ler|leer|leggere|lire)\b.{0,40}|^\W*leia (?:na|a) íntegra.{0,40}",
    # Elsewhere: in another paper, at a new home, in another browser.
    r"^.{0,6}到?.{0,12}[睇看][返]?全文.{0,6}|^.{0,16}(?:[请請](?:到|至|去|移步|前往)|搬到|移至|使用).{0,24}(?:[继繼][续續](?:看|[阅閱][读讀])|完整|全文).{0,30}",
    r"^(?!.{0,2}展[开開]).{0,4}(?:全文|原文|更多)(?:请见|請見|请看|請看|链接|連結)?\W*|^\W*(?:下转|下轉|转|轉)(?:第.{1,4}|[A-Z]?\d{1,3})版\W*|^.{0,12}(?:原始|完整)(?:报道|報導|文章|出处|出處)(?:\W.{0,30})?|^.{0,4}[到往].{1,16}[看睇讀读]全.{0,12}|^按此.{1,20}[看睇讀读閱阅].{0,12}|^\W*(?:未完待续|未完待續|下文详见|余下全文|餘下全文)\W.{0,30}",
    r"^.{0,4}(?:继续|繼續)(?:阅读|閱讀|看).{0,6}|^.{0,6}(?:app|客户端|客戶端).{0,6}(?:(?:阅读|閱讀)(?!体验|體驗)|查看(?!更多)).{0,6}",
    r"^\W*(?:source|via|from|quelle|fuente|источник|来源|來源|出典|출처)\b.{1,60}(?:full (?:text|story|article)|全文|原文).{0,6}|^.{0,12}(?<![a-z])app(?![a-z]).{0,6}(?:继续|繼續|内|內).{0,10}",
    # Where the whole is: in an application, behind a code to scan.
    r"^.{0,8}(?:下载|下載|打开|打開|安装|扫码|扫描|掃描|(?<![继繼持][续續])[关關]注|开启|開啟|唤起|前往).{0,24}(?:全文|完整|原文|剩余|剩餘|余下|后续|全部|[继繼][续續][阅閱][读讀]).{0,12}|^.{0,30}(?:扫码|二维码|二維碼|公众号|公眾號|客户端|APP).{0,20}(?:全文|完整|原文).{0,10}",
    r"^\W*(?:open|read|continue)\b.{0,24}\bapp\b.{0,40}|^\W*(?:get|download)\b.{0,24}\bapp\b (?:to|for the (?:full|rest)|and) \b.{0,40}",
    r"^\W*hier geht(?: es|[’']?s)? (?:zum|zur|weiter).{0,40}|^\W*(?:zum artikel|(?:lesen sie )?(?:den )?(?:ganzen|vollständigen?|kompletten)r? (?:artikel|text|beitrag)|weiterlesen|mehr lesen|mehr dazu|(?:hier )?(?:zum|den|der|zur) (?:vollständigen?|ganzen?|kompletten?|original-?) ?(?:artikel|beitrag|text|meldung|bericht)?).{0,80}|^\W*(?:lire|voir|découvrir) (?:la suite|plus|l['’](?:article|intégralité)|en entier).{0,50}|^\W*(?:suite|la suite) (?:de l['’]article|sur|ici).{0,40}",
    r"^\W*(?:(?:記事)?全文はこちら|この続きは|続きを(?:読む|見る|よむ)|続きは|もっと(?:見る|読む)|(?:記事)?(?:全文|本文)を(?:読む|見る|表示)|この記事の続き|元(?:の)?記事).{0,24}|^\W*(?:기사 ?)?(?:자세히|전문|더|계속|전체|원문|이어서?)[ ]?(?:보기|읽기|기사).{0,16}",
    r"^\W*(?:читать|читайте) (?:далее|дальше|полностью|продолжение|весь|целиком|полный|статью|также на|на сайте).{0,30}|^\W*(?:(?:подробнее|продолжение|полный текст|далее)\W*|(?:подробнее|продолжение|полный текст) .{0,30}|далее (?:на|в|по|—|-) .{0,24})",
    r"^\W*(?:(?:leer|ver|lea|leia|saiba) (?:más|mais|el|la|o|a)\b|(?:seguir|continuar|sigue|continúe|continue) (?:leyendo|lendo|a ler)|continua a leggere|leggi (?:tutto|l['’]articolo|di più)|(?:leer |ver )?(?:(?:el |la )?artículo|nota|noticia) complet[oa]).{0,60}",
    r"^\W*(?:czytaj (?:całość|więcej|dalej|cały)|lees (?:verder|meer|het (?:hele|volledige))|läs (?:hela|mer|vidare)|(?:devamını|haberin) (?:oku|devamı)|baca (?:selengkapnya|lebih lanjut)|číst (?:dál|celý)).{0,50}",
    r"^\W*(?:اقرأ|إقرأ|تابع|أكمل|للمزيد|لقراءة|لمتابعة|المزيد|متابعة)(?: (?:المزيد|القراءة|المقال|الخبر|قراءة|المصدر|بقية|من|على).{0,30})?|^\W*(?:đọc|xem) (?:tiếp|thêm|toàn bộ|đầy đủ|chi tiết|bản đầy đủ).{0,30}",
    # That it is a part, and of what or where the whole is.
    r"^(?=.{0,140}\b(?:excerpt|extract|preview|snippet|taster|abridged|truncated|shortened|summary|abstract|cut off|in part|introduction only|only part|(?:first|opening) (?:\w+ )?(?:lines|paragraphs?|part|characters)|shows? only|only the (?:first|opening|start))\b)(?=.{0,180}\b(?:rest|remainder|remaining|full|whole|entire|complete|original|longer|source|expand|continue|website|publisher|keep reading|read on|in the app|more paragraphs|see more)\b).{0,200}",
    r"^(?:article )?(?:excerpt|extract|preview|abstract|summary)(?: only)?(?:\W.{0,40}| from .{1,40})?",
    r"^(?=.{0,120}\b(?:rest|remainder|remaining|full|whole|entire|complete|original|unabridged|extended|longer)\b.{0,16}\b(?:story|article|text|piece|post|interview|essay|dispatch|feature|version|chapter|column)\b)(?=.{0,160}\b(?:app|source|publisher|original|sister (?:site|paper)|partner|desktop site|print(?:ed)?|supplement|magazine|issue|edition|bulletin|blog|bookshops|over (?:at|on)|(?:on|at|in) (?:the|his|her|their) [\w’' ]{1,24}(?:site|website|page|blog|app)|first published|link)\b)(?:read|for|the|see|find|visit|follow|open|go|to|get|download|finish|this|that|what|we|you|head|via|continue|click|an?)\b.{0,180}",
    r"^\W*(?:finish|continue|read|expand|load|show|view|open) (?:to |the |this )?(?:reading |read )?(?:the )?(?:rest|remainder|(?:full|whole|entire) (?:story|article|text|piece|post|report))\b.{0,40}|^\W*via .{1,40}, where you can.{0,40}|^\W*\[\+\d+ chars?\].{0,60}|^\W*(?:download|get|open) (?:our|the) app\b.{0,80}\b(?:keep|read|rest|continue|finish)\b.{0,60}|^\W*to find out what happened.{0,80}|^\W*follow the link for.{0,60}|^\W*read on (?:at|in|over|with)\b.{0,60}",
    r"^(?=.{0,60}(?:摘要|摘[自录錄]|[节節][选選录錄]|[选選]段|提要|[预預][览覽告]|(?:[只仅僅].{0,6}|前|[开開][头頭])部分|部分[内內]容|前.{0,6}[段字章]|[开開][头頭]|[开開]篇|未完|不完整|[显顯]示[完不]))(?=.{0,90}(?:全文|完整|原文|[阅閱][读讀]|原[网網站帖书書出]|[购購][书書]|[剩余餘其]下|其[余餘]|[来來]源|App|[继繼][续續]|[续續][读讀]|手[机機]|收看)).{0,110}",
    r"^(?!阅读原文)(?=.{0,60}(?:全文|完整|剩[余餘]|余下|餘下|其[余餘]|[后後][续續文]|[内內]文|原文))(?=.{0,90}(?:App|APP|[应應]用|客[户戶]端|小程序|公[众眾][号號]|原[站网網帖文][^化則则]|[来來]源|出[处處版]|[网網]站|本刊|期刊|PDF|[报報][纸紙章]|[连連鏈链][结結接]|微信|下一[页頁]))(?=.{0,90}(?:[请請]|到|至|於|于|在|前往|[点點]|打[开開]|下[载載]|[访訪][问問]|用|[参參][阅閱见見考])).{0,100}",
    r"^.{0,4}(?:[载載]入|加[载載]|[查观觀]看|展示|[显顯]示|[阅閱][读讀]|看)(?:更多|全部|完整|剩[余餘]|其[余餘]|余下|餘下)?(?:[内內]文|全文|正文|完整版|完整(?:[报報][道導]|文章|[内內]容)).{0,12}|^.{0,16}(?:文[长長]|太[长長]).{0,30}(?:[继繼][续續]|完整|[点點]|全文).{0,30}|^(?:用|在|去|到).{1,12}(?:看完整|看全文|[继繼][续續](?:看|[阅閱])|[阅閱][读讀](?:全文|完整|原文)).{0,10}",
    r"^(?=.{0,160}\b(?:auszug|leseprobe|extrait|extracto|fragmento|avance|resumen|resumo|trecho|estratto|anteprima|brano|premières lignes|résumé|fragment|uittreksel|samenvatting|отрывок|краткое|фрагмент|уривок|cuplikan|kutipan|ringkasan)\b).{0,180}",
    r"^(?=.{0,160}(?:\b(?:vollständig\w*|komplett\w*|ganze\w*|intégral\w*|entière?|complet\w*|complèt\w*|complet[oa]|íntegr[oa]|enter[oa]|integral\w*|volledige?|hele|cał[yaą]\w*|pełn\w+|полн\w+|целиком|повн\w+|selengkapnya|lengkap\w*|tamamı\w*|toàn (?:bộ|văn)|đầy đủ)\b|全文|전문|전체|كامل))(?=.{0,160}(?:\b(?:heft|zeitung|partner\w*|app|quelle|papier|kiosque|numéro|source|journal|fuente|revista|número|web|fonte|aplicativo|parceiro|edicola|giornale|sito|editore|numero|magazine|tijdschrift|krant|wydani\w+|tygodnik\w*|журнал\w*|газет\w*|сайт\w*|номер\w*|источник\w*|друкован\w*|majalah|edisi|dergi\w*|sayısı\w*|báo in|trang nguồn|ứng dụng)\b|本誌|紙面|発行元|サイト|アプリ|掲載|홈페이지|출처|지면|월간지|앱|موقع|الصحيفة)).{0,180}",
    r"^\W*(?:in der app|afficher|mostra(?:re)? (?:tutto)?|показать|показати|читати|segue a pagina|suite page|scarica l['’]app|descarga (?:nuestra|la) app|baixe o aplicativo|mở ứng dụng|앱에서|アプリで|詳しくは|詳細は|подробности —|підробиці|자세한 (?:내용|기사)은?|기사 미리보기|記事の冒頭).{0,80}|^.{0,24}(?:次のページへ|다음 페이지|próxima página|halaman selanjutnya).{0,16}",
    r"^(?:finish|complete|continue) (?:reading )?th(?:is|e) \w+ (?:in|on|at) .{1,60}|^.{0,60}\b(?:the )?(?:rest|remainder|whole of it|whole thing|whole message|entire message|full (?:press release|message|content|announcement|statement|details?|text))\b.{0,40}\b(?:at the|at its|see|go to|on the|hosted|in your browser|source|link|app)\b.{0,60}|^.{0,24}(?:read|see) (?:it|more|the rest) (?:in full|there|of this (?:story|article|post)|at the link)\b.{0,60}",
    r"^(?:story|message|article|post|content) (?:preview|clipped|excerpt)\W.{0,60}|^\W*message clipped.{0,60}|^\W*view (?:the )?entire message.{0,40}|^(?:only|just) the (?:lead|first|opening).{1,120}|^\W*first \d+ (?:words|characters|paragraphs).{0,120}|^.{0,24}\bfull text:? (?:see|at|via|here)\b.{0,60}|^.{0,16}\bhead (?:over )?to the (?:original|source).{0,60}|^go to (?:the )?(?:publisher|source|original)(?:['’]s)?\b.{0,40}|^pick up a copy\b.{0,120}|^(?:please )?(?:open|view) (?:it |this )?in the app\b.{0,60}|^.{0,160}\s?(?:\[|\()(?:more|continue|read more|full story)(?:\]|\))",
    r"^\W*(?:→|»|🔗|link:?|via:?)\s*(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\S*|^更多.{0,6}[请請]?[看见見閱阅参參]{1,2}原.{0,60}|^.{0,24}(?:看|[阅閱][读讀])全文的?.{0,6}(?:到|[请請]|[点點]|去).{0,80}|^visit (?:the )?(?:web ?site|source|page)",
    r"^.{0,12}(?:[后後]面更精彩|[显顯]示更多[内內]容|前往原[网網站][页頁站]?[查]?看?|[复複][制製][链鏈][连連]?接).{0,40}|^.{0,4}(?:[还還]有|剩[余餘下]?)\s?\d+\s?字.{0,30}|^更多.{0,6}(?:[内內]容|[报報][道導]).{0,4}(?:[请請]?下[载載].{0,16}[阅閱看]|[请請]?[见見参參].{0,4}(?:最新|本[报報刊]|第|《)).{0,30}|^上接.{1,40}|^(?:originally|first|cross-?)\s?(?:posted|published) (?:at|on|in|elsewhere|from my).{0,30}\b(?:read it|in full|whole|rest|where)\b.{0,60}|^here['’]s the gist.{0,100}|^flip this story.{0,80}|^in brief: link to.{0,40}|^from our partners: read.{0,40}|^story preview$|^excerpted with permission.{0,140}",
    r"^(?:carry|read) on (?:reading )?(?:at|on|in)\b.{0,60}|^(?:jump|take me|go) to the original\b.{0,40}|^show (?:me )?the remaining\b.{0,40}|^expand to (?:see|read)\b.{0,40}|^view in (?:the )?e-?edition.{0,20}|^full coverage on\b.{0,40}|^continued on page\b.{0,24}|^the long version\b.{0,60}|^.{0,24}\b(?:remaining|other) half\b.{0,80}|^the (?:article|story|transcript|text|interview) continues\b.{0,80}|^.{0,60}(?:cut to|shown you) (?:the )?(?:first )?(?:\w+ )?(?:words|sentences|paragraphs)\b.{0,100}|^what follows is only\b.{0,100}|^.{0,10}the post .{1,100} appeared first on .{1,60}|^for the remainder\b.{0,100}|^in brief\W{0,3}(?:link|read|full|more|see)\b.{0,60}|^in brief\W*",
    r"^(?:到|前往|跳[转轉]到?)(?:原站|出[处處]|[来來]源|原[网網文]).{0,16}|^.{0,6}打[开開]客[户戶]端.{0,12}|^看(?:全篇|整篇).{0,8}|^[显顯]示[余餘]下.{0,8}|^.{0,4}[内內]文[试試][阅閱].{0,16}|^.{0,6}未完[，,。].{0,20}|^.{0,20}(?:共.{1,3}[页頁]).{0,10}第.{1,3}[页頁].{0,6}|^.{0,10}(?:此[处處]|本站)[只仅僅]?(?:提供|刊出|[显顯]示).{0,4}(?:[简簡]介|摘要|前|部分).{0,60}|^.{0,10}(?:[已]?(?:折[叠疊]|收起)).{0,24}|^.{0,10}(?:[扫掃]描).{0,10}(?:二[维維][码碼]|QR).{0,30}|^.{0,40}最早出[现現][于於].{0,24}|^continua (?:sul|nel|en el).{0,40}|^.{0,4}次ページ.{0,12}|^전체 내용은.{0,40}|^la suite de .{0,100}",
    r"^\W*(?:läs|les|læs|lue|lees|czytaj|přečtěte) (?:hela|hele|koko|het hele|całą|cały|celý)\b.{0,120}",
    end=r"\W*$",
)
