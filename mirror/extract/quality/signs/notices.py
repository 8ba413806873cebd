"""Single words of notices: none proves anything, but a notice is short and speaks to its reader."""

# ruff: noqa: E501  a row of a table is a line

from mirror.extract.quality.signs.rows import any_of

# A notice asks, apologises or sends its reader on; a report of news does not.
ADDRESS = any_of(
    r"\byou(?:r|rs|['’]re|['’]ve)?\b|please|\bsorry|apologi\w+|o+ps\b|uh-?oh|\bwe(?:['’]re| are|['’]ll| want| have)\b|\b(?:try (?:again|back)|check (?:back|again|that|the (?:address|url|spelling|link))|click (?:here|the|on|below)|go back|reload|refresh)\b|\b(?:this|our) (?:home ?)?(?:page|site|website)\b",
    r"[您你]|閣下|阁下|我已[年满滿]|\bi am (?:over|at least)\b|\bi['’]m (?:over|at least)\b|(?<![申邀聘敬])[请請](?![求假教客愿願])|抱歉|对不起|對不起|敬请|敬請|[见見諒谅][谅諒解]|哎呀|返回|点击|點擊|本[站页頁]|该(?:页|回答|内容|文章|账号)|此(?:页|内容|內容|文章|微博|頁)",
    r"あなた|ください|下さい|お探し|申し訳|ご了承|ご不便|おります|お客様|(?:でき|おり|いただけ|かり)ません|場合があります|可能性があります|세요|십시오|귀하|고객님|죄송|바랍니다|드립니다|겠습니다|있습니다",
    r"\b(?:вы|вас|вам|ваш\w*)\b|пожалуйста|уважаем\w+|шановн\w+|извин\w+|приносим|к сожалению|увы|попробуйте|\bbitte\b|\bleider\b|entschuldig\w+|\b(?:bist du|du hast|dein\w*|wir)\b|(?-i:[a-zäöüß,] (?:Sie|Ihre?[nmrs]?)\b)",
    r"\b(?:vous|votre|vos|notre|nos)\b|désolés?|merci de|veuillez|malheureusement|lo sentimos|disculp\w+|por favor|\b(?:usted|tus?|busca\w*|nuestr\w+|verifique|confirme|complete|pulse|acepte|elija|su (?:conexión|navegador|edad|país|dispositivo))\b|inténtel\w*|vuelva|\b(?:tuo|tua|tuoi|puoi|noi|cercavi)\b|spiacenti|dispiace|\b(?:você|seu|sua|nosso)\b|desculp\w+|lamentamos",
    r"عذرا|عفوا|نأسف|يرجى|من فضلك|الرجاء|يمكنك|عليك|\bbạn\b|vui lòng|xin lỗi|rất tiếc|\bhãy\b|lütfen|üzgünüz|bu (?:internet )?site",
    r"prosimy|przepraszamy|proszę|państwa|spróbuj\w*|kliknij|odśwież\w*|helaas|excuses voor|\bdu (?:saknar|kan|har|måste|behöver|mangler|skal)\b|\b(?:din|ditt) (?:webbläsare|browser|nettleser|dator|enhe[dt]|ip)\w*|probeer|\buw\b|jouw|tyvärr|vänligen|försök|ditt\b|beklag\w+|ven(?:n)?ligst|prøv|\b[a-zçğıöşü]{3,14}(?:ınız|iniz|unuz|ünüz)\b|вибач\w+|будь ласка|спробуйте|\bви\b|на жаль|\bmaaf\b|silakan|\banda\b|mohon|omlouváme|prosím|zkuste|bohužel|\bvaš(?:e|í|i|eho|emu|ich)\b|\bváš\b|valitettavasti|pahoittelemme|sajnáljuk|kérjük|elnézést|ne pare rău|vă rugăm|λυπούμαστε|παρακαλώ|कृपया|क्षमा|ขออภัย|กรุณา|متأسفانه|لطفا|מצטערים|אנא",
)
# How a notice begins that takes something back.
SORRY = any_of(
    r"^\W*(?:we(?:['’]re| are) )?(?:so |very )?(?:sorry|apologi[sz])|^\W*(?:很|非常|十分)?(?:抱歉|遺憾|遗憾)[，,！!]|^\W*[对對]不起",
    r"^\W*(?:(?:nous sommes )?désolés?\b|lo sentimos|leider\b|извините|申し訳|죄송|عذرا|üzgünüz|maaf\b|omlouváme se|spiacenti|desculp|helaas\b|tyvärr|przepraszamy|rất tiếc|xin lỗi|beklager)",
)
# What stands above a notice and says nothing of it.
NOTICE_TITLE = any_of(
    r"^(?:系统|系統|友情|温馨|溫馨|安全|错误|錯誤|出错)?(?:提示|消息|提醒|訊息|公告)(?:信息|页面|頁面)?(?:$|\s*[-_|｜—])|^(?:error|erreur|fehler|errore?|notice|message|oops|oups|sorry|alert|ошибка|увы|エラー|お知らせ|알림|안내|오류|خطأ|thông báo|lỗi|ups)\W*$"
)
# Who may come in, and what is asked at the door.
DOOR = any_of(
    r"robots?|\bbots?\b|machine|humans?|captcha|puzzle|verif\w+|secur\w+|protect\w*|firewall|block\w*|bann?ed|denied|refus\w+|reject\w+|restrict\w*|off limits|out of reach|forbidden|blacklist\w*|permission|\bip\b|your (?:region|country)|europe\w*|\beu\b|filter\w*|\bschool|browser|category|adults?|\bage\b|over 18|ad ?block\w*|javascript|traffic|automat\w+|too many|too fast|\bvpn\b|proxy|slide|swipe|data protection",
    r"[机機]器人|人机|人機|真人|自[动動]程[式序]|外[挂掛]|[连連][线線]|(?<!短信)(?<!手机)(?<!手機)[验驗][证證](?![码碼])|校[验驗]|滑[动動]|拖[动動]|依次|安全|防[护護火]|爬[取虫蟲]|恶意|惡意|[拦攔]截|禁止|限制|封[禁锁鎖]|黑名[单單]|拒[绝絕]|\bIP\b|[地][区區]|境外|海外|年[龄齡]|成年|[满滿]18|[频頻]繁|次[数數]|[过過]多|环境|環境|[浏瀏][览覽]器|[权權]限|VPN|代理|未授[权權]",
    r"ロボット|認証|確認|アクセス|制限|拒否|遮断|海外|地域|年齢|歳|不正|セキュリティ|閲覧できません|로봇|인증|보안|차단|접근|제한|국가|지역|연령|성인|비정상",
    r"робот\w*|провер\w+|безопасност\w+|блокир\w+|заблокир\w+|запрещ\w+|ограничен\w*|доступ\w*|возраст|стран[еы]|регион\w*|roboter|mensch\w*|prüf\w+|sicherheit\w*|gesperrt|blockiert|zugriff|erwachsene|alter\b|volljährig|region\b|jugendschutz",
    r"humain\w*|vérifi\w+|sécurité|bloqué\w*|refusé|interdit\w*|accès|pays|région|majeur|adultes|human[oa]s?|verific\w+|seguridad|comproba\w+|protegid\w+|bloquead\w+|denegad\w+|acceso|país|región|adultos|uman[oi]|controllo|verifica|sicurezza|bloccat\w+|accesso|paese|regione|robô|segurança|bloquead\w+|acesso|região|richieste automatiche|engel\w+|mahkeme|güvenlik|doğrula\w*",
    r"حجب|حظر|محظور|الوصول|التحقق|الأمان|منطقت\w+|بلد\w*|xác minh|bảo mật|chặn|truy cập|khu vực|quốc gia",
    r"weryfik\w+|bezpieczeń\w+|zablokow\w+|dostęp\w*|pełnoletn\w+|ograniczon\w+|beveilig\w+|geblokkeerd|geweigerd|toegang|leeftijd|(?:uw|jouw) (?:land|regio)|säkerhet\w*|blockera\w*|nekad\w*|åtkomst|ditt land|ålder\w*|människa|erişim|ülke\w*|bölge\w*|\byaş\w*|kısıtl\w+|перевір\w+|безпек\w+|заблоков\w+|заборон\w+|країн\w+|регіон\w*|обмежен\w*|keamanan|verifikasi|diblokir|ditolak|akses|wilayah|usia|ověř\w+|bezpečnost\w*|odepřen\w*|přístup\w*|\bvěk\w*",
)
# What has become of the thing that was asked for.
GONE = any_of(
    r"exists?|found|missing|\blost\b|\bgone\b|no page|removed|withdrawn|taken (?:off|down)|deleted|moved|expired|archived|(?:un|re)publish\w*|offline|unavailable|servers?\b|errors?\b|problem|maintenance|upgrading|in a (?:few|little)|later|back soon|home of|site owner|ALLOWED_HOSTS|exception|has left|typed|mistyped|wrong address",
    r"不存在|[删刪]除|撤[稿下回]|不可[见見]|不[见見]了|[归歸][档檔]|[审審][查核]|[逾][保期]|[输輸]入有[误誤]|[查找][无無]|改版|[变變]更|失效|[过過]期|下[架线線]|[错錯][误誤]|故障|[维維][护護]|升[级級]|稍[后後]|服[务務]器|伺服器|走[丢失]|[没沒]有(?:找到|知[识識]|此)|荒原|首[页頁]",
    r"見つかりません|存在し|削除|移動|変更|公開|期限|終了|エラー|メンテナンス|混み合|삭제|존재하지|찾을 수|변경|만료|점검|오류|장애|종료",
    r"не найден\w*|не существует|удал[её]н\w*|снят\w*|сняли|перемещ\w+|устарел\w*|ошибк\w+|работы|обслуживани\w+|публикаци\w+|недоступ\w+|nicht (?:gefunden|mehr|verfügbar|erreichbar)|gelöscht|entfernt|verschoben|fehler|wartung|server|gleich wieder|neu laden|laden sie",
    r"introuvable|supprimé\w*|retiré\w*|déplacé\w*|n['’]existe|expiré\w*|erreur|problème|maintenance|indisponible|patienter|prévenu\w*|no existe|encontra\w+|eliminad\w+|retirad\w+|caducad\w+|movid\w+|error|mantenimiento|problema|trovat\w+|perso|persa|rimoss\w+|non c['’]è più|cambiato|manutenzione|removid\w+|indisponível|manutenção",
    r"موجود\w*|حذف\w*|إزالة|خطأ|صيانة|không (?:tồn tại|tìm thấy|còn)|xóa|xoá|gỡ|lỗi|bảo trì|hết hạn|nâng cấp|quay lại sau",
    r"nie (?:znaleziono|istnieje)|usunięt\w+|przeniesion\w+|wygas\w+|błąd|błęd\w+|awari\w+|niedostępn\w+|konserwacj\w+|niet gevonden|bestaat niet|verwijderd|verplaatst|verlopen|storing\w*|onderhoud\w*|hittades inte|finns inte|borttagen|tagits bort|flytta[dt]s?\w*|underhåll|otillgänglig|driftstörning|bulunama\w+|kaldırıl\w+|silin\w+|taşın\w+|hata(?:sı)?\b|bakım|süresi|yayından|не знайден\w*|не існує|видален\w*|переміщен\w*|помилк\w+|недоступн\w+|tidak (?:ditemukan|tersedia)|dihapus|dipindah\w+|kesalahan|perbaikan|pemeliharaan|kedaluwarsa|gangguan|nenalezen\w*|neexistuje|smazán\w*|odstraněn\w*|přesunut\w*|chyb[ay]\w*|údržb\w+|nedostupn\w+|vypršel\w*",
)
# That the page only sends its reader to another one.
ONWARD = any_of(
    r"redirect\w*|[转轉]址|[导導](?:向|引)|[自动動]{1,2}.{0,6}(?:前往|跳)|(?:object|document) (?:has )?moved|moved permanently|new (?:address|location|home)|\bleav(?:e|ing)\b|link you (?:followed|clicked)|(?:goes|links?) to|other sites|external (?:site|website|link)|(?:跳转|跳轉)|przekierow\w+|weiterleitung|doorgestuurd|yönlendir\w+|redirecionand\w+|reindirizz\w+|[继繼][续續][访訪][问問]|即[将將][离離][开開]|[继繼][续續](?:访问|前往|瀏覽)|(?:即将|即將|离开|離開).{0,8}(?:本站|本网|本網|网站|網站|外部|前往|连往|連往|页面)|不[属屬][于於]本站|外[链鏈]|外部(?:网站|網站|链接|連結)|重定向|weitergeleitet|redirig\w+|redirection|перенаправ\w+|リダイレクト|移動します|이동합니다|chuyển hướng|إعادة توجيه"
)
