package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncPart;
import io.github.camelvtiger.routes.sync.definition.Target;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules that a sync reads, and how.
 *
 * @param followed those whose changes can be followed
 * @param whole those whose records have no time of modification, so that changes are found only by reading all of them
 * @param leftOut those that cannot be read by themselves, each with the reason
 * @param undescribed those that the CRM failed to describe, each with its answer; another time it may
 */
public record SourceModules(
        List<String> followed, List<String> whole, Map<String, String> leftOut, Map<String, String> undescribed) {

    private static final String ITEMS = "LineItem";
    private static final String ID = "id";
    private static final String CLOCK = "modifiedtime";

    public SourceModules {
        followed = List.copyOf(followed);
        whole = List.copyOf(whole);
    }

    /** Those that a sync file names. */
    public static SourceModules named(List<String> modules) {
        return new SourceModules(modules, List.of(), Map.of(), Map.of());
    }

    /**
     * All of a CRM but those that the sync excludes.
     *
     * @param types what {@code listTypes} answers
     * @param describe asks the CRM; empty if the user may not read the module; that the CRM does not answer is thrown
     * @throws IllegalArgumentException if the sync names a module that the CRM does not have
     */
    public static SourceModules all(
            SyncDefinition sync, Collection<String> types, Function<String, Optional<ModuleDescription>> describe) {
        Source.Crm from = SourceCrm.of(sync);
        Stream<String> ofColumns =
                sync.to() instanceof Target.Table to ? to.fields().modules() : Stream.empty();
        Stream.of(from.exclude().stream(), configured(sync), ofColumns)
                .flatMap(names -> names)
                .map(name -> unknown(name, types))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(sentence -> {
                    throw new IllegalArgumentException(sentence);
                });
        List<String> followed = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        Map<String, String> undescribed = new LinkedHashMap<>();
        for (String type : types) {
            if (from.exclude().contains(type)) {
                continue;
            }
            if (type.equals(ITEMS)) {
                leftOut.put(type, "its records come with their orders");
                continue;
            }
            try {
                Optional<ModuleDescription> described = describe.apply(type);
                if (described.isEmpty()) {
                    leftOut.put(type, "the user may not read it");
                } else if (described.get().field(CLOCK).isPresent()) {
                    followed.add(type);
                } else if (described.get().field(ID).isPresent()) {
                    whole.add(type);
                } else {
                    leftOut.put(type, "its records have no ids, so they cannot be read");
                }
            } catch (ServerFailureException failed) {
                undescribed.put(type, failed.getMessage());
            }
        }
        return new SourceModules(followed, whole, leftOut, undescribed);
    }

    /**
     * Those that move to another CRM: the ones that both have, and of which a client can create records.
     *
     * @param types what {@code listTypes} of the CRM that is read answers
     * @param describe asks that CRM
     * @param target asks the other one; empty if it does not have the module, or its user may not see it
     * @throws IllegalArgumentException if the sync names a module that the CRM does not have
     */
    public static SourceModules moved(
            SyncDefinition sync,
            Collection<String> types,
            Function<String, Optional<ModuleDescription>> describe,
            Function<String, Optional<ModuleDescription>> target) {
        SourceModules all = all(sync, types, describe);
        List<String> moved = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>(all.leftOut());
        for (String module : all.followed()) {
            Optional<ModuleDescription> there = target.apply(module);
            if (there.isEmpty()) {
                leftOut.put(module, "the other CRM does not have it, or its user may not see it");
            } else if (Boolean.FALSE.equals(there.get().raw().get("createable"))) {
                leftOut.put(module, "the user of the other CRM may not create its records");
            } else {
                moved.add(module);
            }
        }
        for (String module : all.whole()) {
            leftOut.put(
                    module,
                    "its records are settings of the CRM, of which users, groups and the like are found by name");
        }
        return new SourceModules(moved, List.of(), leftOut, all.undescribed());
    }

    /** The modules of which the sync file says something of their own. */
    public static Stream<String> configured(SyncDefinition sync) {
        return sync.parts().stream().map(SyncPart::module).flatMap(Optional::stream);
    }

    /** What to say of a name in a sync of all modules that is not one of them; empty if it is. */
    public static Optional<String> unknown(String name, Collection<String> types) {
        if (types.contains(name)) {
            return Optional.empty();
        }
        List<String> nearest = NearestNames.of(name, types);
        return Optional.of("There is no module '" + name + "' that the user may see; "
                + (nearest.isEmpty()
                        ? "the modules are " + String.join(", ", types) + "."
                        : "did you mean " + String.join(" or ", nearest) + "?"));
    }

    /** Those that are read in any way. */
    public List<String> read() {
        return Stream.concat(followed.stream(), whole.stream()).toList();
    }

    /** What is left out, in one sentence without its full stop; empty if nothing is. */
    public Optional<String> omissions() {
        return leftOut.isEmpty() && undescribed.isEmpty()
                ? Optional.empty()
                : Optional.of("left out: "
                        + Stream.concat(leftOut.entrySet().stream(), undescribed.entrySet().stream())
                                .map(module -> module.getKey() + " (" + module.getValue() + ")")
                                .collect(Collectors.joining(", ")));
    }
}
