package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.names.NearestNames;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which of a module's relations is meant. The server wants the exact label together with the exact module
 * ({@code webservice.md §10}); people write a label in another case, or the module.
 *
 * @param module whose relations they are
 * @param label as it was given; null for none
 * @param relatedModule likewise
 */
record RelationChoice(String module, String label, String relatedModule) {

    /** @throws InvalidRecordException naming the right ones */
    Relation of(List<Relation> relations) {
        List<Relation> ofModule = relatedModule == null
                ? relations
                : matching(relations, relation -> isLike(relation.module(), relatedModule));
        if (label != null) {
            for (Predicate<Relation> meant : List.<Predicate<Relation>>of(
                    relation -> relation.label().equals(label),
                    relation -> isLike(relation.label(), label),
                    relation -> isLike(relation.module(), label))) {
                List<Relation> found = matching(ofModule, meant);
                if (!found.isEmpty()) {
                    return only(found);
                }
            }
        } else if (relatedModule != null && !ofModule.isEmpty()) {
            return only(ofModule);
        }
        throw refused(relations);
    }

    private static List<Relation> matching(List<Relation> relations, Predicate<Relation> meant) {
        return relations.stream().filter(meant).toList();
    }

    private static boolean isLike(String name, String given) {
        return NearestNames.folded(name).equals(NearestNames.folded(given));
    }

    private Relation only(List<Relation> found) {
        if (found.size() > 1) {
            throw invalid(module + " has several relations that fit " + meant() + ": " + listed(found)
                    + "; name one of them by its label.");
        }
        return found.get(0);
    }

    private InvalidRecordException refused(List<Relation> relations) {
        if (relations.isEmpty()) {
            return invalid("The module " + module + " has no relations, so there is none that fits " + meant() + ".");
        }
        return invalid((label == null && relatedModule == null
                        ? "It is not said which relation of " + module + " is meant"
                        : module + " has no relation that fits " + meant())
                + "; its relations are " + listed(relations) + ".");
    }

    private String meant() {
        String byLabel = label == null ? "" : "the label '" + shown(label) + "'";
        String byModule = relatedModule == null ? "" : "the module '" + shown(relatedModule) + "'";
        return byLabel + (byLabel.isEmpty() || byModule.isEmpty() ? "" : " and ") + byModule;
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static String listed(List<Relation> relations) {
        return relations.stream().map(Relation::toString).collect(Collectors.joining(", "));
    }

    private InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of("relatedtypes", module, null));
    }
}
