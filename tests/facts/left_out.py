"""What the examples deliberately have otherwise than their sources, each with its reason. The test fails when an entry is of no
use any more."""

# report -> heading of the source -> our heading (None: we have none), reason
HEADINGS = {
    "jb-noord-2025": {
        "Het plan van aanpak is met de jeugdige en ouders opgesteld, sluit aan bij de (verklarende) analyse en komt tijdig tot stand":
            ("Het plan van aanpak is met de jeugdige en ouders opgesteld, sluit aan bij de verklarende analyse en komt tijdig tot stand",
             "both reports share one framework; annex 3 tells the difference"),
        "Gevolgen van wachttijden voor jeugdigen, gezinnen en ketenpartners":
            ("Gevolgen van wachttijden voor kinderen, gezinnen en ketenpartners", "as above"),
        "Bijlage 1: Verantwoording van het toezicht": ("Verantwoording van het toezicht", "the program counts annexes itself"),
    },
    "jbregio-groningen-drenthe-2021": {
        "Jeugdbeschermingsregio Groningen/Drenthe – Regiorapport Kwetsbare kinderen onvoldoende beschermd (cover)":
            ("Jeugdbeschermingsregio Groningen/Drenthe", "title and subtitle are two lines of the cover"),
        "De regio aan het woord / Reactie wethouders (heading of the response page)":
            ("De regio aan het woord: reactie wethouders", "the facts give two headings and a remark"),
    },
    "jbregio-noord-holland-2022": {"Inhoudsopgave": ("Inhoud", "the house's word, in all reports")},
}

# report -> headings that the source has at another place, reason
MOVED = {
    "jbregio-noord-holland-2022": ({"Inhoudsopgave"}, "the house has the contents in front"),
    "wss-2025": ({"Op deze punten uit het rapport zijn we trots:", "Met deze punten uit het rapport gaan we aan de slag:",
                  "Wat gaan jeugdigen en ouders hiervan merken?"},
                 "the text layer of the source has the three questions after the conclusion that they stand before"),
}

# report -> name or abbreviation -> reason
NAMES = {
    "jbregio-groningen-drenthe-2021": {"LJenR": "a second spelling of LJ&R"},
    "wss-2025": {"WIK": "what it stands for is not among the facts", "SAVE": "as above", "ZBT": "as above"},
}
