package io.github.camelvtiger.simulator.seed;

import java.util.List;
import java.util.random.RandomGenerator;

/** Invented people and places. */
final class Names {

    static final List<String> FIRST = List.of(
            "Ada",
            "Zoë",
            "Grace",
            "Alan",
            "Edsger",
            "Barbara",
            "Donald",
            "Frances",
            "Ken",
            "Radia",
            "Dennis",
            "Margaret",
            "Tim",
            "Karen",
            "Linus",
            "Sophie",
            "Niklaus",
            "Jean",
            "Anita",
            "Jürgen",
            "María",
            "Łukasz",
            "Håkon",
            "Inês");
    static final List<String> LAST = List.of(
            "Lovelace",
            "O'Brien",
            "Hopper",
            "Turing",
            "Dijkstra",
            "Liskov",
            "Knuth",
            "Allen",
            "Thompson",
            "Perlman",
            "Ritchie",
            "Hamilton",
            "Berners",
            "Jones",
            "Torvalds",
            "Wilson",
            "Wirth",
            "Bartik",
            "Borg",
            "Müller",
            "García",
            "Kowalski",
            "Sørensen",
            "Conceição");
    static final List<String> COMPANIES = List.of(
            "Acme Ltd",
            "Globex",
            "Initech",
            "Umbrella & Sons",
            "Hooli",
            "Stark Works",
            "Wayne Trading",
            "Tyrell",
            "Cyberdyne",
            "Soylent Foods",
            "Wonka Sweets",
            "Duff Beverages",
            "Vandelay Imports",
            "Bluth Homes",
            "Oceanic Travel",
            "Virtucon",
            "Massive Dynamic",
            "Prestige Worldwide",
            "Müller & Söhne",
            "Café \"Zur Post\"");
    static final List<String> CITIES =
            List.of("London", "Milano", "Kraków", "Lisboa", "Zürich", "Dublin", "Aarhus", "Porto");
    static final List<String> TITLES =
            List.of("Director", "Buyer", "Engineer", "Accountant", "Head of Sales", "Assistant");

    private Names() {}

    static String any(List<String> names, RandomGenerator random) {
        return names.get(random.nextInt(names.size()));
    }
}
