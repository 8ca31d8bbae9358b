package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user who calls: preferences and names, which change what the same user sends and sees afterwards. */
final class UserCalls implements Subject {

    /** What is changed, with the values it is given. */
    static final Map<String, List<String>> CHANGES = Map.ofEntries(
            Map.entry("date_format", List.of("yyyy-mm-dd", "dd-mm-yyyy", "mm-dd-yyyy", "yyyy.mm.dd", "dd/mm/yyyy", "")),
            Map.entry("hour_format", List.of("12", "24", "")),
            Map.entry("no_of_currency_decimals", List.of("0", "1", "2", "3", "5", "")),
            Map.entry("currency_decimal_separator", List.of(".", ",", "'", "")),
            Map.entry("currency_grouping_separator", List.of(",", ".", " ", "'", "")),
            Map.entry("currency_grouping_pattern", List.of("123,456,789", "123456789", "12,34,56,789", "")),
            Map.entry("currency_symbol_placement", List.of("$1.0", "1.0$", "")),
            Map.entry("language", List.of("en_us", "de_de", "fr_fr", "pt_br", "xx_xx", "")),
            Map.entry("time_zone", List.of("UTC", "Asia/Kolkata", "America/Los_Angeles", "Bogus", "")),
            Map.entry("title", List.of("Dr. & Co", "<b>x</b>", "", "it's")),
            Map.entry("first_name", List.of("Ada", "Anné", "", "it's")),
            Map.entry("last_name", List.of("Lovelace", "O'Brien & Co", "it's")),
            Map.entry("phone_work", List.of("+49 30 1", "")),
            Map.entry("dayoftheweek", List.of("Sunday", "Monday", "")),
            Map.entry("truncate_trailing_zeros", List.of("1", "0")),
            Map.entry("description", List.of("plain", "a & b", "")));

    @Override
    public String name() {
        return "users";
    }

    @Override
    public int weight() {
        return 5;
    }

    @Override
    public boolean destructive() {
        return true;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        int chance = draw.below(100);
        if (chance < 25) {
            return Optional.of(Step.get("retrieve", "id", script.user()));
        }
        if (chance < 35) {
            return Optional.of(Step.get("query", "query", "select * from Users where id = '" + script.user() + "';"));
        }
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("id", script.user());
        List<String> fields = CHANGES.keySet().stream().sorted().toList();
        int count = 1 + draw.below(3);
        for (int i = 0; i < count; i++) {
            String field = draw.of(fields);
            element.put(field, draw.of(CHANGES.get(field)));
        }
        return Optional.of(Step.post("revise", "element", element.toString()));
    }
}
