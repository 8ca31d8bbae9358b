package io.github.camelvtiger.routes.sync.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how the records of each module are made: at the top of the file, or below {@code modules:} for several. */
final class PartReader {

    private static final List<String> OF_ONE_MODULE = List.of("map", "ignore", "skip");

    private final Section file;
    private final EndReader ends;

    PartReader(Section file, EndReader ends) {
        this.file = file;
        this.ends = ends;
    }

    List<SyncPart> parts() {
        if (!file.has("modules")) {
            return List.of(part(Optional.empty(), file, ends.match(), ends.where(), ends.relations()));
        }
        OF_ONE_MODULE.stream()
                .filter(file::has)
                .forEach(key -> file.fault(
                        key, "The key '" + key + "' is for a sync of one module; write it below 'modules' for each."));
        if (!ends.match().isEmpty()
                || ends.where().isPresent()
                || !ends.relations().isEmpty()) {
            file.fault(
                    "modules",
                    "With 'modules' the keys 'match', 'where' and 'relations' are those of each module; move them from 'to'"
                            + " and 'from' there.");
        }
        List<SyncPart> parts = new ArrayList<>();
        file.section("modules").ifPresent(modules -> modules.keys()
                .forEach(module -> part(modules, module).ifPresent(parts::add)));
        return parts;
    }

    private Optional<SyncPart> part(Section modules, String module) {
        List<String> known = ends.modules();
        if (!known.isEmpty() && !known.contains(EndReader.ALL) && !known.contains(module)) {
            modules.fault(module, "There is no module '" + module + "' in this sync; " + Faults.remedy(module, known));
        }
        if (ends.source().isPresent()
                && ends.source().get() instanceof Source.Crm from
                && from.exclude().contains(module)) {
            modules.fault(module, "The module '" + module + "' is excluded in 'from'; remove it there or here.");
        }
        return modules.section(module, "module '" + module + "'").map(section -> {
            section.allow(SyncKeys.MODULE);
            if (section.has("where") && isOtherThan(Source.Crm.class, ends.source())) {
                section.fault(
                        "where", "The key 'where' chooses records of a CRM, and this sync reads none; remove it.");
            }
            if (section.has("relations") && isOtherThan(Source.Crm.class, ends.source())) {
                section.fault(
                        "relations",
                        "The key 'relations' is about records of a CRM, and this sync reads none; remove it.");
            }
            if (section.has("match") && isOtherThan(Target.Crm.class, ends.target())) {
                section.fault("match", "The key 'match' finds records of a CRM, and this sync writes none; remove it.");
            }
            return part(
                    Optional.of(module),
                    section,
                    EndReader.values(section.texts("match")),
                    section.text("where").map(Scalar::value),
                    EndReader.relations(section));
        });
    }

    private static boolean isOtherThan(Class<?> crm, Optional<?> end) {
        return end.filter(known -> !crm.isInstance(known)).isPresent();
    }

    private static SyncPart part(
            Optional<String> module, Section section, List<String> match, Optional<String> where, Relations relations) {
        Map<String, FieldRule> rules = RuleReader.rules(section);
        if (rules.containsKey("id") && !match.isEmpty()) {
            section.fault("map", "Records are found by 'match' or by a mapped 'id', not by both; remove one of them.");
        }
        return new SyncPart(
                module,
                rules,
                EndReader.values(section.texts("ignore")),
                section.text("skip").map(Scalar::value),
                match,
                where,
                relations);
    }
}
