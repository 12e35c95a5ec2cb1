import type { Site } from "@/server/testing/internet/site";
import { json, typed } from "./answers";

/** NCBI's E-utilities with two articles and a book's chapter. */
export const pubmedSite: Site = {
  host: "eutils.ncbi.nlm.nih.gov",
  answer: ({ url }) => {
    if (url.pathname.endsWith("/esearch.fcgi")) {
      const known = (url.searchParams.get("term") ?? "").includes("10.5555/tides.2019.7");
      const idlist = known ? ["31452104"] : [];
      return json({
        header: { type: "esearch", version: "0.3" },
        esearchresult: { count: String(idlist.length), idlist },
      });
    }
    const article = articles[url.searchParams.get("id") ?? ""] ?? "";
    return typed("text/xml; charset=UTF-8", `${head}<PubmedArticleSet>${article}</PubmedArticleSet>`);
  },
};

/** PubMed Central's converter of identifiers. */
export const pmcSite: Site = {
  host: "pmc.ncbi.nlm.nih.gov",
  answer: ({ url }) => {
    const asked = url.searchParams.get("ids") ?? "";
    const record =
      asked === "PMC6718500"
        ? { pmcid: asked, pmid: 31452104, doi: "10.5555/tides.2019.7", "requested-id": asked }
        : { "requested-id": asked, status: "error", errmsg: "Identifier not found in PMC" };
    return json({ status: "ok", responseDate: "2026-01-01 00:00:00", records: [record] });
  },
};

const head =
  '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n';

const articles: Readonly<Record<string, string>> = {
  "31452104": `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">31452104</PMID>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">2049-3630</ISSN><JournalIssue CitedMedium="Internet"><Volume>14</Volume><Issue>2</Issue><PubDate><Year>2019</Year><Month>Aug</Month></PubDate></JournalIssue><Title>Journal of tidal engineering</Title><ISOAbbreviation>J Tid Eng</ISOAbbreviation></Journal>
<ArticleTitle>[Scour under <i>bridge</i> piers: H<sub>2</sub>O &amp; sand.]</ArticleTitle>
<Pagination><StartPage>101</StartPage><EndPage>118</EndPage><MedlinePgn>101-118</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">10.5555/tides.2019.7</ELocationID>
<Abstract><AbstractText Label="BACKGROUND">Sand moves.</AbstractText><AbstractText Label="RESULTS">Piers do not (p &lt; 0.05).</AbstractText></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Østergård</LastName><ForeName>Mara</ForeName><Initials>M</Initials></Author>
<Author ValidYN="Y"><LastName>King</LastName><ForeName>J R</ForeName><Initials>JR</Initials><Suffix>Jr</Suffix></Author>
<Author ValidYN="N"><LastName>Kning</LastName><ForeName>J R</ForeName></Author>
<Author ValidYN="Y"><CollectiveName>Tidewater Study Group.</CollectiveName></Author></AuthorList>
<Language>eng</Language><PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType><PublicationType UI="D016441">Retracted Publication</PublicationType></PublicationTypeList>
<ArticleDate DateType="Electronic"><Year>2019</Year><Month>08</Month><Day>26</Day></ArticleDate></Article>
<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Tid Eng. 2023 May 4;18(1):3</RefSource><PMID Version="1">37000001</PMID></CommentsCorrections>
<CommentsCorrections RefType="CommentIn"><RefSource>J Tid Eng. 2020</RefSource></CommentsCorrections></CommentsCorrectionsList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">31452104</ArticleId><ArticleId IdType="pmc">PMC6718500</ArticleId><ArticleId IdType="doi">10.5555/tides.2019.7</ArticleId></ArticleIdList>
<ReferenceList><Reference><Citation>Other work.</Citation><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>`,
  "20301295": `<PubmedBookArticle><BookDocument><PMID Version="1">20301295</PMID><Book><Publisher><PublisherName>Halden University</PublisherName><PublisherLocation>Halden</PublisherLocation></Publisher><BookTitle book="tides">TideReviews</BookTitle><PubDate><Year>1993</Year></PubDate><AuthorList Type="editors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Lie</LastName><ForeName>Kari</ForeName></Author></AuthorList></Book>
<ArticleTitle book="tides" part="scour">Scour Overview</ArticleTitle><Language>eng</Language><AuthorList Type="authors" CompleteYN="Y"><Author ValidYN="Y"><LastName>Cho</LastName><ForeName>Junghoo</ForeName></Author></AuthorList></BookDocument></PubmedBookArticle>`,
  "7000001": `<PubmedArticle><MedlineCitation><PMID Version="1">7000001</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>Old Tides</Title></Journal><ArticleTitle>Undone</ArticleTitle></Article></MedlineCitation></PubmedArticle>`,
};
