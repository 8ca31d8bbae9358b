package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.settings.DurationText;
import io.github.camelvtiger.routes.sync.definition.Source.FileCopies;
import java.text.ParseException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.quartz.CronExpression;

/** Reads the sections {@code from} and {@code to}: the two ends of a sync. */
final class EndReader {

    /** All modules of a CRM. */
    static final String ALL = Source.Crm.ALL;

    private static final Duration SHORTEST_SWEEP = Duration.ofMinutes(1);

    private final Optional<Source> source;
    private final Optional<Target> target;
    private final Optional<String> where;
    private final Relations relations;
    private final List<String> match;

    EndReader(Section file) {
        Optional<Section> from = end(file, "from", "records come from");
        Optional<Section> to = end(file, "to", "records go to");
        source = from.flatMap(EndReader::source);
        target = to.flatMap(section -> target(section, source));
        where = from.filter(section -> section.has("crm"))
                .flatMap(section -> section.text("where"))
                .map(Scalar::value);
        relations = from.filter(section -> section.has("crm"))
                .map(EndReader::relations)
                .orElse(Relations.NONE);
        match = to.filter(section -> section.has("crm"))
                .map(section -> values(section.texts("match")))
                .orElse(List.of());
    }

    private static Optional<Source> source(Section from) {
        if (from.has("crm")) {
            return crmSource(from);
        }
        if (from.has("table")) {
            return new StagingEnd(from).source();
        }
        return from.has("uri") ? new UriEnd(from, Components.Use.SOURCE).source() : fileSource(from);
    }

    private static Optional<Target> target(Section to, Optional<Source> source) {
        if (to.has("crm")) {
            return new CrmTarget(to).read(source);
        }
        if (to.has("table")) {
            to.allow(SyncKeys.TO_TABLE);
            return new TableEnd(to).target();
        }
        return to.has("uri") ? new UriEnd(to, Components.Use.TARGET).target() : fileTarget(to);
    }

    /** Empty if it has faults. */
    Optional<Source> source() {
        return source;
    }

    /** Empty if it has faults. */
    Optional<Target> target() {
        return target;
    }

    /** {@code where:} of the source, which is for its only module. */
    Optional<String> where() {
        return where;
    }

    /** {@code relations:} of the source, which are those of its only module. */
    Relations relations() {
        return relations;
    }

    /** {@code match:} of the target, which is for its only module. */
    List<String> match() {
        return match;
    }

    /** The modules that the target names, or the source if only that is a CRM; {@code *} alone is all. */
    List<String> modules() {
        if (target.isPresent() && target.get() instanceof Target.Crm crm) {
            return crm.modules();
        }
        return source.isPresent() && source.get() instanceof Source.Crm crm ? crm.modules() : List.of();
    }

    /** The section, if it has exactly one end, and one that is built. */
    private static Optional<Section> end(Section file, String key, String meaning) {
        if (!file.has(key)) {
            file.fault(
                    "",
                    "The sync file does not say where " + meaning + "; add '" + key + ": { crm: MODULE }' or '" + key
                            + ": { file: DIRECTORY }'.");
            return Optional.empty();
        }
        Optional<Section> section = file.section(key);
        section.ifPresent(EndSecrets::check);
        return section.filter(found -> hasOneEnd(key, found));
    }

    private static boolean hasOneEnd(String key, Section section) {
        List<String> ends = SyncKeys.ALL_ENDS.stream().filter(section::has).toList();
        String built = words(SyncKeys.ends(key));
        if (ends.isEmpty()) {
            section.allow(SyncKeys.ofAnyEnd(key));
            section.fault("", "The section '" + key + "' names no end; write " + built + " in it.");
            return false;
        }
        if (ends.size() > 1) {
            section.fault(
                    ends.get(1),
                    "The section '" + key + "' has more than one end: " + String.join(" and ", ends)
                            + "; keep one of them.");
            return false;
        }
        if (!SyncKeys.ends(key).contains(ends.get(0))) {
            section.fault(
                    ends.get(0),
                    "The end '" + ends.get(0) + "' of '" + key + "' is not built yet; use " + built
                            + ", or a route of your own.");
            return false;
        }
        return true;
    }

    private static String words(List<String> names) {
        return String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.get(names.size() - 1);
    }

    private static Optional<Source> crmSource(Section from) {
        from.allow(SyncKeys.FROM_CRM);
        List<String> modules = modules(from);
        List<String> exclude = values(from.texts("exclude"));
        if (from.has("exclude") && !modules.contains(ALL)) {
            from.fault("exclude", "The key 'exclude' has a meaning only with 'crm: \"*\"'; remove it.");
        }
        Stream.of("where", "relations").filter(from::has).forEach(key -> {
            if (modules.size() > 1) {
                from.fault(
                        key,
                        "The key '" + key
                                + "' in 'from' is for one module; with several write it below 'modules' for each.");
            } else if (modules.contains(ALL)) {
                from.fault(
                        key,
                        "The key '" + key
                                + "' in 'from' is for one module; write it below 'modules' for those it is of.");
            }
        });
        Optional<Scalar> cron = from.text("cron").filter(text -> isSchedule(from, text));
        Optional<Scalar> sweep = from.text("sweep").filter(text -> isSweep(from, text));
        if (from.has("cron") && from.has("sweep")) {
            from.fault("sweep", "A full export at the times of 'cron' finds every change; remove 'sweep' or 'cron'.");
        }
        if (modules.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Source.Crm(
                modules,
                exclude,
                from.text("connection").map(Scalar::value),
                cron.map(Scalar::value),
                sweep.map(Scalar::value),
                files(from)));
    }

    /** A label or a list of them, or a section that has them and says how often they are looked at. */
    static Relations relations(Section section) {
        if (!section.has("relations") || !section.isSection("relations")) {
            return new Relations(values(section.texts("relations")), Optional.empty());
        }
        return section.section("relations")
                .map(relations -> {
                    relations.allow(SyncKeys.RELATIONS);
                    if (!relations.has("labels")) {
                        relations.fault("", "The section 'relations' needs 'labels'; add it.");
                    }
                    return new Relations(
                            values(relations.texts("labels")),
                            relations
                                    .text("sweep")
                                    .filter(text -> isSweep(relations, text))
                                    .flatMap(text -> DurationText.parse(text.value(), ChronoUnit.MILLIS)));
                })
                .orElse(Relations.NONE);
    }

    private static FileCopies files(Section from) {
        return from.scalar("files")
                .flatMap(value ->
                        from.choice("files", value, List.of("true", "false", "optional"), word -> switch (word) {
                            case "true" -> FileCopies.REQUIRED;
                            case "optional" -> FileCopies.OPTIONAL;
                            default -> FileCopies.NONE;
                        }))
                .orElse(FileCopies.NONE);
    }

    private static boolean isSchedule(Section from, Scalar text) {
        try {
            if (new CronExpression(text.value()).getNextValidTimeAfter(new Date()) != null) {
                return true;
            }
            from.refuse("cron", text, "is a schedule that never comes to pass; write one such as 0 0 2 * * ?.");
        } catch (ParseException | RuntimeException notUnderstood) {
            from.refuse(
                    "cron",
                    text,
                    "is not a schedule of Quartz; write second minute hour day-of-month month day-of-week, such as"
                            + " 0 0 2 * * ? for two o'clock every night.");
        }
        return false;
    }

    private static boolean isSweep(Section from, Scalar text) {
        boolean sound = DurationText.parse(text.value(), ChronoUnit.MILLIS)
                .filter(duration -> duration.compareTo(SHORTEST_SWEEP) >= 0)
                .isPresent();
        if (!sound) {
            from.refuse("sweep", text, "is not a duration of at least a minute; write one such as 1d or 12h.");
        }
        return sound;
    }

    private static Optional<Source> fileSource(Section from) {
        from.allow(SyncKeys.FROM_FILE);
        FileEnd end = new FileEnd(from);
        Format format = end.format(Optional.empty());
        return end.path().map(path -> new Source.Files(path, format));
    }

    private static Optional<Target> fileTarget(Section to) {
        to.allow(SyncKeys.TO_FILE);
        FileEnd end = new FileEnd(to);
        boolean labels = to.scalar("header")
                .flatMap(value -> to.choice("header", value, List.of("names", "labels"), "labels"::equals))
                .orElse(false);
        boolean formulas = to.flag("formulas", false);
        Optional<Scalar> name = end.name();
        Format format = end.format(name);
        String extension = format.kind().orElse(Format.Kind.CSV).name().toLowerCase(Locale.ROOT);
        return end.path()
                .map(path -> new Target.Files(
                        path, name.map(Scalar::value).orElse("{module}-{day}." + extension), format, labels, formulas));
    }

    static List<String> modules(Section end) {
        List<Scalar> modules = end.texts("crm");
        if (modules.size() > 1) {
            modules.stream()
                    .filter(module -> module.value().equals(ALL))
                    .forEach(all -> end.refuse("crm", all, "means all modules; remove the others or it."));
        }
        return values(modules);
    }

    static List<String> values(List<Scalar> texts) {
        return texts.stream().map(Scalar::value).toList();
    }
}
