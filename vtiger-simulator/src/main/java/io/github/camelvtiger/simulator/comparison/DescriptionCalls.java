package io.github.camelvtiger.simulator.comparison;

import java.util.List;
import java.util.Optional;

/** What the server says of its modules. */
final class DescriptionCalls implements Subject {

    private static final List<String> FILTERS = List.of(
            "",
            "null",
            "[]",
            "[\"email\"]",
            "[\"phone\",\"picklist\"]",
            "[\"EMAIL\"]",
            "[\"bogus\"]",
            "\"email\"",
            "[\"date\"]",
            "{\"a\":\"email\"}",
            "[null]",
            "[",
            "[\"reference\"]",
            "5");

    @Override
    public String name() {
        return "descriptions";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        String module = draw.percent(90)
                ? draw.of(script.modules()).name()
                : draw.of("Bogus", "contacts", "", "ModComments ", "Events'");
        return Optional.of(
                switch (draw.below(4)) {
                    case 0 -> Step.get("listtypes", "fieldTypeList", draw.of(FILTERS));
                    case 1 -> Step.get("relatedtypes", "elementType", module);
                    default -> Step.get("describe", "elementType", module);
                });
    }
}
