/** Says whether a parameter of an address says how a reader came or was served (campaigns, AMP), never what is read. */
export const isTracking = (parameter: string): boolean =>
  names.test(parameter.replace(/=.*$/su, "")) || amp.test(parameter);

/** A web address as written, only without the parameters that say how a reader came. */
export function withoutTracking(address: string): string {
  return address.replace(/\?([^#]*)/u, (_, query: string) => {
    const kept = query.split("&").filter((parameter) => !names.test(parameter.replace(/=.*$/u, "")));
    return kept.length > 0 ? `?${kept.join("&")}` : "";
  });
}

const names = new RegExp(
  `^(?:${[
    "utm_\\w*",
    "mtm_\\w+",
    "pk_(?:campaign|kwd|source|medium|content|cid)",
    "piwik_\\w+",
    "at_(?:medium|campaign|custom\\d|link_\\w+|format|ptr_\\w+|bbc_team|term)",
    "fbclid|fb_(?:action_ids|action_types|source|ref)|mibextid",
    "gclid|gclsrc|dclid|gbraid|wbraid|gad_source|srsltid|_ga|_gl",
    "msclkid|yclid|ysclid|_openstat|twclid|ttclid|rdt_cid|epik|igshid|igsh|li_fat_id|__twitter_impression|s_kwcid",
    "mc_cid|mc_eid|mkt_tok|vero_id|vero_conv|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking",
    "oly_anon_id|oly_enc_id|ref_src|ref_url|cmpid|smid|smtyp|ncid|xtor|ns_mchannel|ns_campaign|wt[._]mc(?:_id)?",
    "guccounter|guce_referrer|guce_referrer_sig|spm|phpsessid",
  ].join("|")})$`,
  "iu",
);

/** An AMP page says so in one of these. */
const amp = /^(?:amp(?:=(?:1|true|yes)?)?|outputtype=amp|amp_(?:js_v|gsa)=.*|usqp=.*)$/iu;
