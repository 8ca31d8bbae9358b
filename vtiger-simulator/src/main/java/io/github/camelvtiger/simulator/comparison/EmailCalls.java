package io.github.camelvtiger.simulator.comparison;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** E-mails as records: stored, not sent. */
final class EmailCalls implements Subject {

    static final String MODULE = "Emails";

    private static final List<String> ADDRESSES = List.of("saved_toid", "ccmail", "bccmail", "from_email");

    @Override
    public String name() {
        return "emails";
    }

    @Override
    public int weight() {
        return 4;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<ModuleShape> module = script.module(MODULE);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        Optional<MadeRecord> made = script.record(draw, List.of(MODULE));
        if (made.isEmpty() || draw.percent(40)) {
            ObjectNode element = Elements.whole(draw, module.get(), script);
            element.put("activitytype", "Emails");
            addresses(draw, element);
            return Optional.of(Step.post("create", "elementType", MODULE, "element", element.toString())
                    .making(MODULE));
        }
        if (draw.percent(40)) {
            return Optional.of(Step.get("retrieve", "id", made.get().symbol()));
        }
        boolean whole = draw.percent(50);
        ObjectNode element = whole
                ? Elements.whole(draw, module.get(), script)
                        .put("id", made.get().symbol())
                : Elements.part(draw, made.get(), module.get(), script);
        if (draw.percent(60)) {
            addresses(draw, element);
        }
        return Optional.of(Step.post(whole ? "update" : "revise", "element", element.toString()));
    }

    private static void addresses(Draw draw, ObjectNode element) {
        for (String field : ADDRESSES) {
            if (draw.percent(60)) {
                element.put(
                        field,
                        draw.of(
                                "ada@example.com",
                                "ada@example.com,b@example.org",
                                "[\"ada@example.com\"]",
                                "",
                                "Ada <a@example.com>",
                                "x"));
            }
        }
    }
}
