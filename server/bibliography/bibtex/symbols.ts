/** Commands that put an accent on the next letter, and the combining character that does it (Unicode). */
export const accents: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    u: "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    h: "\u0309",
    r: "\u030a",
    H: "\u030b",
    v: "\u030c",
    d: "\u0323",
    c: "\u0327",
    k: "\u0328",
    b: "\u0331",
    t: "\u0361",
  }),
);

/** Commands that stand for characters, in text and in formulas. */
export const symbols: ReadonlyMap<string, string> = new Map(
  `ss ß|SS ẞ|ae æ|AE Æ|oe œ|OE Œ|o ø|O Ø|l ł|L Ł|aa å|AA Å|i ı|j ȷ|dh ð|DH Ð|dj đ|DJ Đ|th þ|TH Þ|ng ŋ|NG Ŋ|P ¶|S §
copyright ©|textcopyright ©|textregistered ®|texttrademark ™|pounds £|textsterling £|euro €|texteuro €|textyen ¥|textcent ¢|dag †|ddag ‡
textdagger †|textdaggerdbl ‡|textbullet •|textdegree °|degree °|dots …|ldots …|textellipsis …|cdots ⋯|textendash –|textemdash —|textquoteleft ‘
textquoteright ’|textquotedblleft “|textquotedblright ”|guillemotleft «|guillemotright »|guillemetleft «|guillemetright »|guilsinglleft ‹
guilsinglright ›|quotedblbase „|quotesinglbase ‚|glqq „|grqq “|flqq «|frqq »|textquotesingle '|textquotedbl "|textasciigrave \`|textasciitilde ~
textasciicircum ^|textbackslash \\|textbraceleft {|textbraceright }|textless <|textgreater >|textunderscore _|textexclamdown ¡
textquestiondown ¿|textordfeminine ª|textordmasculine º|textperiodcentered ·|textmu µ|textonehalf ½|textonequarter ¼|textthreequarters ¾
textonesuperior ¹|texttwosuperior ²|textthreesuperior ³|slash /|nobreakspace \u00a0|TeX TeX|LaTeX LaTeX|BibTeX BibTeX|LaTeXe LaTeX2ε|XeTeX XeTeX
alpha α|beta β|gamma γ|delta δ|epsilon ϵ|varepsilon ε|zeta ζ|eta η|theta θ|vartheta ϑ|iota ι|kappa κ|lambda λ|mu μ|nu ν|xi ξ|pi π|varpi ϖ|rho ρ
varrho ϱ|sigma σ|varsigma ς|tau τ|upsilon υ|phi ϕ|varphi φ|chi χ|psi ψ|omega ω|Gamma Γ|Delta Δ|Theta Θ|Lambda Λ|Xi Ξ|Pi Π|Sigma Σ|Upsilon Υ|Phi Φ|Psi Ψ|Omega Ω
textalpha α|textbeta β|textgamma γ|textdelta δ|textkappa κ|textlambda λ|times ×|texttimes ×|div ÷|pm ±|textpm ±|mp ∓|cdot ⋅|ast ∗|star ⋆|circ ∘|bullet ∙|leq ≤|le ≤|geq ≥|ge ≥
neq ≠|ne ≠|approx ≈|sim ∼|simeq ≃|equiv ≡|propto ∝|ll ≪|gg ≫|subset ⊂|supset ⊃|subseteq ⊆|supseteq ⊇|in ∈|notin ∉|cup ∪|cap ∩|emptyset ∅
infty ∞|partial ∂|nabla ∇|sum ∑|prod ∏|int ∫|sqrt √|forall ∀|exists ∃|neg ¬|wedge ∧|vee ∨|oplus ⊕|otimes ⊗|perp ⊥|angle ∠|prime ′|hbar ℏ|ell ℓ|Re ℜ|Im ℑ|aleph ℵ
rightarrow →|to →|textrightarrow →|leftarrow ←|leftrightarrow ↔|Rightarrow ⇒|Leftarrow ⇐|Leftrightarrow ⇔|mapsto ↦|uparrow ↑|downarrow ↓|langle ⟨|rangle ⟩|lbrace {|rbrace }
log log|ln ln|exp exp|sin sin|cos cos|tan tan|max max|min min|lim lim|sup sup|inf inf|det det|dim dim|ker ker|gcd gcd|arg arg`
    .split(/[|\n]/u)
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf(" ")), pair.slice(pair.indexOf(" ") + 1)])
    .concat([
      ["textbar", "|"],
      ["newline", "\n"],
      ["par", "\n\n"],
    ]),
);
