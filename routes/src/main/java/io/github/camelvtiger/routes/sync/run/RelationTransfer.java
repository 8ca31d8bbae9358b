package io.github.camelvtiger.routes.sync.run;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.sync.migration.MovedIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Adds relations that a record has in the source to the one that it has become, as far as both ends have moved; it removes none. */
final class RelationTransfer {

    private final MovedIds ids;
    private final CrmQuestions source;
    private final CrmQuestions target;
    private final Map<String, Map<String, String>> types = new HashMap<>();
    private final Map<String, Long> left = new TreeMap<>();

    RelationTransfer(MovedIds ids, CrmQuestions source, CrmQuestions target) {
        this.ids = ids;
        this.source = source;
        this.target = target;
    }

    /**
     * @param place of the record in the source, such as {@code Contacts 12x34}
     * @param id that it has become
     */
    void add(String place, String id, List<String> labels) {
        int space = place.indexOf(' ');
        String module = place.substring(0, space);
        for (String label : labels) {
            String related = types.computeIfAbsent(module, source::relations).get(label);
            if (related == null) {
                throw new IllegalStateException(module + " has no relation '" + label + "'; correct 'relations'.");
            }
            add(module, place.substring(space + 1), id, label, related);
        }
    }

    private void add(String module, String from, String to, String label, String related) {
        List<String> wanted = new ArrayList<>();
        for (String id : source.related(from, label, related)) {
            wanted.add(related + " " + id);
        }
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, String> moved = new LinkedHashMap<>(ids.find(wanted));
        if (moved.size() < wanted.size()) {
            left.merge(label + " of " + module, (long) wanted.size() - moved.size(), Long::sum);
        }
        moved.values().removeAll(target.related(to, label, related));
        for (String id : moved.values()) {
            // The component makes sure by reading that they are related then.
            target.ask(
                    "vtiger:addRelated",
                    Map.of(
                            VtigerConstants.RECORD_ID,
                            to,
                            VtigerConstants.RELATED_ID,
                            id,
                            VtigerConstants.RELATION_LABEL,
                            label));
        }
    }

    /** What was left out, since one end has not moved. */
    List<String> notes() {
        return left.isEmpty()
                ? List.of()
                : List.of("relations to records that have not moved: "
                        + left.entrySet().stream()
                                .map(one -> one.getKey() + " (" + one.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }
}
