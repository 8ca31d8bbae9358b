package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.sync.definition.Format.Kind;
import java.nio.charset.Charset;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads what {@code from} and {@code to} say of files. */
final class FileEnd {

    /** What the address of a Camel endpoint would take for something else; no data of a record gets into an address. */
    private static final Pattern OF_ADDRESSES = Pattern.compile("[?#%&]|\\$\\{|\\{\\{|}}");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final List<String> IN_NAMES = List.of("module", "id", "day", "run", "connection");

    private final Section section;

    FileEnd(Section section) {
        this.section = section;
    }

    Optional<String> path() {
        return section.text("file").filter(this::isPath).map(Scalar::value);
    }

    private boolean isPath(Scalar path) {
        if (OF_ADDRESSES.matcher(path.value()).find()) {
            section.refuse("file", path, "is not possible as a path here; choose one without ?, #, %, &, ${ and {{.");
            return false;
        }
        return isOfThisSystem("file", path);
    }

    private boolean isOfThisSystem(String key, Scalar path) {
        try {
            Path.of(path.value());
            return true;
        } catch (InvalidPathException notPossible) {
            section.refuse(key, path, "is not the name of a file on this system; choose another one.");
            return false;
        }
    }

    /** The names of the files that are written. */
    Optional<Scalar> name() {
        return section.text("name").filter(this::isName);
    }

    private boolean isName(Scalar name) {
        List<String> unknown = BRACES.matcher(name.value())
                .results()
                .map((MatchResult braces) -> braces.group(1))
                .filter(inside -> !IN_NAMES.contains(inside))
                .toList();
        unknown.forEach(inside -> section.refuse(
                "name", name, "has {" + inside + "} in it, which is nothing here; " + Faults.remedy(inside, IN_NAMES)));
        String plain = BRACES.matcher(name.value()).replaceAll("x");
        if (!unknown.isEmpty() || !isOfThisSystem("name", new Scalar(name.written(), plain, name.node()))) {
            return false;
        }
        if (OF_ADDRESSES.matcher(plain).find() || plain.contains("{") || plain.contains("}")) {
            section.refuse("name", name, "is not possible as a name here; choose one without ?, #, %, & and ${.");
            return false;
        }
        Path path = Path.of(plain);
        if (path.isAbsolute() || !path.equals(path.normalize()) || path.startsWith("..")) {
            section.refuse("name", name, "leads out of the directory that 'file' names; write a name within it.");
            return false;
        }
        return true;
    }

    /** @param name of the files that are written; its extension decides if {@code format:} does not */
    Format format(Optional<Scalar> name) {
        Optional<Kind> given = section.choice("format", Kind.class);
        Optional<Kind> byName = name.flatMap(text -> kind(text.value()));
        if (name.isPresent() && given.isEmpty() && byName.isEmpty() && !section.has("format")) {
            section.refuse(
                    "name", name.get(), "does not say the kind of the files; end it with .csv, or add 'format'.");
        }
        Optional<Kind> kind = given.or(() -> byName);
        Optional<Scalar> charset = section.text("charset").filter(this::isCharset);
        only("charset", kind, List.of(Kind.CSV, Kind.JSON, Kind.JSONL));
        Optional<String> separator = section.scalar("separator").flatMap(this::separator);
        only("separator", kind, List.of(Kind.CSV));
        Optional<Scalar> sheet = section.text("sheet");
        only("sheet", kind, List.of(Kind.XLSX));
        return new Format(kind, charset.map(Scalar::value).orElse("UTF-8"), separator, sheet.map(Scalar::value));
    }

    private static Optional<Kind> kind(String fileName) {
        return Arrays.stream(Kind.values())
                .filter(kind -> fileName.toLowerCase(Locale.ROOT)
                        .endsWith("." + kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private void only(String key, Optional<Kind> kind, List<Kind> kinds) {
        if (section.has(key) && kind.isPresent() && !kinds.contains(kind.get())) {
            section.fault(
                    key,
                    "The key '" + key + "' has no meaning for files of the format "
                            + kind.get().name().toLowerCase(Locale.ROOT) + "; remove it.");
        }
    }

    private boolean isCharset(Scalar name) {
        try {
            if (Charset.isSupported(name.value())) {
                return true;
            }
        } catch (IllegalArgumentException notAName) {
            // As unknown as one that could be a name.
        }
        section.refuse("charset", name, "is not an encoding that Java knows; write for example UTF-8 or windows-1252.");
        return false;
    }

    private Optional<String> separator(Scalar text) {
        String value = text.value().equals("tab") ? "\t" : text.value();
        if (value.length() == 1 && !value.matches("[\"\\r\\n]")) {
            return Optional.of(value);
        }
        section.refuse("separator", text, "is not one character; write one such as ; or the word tab.");
        return Optional.empty();
    }
}
