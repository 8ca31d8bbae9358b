package io.github.camelvtiger.simulator.comparison;

import java.util.Optional;

/** Programs that register in order to be synchronised; a registration cannot be removed whose key is not known. */
final class ApplicationCalls implements Subject {

    @Override
    public String name() {
        return "applications";
    }

    @Override
    public int weight() {
        return 2;
    }

    @Override
    public boolean destructive() {
        return true;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        String type = draw.of("Outlook", "vtigerCRM", "vtigerSyncLib", "Other", "");
        String key = draw.of("", "0123456789abc", "x");
        return Optional.of(
                switch (draw.below(5)) {
                    case 0 ->
                        Step.post(
                                "wsapp_register",
                                "type",
                                type,
                                "synctype",
                                draw.of("user", "app", "userandgroup", "x", ""));
                    case 1 -> Step.post("wsapp_deregister", "type", type, "key", key);
                    case 2 ->
                        Step.post("wsapp_get", "key", key, "module", draw.of("Contacts", "Bogus", ""), "token", "");
                    case 3 -> Step.post("wsapp_put", "key", key, "element", draw.of("[]", "{}", "x", ""));
                    default -> Step.post("wsapp_map", "key", key, "element", draw.of("[]", "{}", "x", ""));
                });
    }
}
