package io.github.camelvtiger.simulator.comparison;

import java.util.List;
import java.util.Optional;

/** Related records: linked, listed and queried, under labels that exist and others. */
final class RelationCalls implements Subject {

    /** Labels of a fresh server with the module they lead to, for any record. */
    private static final List<String> LABELS = List.of(
            "Contacts",
            "Potentials",
            "Activities",
            "Documents",
            "Products",
            "Services",
            "Quotes",
            "Sales Order",
            "Invoice",
            "HelpDesk",
            "Campaigns",
            "Assets",
            "Emails",
            "ModComments",
            "Project",
            "Bogus");

    private static final List<String> MODULES = List.of(
            "Contacts",
            "Potentials",
            "Calendar",
            "Documents",
            "Products",
            "Services",
            "Quotes",
            "SalesOrder",
            "Invoice",
            "HelpDesk",
            "Campaigns",
            "Assets",
            "Emails",
            "ModComments",
            "Project",
            "Bogus");

    @Override
    public String name() {
        return "relations";
    }

    @Override
    public int weight() {
        return 8;
    }

    @Override
    public Optional<Step> step(Draw draw, Script script) {
        Optional<MadeRecord> one = script.record(draw);
        Optional<MadeRecord> other = script.record(draw);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        int place = draw.below(LABELS.size());
        String label = LABELS.get(place);
        String module = draw.percent(90) ? MODULES.get(place) : draw.of(MODULES);
        String id = one.get().symbol();
        return Optional.of(
                switch (draw.below(10)) {
                    case 0, 1, 2 ->
                        Step.get("retrieve_related", "id", id, "relatedType", module, "relatedLabel", label);
                    case 3, 4, 5 ->
                        Step.get("query_related", "query", query(draw, module), "id", id, "relatedLabel", label);
                    case 6, 7, 8 -> link(id, other.get(), draw.percent(80));
                    default ->
                        Step.get(
                                "relatedtypes", "elementType", draw.of(one.get().module(), module, "Groups"));
                });
    }

    /** The label is usually the one under which records of the other's module are listed. */
    private static Step link(String id, MadeRecord other, boolean right) {
        int place = MODULES.indexOf(other.module());
        String label = right && place >= 0 ? LABELS.get(place) : "Bogus";
        return Step.post(
                "add_related", "sourceRecordId", id, "relatedRecordId", other.symbol(), "relationIdLabel", label);
    }

    private static String query(Draw draw, String module) {
        return "select " + draw.of("*", "id", "count(*)") + " from " + module
                + draw.of("", "", ";", " WHERE id > '0x0'", " WHERE id > '0x0' ORDER BY id LIMIT 2");
    }
}
