package io.github.camelvtiger.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The modules that {@code listtypes} gives the user.
 *
 * @param names API names in the server's order
 * @param labels what people call them, by API name: plural and singular
 * @param recordModules those of them that have records, other than types such as Groups and Currency
 */
public record ModuleTypes(List<String> names, Map<String, List<String>> labels, List<String> recordModules) {

    /** Names that neither the API nor the CRM's pages use, folded, in the singular. */
    private static final Map<String, List<String>> ELSEWHERE = Map.ofEntries(
            Map.entry("sm", List.of("SMSNotifier")),
            Map.entry("activity", List.of("Calendar", "Events")),
            Map.entry("calendartask", List.of("Calendar")),
            Map.entry("people", List.of("Contacts", "Leads")),
            Map.entry("person", List.of("Contacts", "Leads")),
            Map.entry("todo", List.of("Calendar")),
            Map.entry("meeting", List.of("Events")),
            Map.entry("call", List.of("Events", "PBXManager")),
            Map.entry("phonecall", List.of("PBXManager")),
            Map.entry("deal", List.of("Potentials")),
            Map.entry("case", List.of("HelpDesk")),
            Map.entry("company", List.of("Accounts", "CompanyDetails")),
            Map.entry("customer", List.of("Accounts", "Contacts")),
            Map.entry("supplier", List.of("Vendors")),
            Map.entry("note", List.of("Documents", "ModComments")),
            Map.entry("file", List.of("Documents")),
            Map.entry("folder", List.of("DocumentFolders")),
            Map.entry("inventoryitem", List.of("LineItem")));

    public boolean contains(String module) {
        return names.contains(module);
    }

    /**
     * API names that the user may have meant: those of which it is another spelling, the plural or singular, a label, or what
     * people call them elsewhere; else what is alike.
     */
    public List<String> nearest(String meant) {
        String wanted = singular(NearestNames.folded(meant));
        Predicate<String> isMeant = name -> singular(NearestNames.folded(name)).equals(wanted);
        List<String> exact = names.stream().filter(isMeant).toList();
        if (exact.isEmpty()) {
            exact = names.stream()
                    .filter(name ->
                            labels.getOrDefault(name, List.of()).stream().anyMatch(isMeant))
                    .toList();
        }
        if (exact.isEmpty()) {
            exact = ELSEWHERE.getOrDefault(wanted, List.of()).stream()
                    .filter(names::contains)
                    .toList();
        }
        return exact.isEmpty() ? alike(meant) : exact;
    }

    private List<String> alike(String meant) {
        Set<String> nearest = new LinkedHashSet<>(NearestNames.of(meant, names));
        List<String> allLabels = new ArrayList<>();
        labels.values().forEach(allLabels::addAll);
        List<String> likeLabels = NearestNames.of(meant, allLabels);
        labels.forEach((name, called) -> {
            if (called.stream().anyMatch(likeLabels::contains)) {
                nearest.add(name);
            }
        });
        return nearest.stream().limit(3).toList();
    }

    private static String singular(String folded) {
        if (folded.endsWith("ies")) {
            return folded.substring(0, folded.length() - 3) + "y";
        }
        if (folded.endsWith("xes")) {
            return folded.substring(0, folded.length() - 2);
        }
        return folded.endsWith("s") ? folded.substring(0, folded.length() - 1) : folded;
    }
}
