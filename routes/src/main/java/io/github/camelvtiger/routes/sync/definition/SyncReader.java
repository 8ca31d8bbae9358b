package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.routes.sync.definition.Limits.Limit;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition.Start;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one sync file whose YAML is sound. */
final class SyncReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,9})|(\\d{1,3}(?:\\.\\d{1,6})?)\\s*%");
    private static final String LIST = ";";

    private final Path path;
    private final Section file;
    private final EndReader ends;

    SyncReader(Path path, Section file) {
        this.path = path;
        this.file = file.allow(SyncKeys.FILE);
        this.ends = new EndReader(file);
    }

    /** Empty only if an end has faults; what is read otherwise is to be used if there is no fault at all. */
    Optional<SyncDefinition> read(String sha256) {
        String name = name();
        List<SyncPart> parts = new PartReader(file, ends).parts();
        Limits limits = limits();
        Optional<Deletions> deletions = deletions();
        Optional<Start> start = file.choice("start", Start.class);
        ZoneId zone = file.text("zone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        Locale locale = file.text("locale").flatMap(this::locale).orElse(Locale.ROOT);
        String list = file.text("list").map(Scalar::value).orElse(LIST);
        boolean names = file.flag("names", false);
        Optional<String> after = file.text("after").map(Scalar::value);
        boolean enabled = file.flag("enabled", true);
        if (ends.source().isEmpty() || ends.target().isEmpty()) {
            return Optional.empty();
        }
        SyncDefinition definition = new SyncDefinition(
                name,
                path,
                sha256,
                ends.source().get(),
                ends.target().get(),
                parts,
                limits,
                deletions.orElseGet(() -> unsaid(ends.target().get())),
                // What a table or a file does not have is missing there; so it begins with all that there is. Who reads
                // messages expects news.
                start.orElse(ends.target().get() instanceof Target.Uri ? Start.NOW : Start.BEGINNING),
                zone,
                locale,
                list,
                names,
                after,
                enabled);
        new SyncRules(definition, file).check();
        return Optional.of(definition);
    }

    /** The file's name without its extension, unless the file gives itself another one. */
    String name() {
        Optional<Scalar> given = file.text("name");
        String name = given.map(Scalar::value).orElseGet(() -> nameOf(path));
        if (!isName(name)) {
            String problem = " is not possible as a name of a sync; use letters, digits, '-', '_' and '.', at most 64.";
            given.ifPresentOrElse(
                    text -> file.refuse("name", text, problem.strip()),
                    () -> file.fault("", "The file's name '" + name + "'" + problem));
        }
        return name;
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private Limits limits() {
        return file.section("limits")
                .map(section -> {
                    section.allow(SyncKeys.LIMITS);
                    return new Limits(limit(section, "changes"), limit(section, "deletes"));
                })
                .orElse(Limits.NONE);
    }

    private static Optional<Limit> limit(Section section, String key) {
        return section.text(key).flatMap(text -> {
            Matcher matcher = LIMIT.matcher(text.value());
            if (matcher.matches() && matcher.group(1) != null) {
                return Optional.of(new Limit(Double.parseDouble(matcher.group(1)), false));
            }
            if (matcher.matches() && Double.parseDouble(matcher.group(2)) <= 100) {
                return Optional.of(new Limit(Double.parseDouble(matcher.group(2)), true));
            }
            section.refuse(
                    key, text, "is not a limit; write a number of records such as 500, or a share such as \"20%\".");
            return Optional.empty();
        });
    }

    /** A table is what the CRM has, unless it is said otherwise. */
    private static Deletions unsaid(Target target) {
        return target instanceof Target.Table ? new Deletions.Events() : new Deletions.None();
    }

    /** Empty if the file does not say. */
    private Optional<Deletions> deletions() {
        Optional<Scalar> scope = file.text("scope");
        if (file.has("deletions") && file.isSection("deletions")) {
            return file.section("deletions").flatMap(section -> {
                section.allow(SyncKeys.DELETIONS);
                SyncKeys.DELETIONS.stream()
                        .filter(key -> !section.has(key))
                        .forEach(key -> section.fault("", "The section 'deletions' needs '" + key + "'; add it."));
                Optional<Scalar> column = section.text("column");
                return section.scalar("value")
                        .filter(value -> column.isPresent())
                        .map(value -> new Deletions.Marked(column.get().value(), value.value()));
            });
        }
        return file.text("deletions")
                .flatMap(text ->
                        file.choice("deletions", text, List.of("true", "false", "missing"), word -> switch (word) {
                            case "true" -> new Deletions.Events();
                            case "missing" ->
                                new Deletions.Missing(scope.map(Scalar::value).orElse(""));
                            default -> new Deletions.None();
                        }));
    }

    private Optional<ZoneId> zone(Scalar text) {
        try {
            return Optional.of(ZoneId.of(text.value()));
        } catch (DateTimeException unknown) {
            List<String> nearest = NearestNames.of(text.value(), ZoneId.getAvailableZoneIds());
            file.refuse(
                    "zone",
                    text,
                    "is not a time zone; "
                            + (nearest.isEmpty()
                                    ? "write one such as Europe/Berlin or UTC."
                                    : "did you mean " + String.join(" or ", nearest) + "?"));
            return Optional.empty();
        }
    }

    private Optional<Locale> locale(Scalar text) {
        Locale locale = Locale.forLanguageTag(text.value().replace('_', '-'));
        if (locale.getLanguage().isEmpty()
                || !Arrays.asList(Locale.getAvailableLocales()).contains(locale)) {
            file.refuse("locale", text, "is not a language that Java knows; write one such as de, de-AT or en-US.");
            return Optional.empty();
        }
        return Optional.of(locale);
    }
}
