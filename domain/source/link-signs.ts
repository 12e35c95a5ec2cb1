/** What pages say of themselves when they are not the page that was asked for. Each sign is a pattern over words or markup. */

/** A title or first heading that says that there is no such page, in the languages that newsrooms cite most. */
export const missingTitle =
  /(?:(?:^|(?:error|fehler|erreur|http|status)[\s:–-]*)(?:404|410)(?:\s*[:–|.-]|\s*$|\s+(?:error|not found|page|file|gone))|[|–:-]\s*(?:error )?404\s*$|(?:page|file|article|document|content|resource|story) (?:is |was )?(?:not found|no longer (?:available|exists?)|(?:cannot|can’t|can't|could not|couldn’t|couldn't) be found|does(?: not|n’t|n't) exist|unavailable|has been removed)|(?:we )?(?:can’t|can't|couldn’t|couldn't|cannot|could not) find (?:that|the|this|your) page|(?:seite|artikel|dokument)(?: wurde| konnte)? (?:leider )?nicht (?:gefunden|vorhanden|mehr verfügbar)|page (?:introuvable|non trouvée|inexistante)|cette page n[’']existe (?:pas|plus)|p[áa]gina no (?:encontrada|existe|disponible)|no se (?:encuentra|encontró) la p[áa]gina|p[áa]gina n[ãa]o encontrada|pagina (?:non trovata|niet gevonden)|sidan (?:hittades inte|kunde inte hittas)|siden (?:ble|blev|findes|finnes) ikke|strony nie znaleziono|страница не найдена|ページが見つかりません|页面不存在)/iu;

/** What says so only together with a short text: a room may have that number, and a treasure may not be found. */
export const perhapsMissingTitle = /(?:^|\P{L})(?:not found|nicht gefunden)(?:\P{L}|$)|(?:^|\D)404(?:\D|$)/iu;

/** The same in running text, which counts only where the text is short. */
export const missingText =
  /(?:page|article|document|file|content)(?: that)? you(?:’re|'re| are| were)? (?:looking for|requested|tried to (?:reach|open))|(?:no longer (?:available|exists?)|(?:has|have) been (?:removed|deleted|moved|unpublished)|(?:does|do)(?: not|n’t|n't) exist|(?:could not|couldn’t|couldn't|cannot|can’t|can't) (?:be found|find))|nicht (?:gefunden|mehr verfügbar)|introuvable|no (?:encontrada|existe)|niet gevonden|non trovata/iu;

/** A domain that is for sale or parked says it in its title or first words. */
export const parkedText =
  /(?:this |the )?domain (?:name )?(?:is |may be )?(?:for sale|parked|expired)|buy this domain|(?:diese|die) domain (?:steht zum verkauf|ist zu verkaufen)|ce domaine est (?:à vendre|en vente)/iu;

/** Titles and words of pages that stand in front of a page to keep machines away. */
export const wallTitle =
  /^(?:just a moment|attention required|access denied|are you (?:a )?(?:robot|human)|robot check|security check|checking your browser|verify(?:ing)? (?:you are|that you are) (?:a )?human|pardon our interruption|one more step|ddos-guard|bot verification|human verification|client challenge|please wait|vercel security checkpoint|un momento|einen moment)/iu;
export const wallText =
  /(?:verify|confirm|prove|make sure)(?: that)? you(?:’re|'re| are) (?:a |not a |an actual )?(?:human|robot|real)|checking (?:your browser|if the site connection is secure)|unusual (?:traffic|activity) from|enable javascript and cookies to continue|press (?:&|and) hold|complete the (?:captcha|security check)|your (?:request|access) has been (?:blocked|denied)|automated (?:access|requests|queries)|are you a robot/iu;
export const wallMarkup =
  /cf-chl-|cdn-cgi\/challenge-platform|_cf_chl_opt|challenges\.cloudflare\.com|g-recaptcha|hcaptcha\.com\/1|h-captcha|px-captcha|captcha-delivery\.com|datadome|_incapsula_resource|ak_bmsc|distil_r_captcha|awswafcaptcha|aws-waf-token|geo\.captcha/iu;

/** Words of pages that show the beginning and keep the rest for subscribers. */
export const payText =
  /(?:subscribe|sign in|log in|register|create (?:a free|an) account)(?: now)? to (?:continue|keep|read|unlock|view|access)|(?:this|the) (?:article|content|story) is (?:only |exclusively )?(?:for|available to) (?:subscribers|members)|(?:already|not) a (?:subscriber|member)\?|you(?:’ve|'ve| have) (?:reached|read|used) (?:your|all|the) (?:limit|free|monthly|maximum)|to (?:read|access) the full (?:article|text|story)|(?:purchase|buy) (?:this )?(?:article|access|pdf)|get (?:full )?access to this (?:article|document)|weiterlesen mit|nur für abonnenten|jetzt (?:abonnieren|weiterlesen)|article réservé aux abonnés|réservé à nos abonnés|(?:suscríbete|suscribirse) para (?:seguir )?(?:leer|leyendo)|alleen voor abonnees/iu;
export const payMarkup =
  /class=["'][^"']*(?:paywall|piano-offer|subscriber-only|premium-content-gate|tp-container-inner|regwall|meter-wall)/iu;

/** Places that a redirect leads to instead of the page: a sign-in, or a question about cookies. */
export const signInPath =
  /\/(?:log-?in|sign-?in|sso|auth|authorize|oauth2?|account\/login|session\/new|idp|shibboleth)(?:[/?.]|$)/iu;
export const consentHost = /^(?:consent|guce|privacy|cookies?)\./iu;
export const errorPath = /\/(?:404|410|not-?found|error(?:-?page)?|page-?not-?found|missing)(?:\.\w+)?(?:[/?]|$)/iu;
