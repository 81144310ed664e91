// Every kind of page, by the address of one.
export const kinds = {
  home: "/",
  results: "/search?q=loire",
  filtered: "/search?q=gouvernement&section=-Sport&section=Politique&from=2020",
  newest: "/search?sort=newest",
  nothing: "/search?q=zzqx+loire&section=Sport",
  meant: "/search?q=karabak",
  facet: "/facets/place?q=loire",
  article: "/articles/2021-02-06-loire-crue-tours-gazette?q=loire&rank=0",
  plain: "/articles/2023-01-26-fecamp-boulangers-energie",
  help: "/help",
  missing: "/articles/nulle-part",
};

export const widths = { phone: 390, tablet: 768, desktop: 1280 };
export const themes = ["light", "dark"];
