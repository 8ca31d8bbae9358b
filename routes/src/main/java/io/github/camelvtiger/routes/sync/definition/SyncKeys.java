package io.github.camelvtiger.routes.sync.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The keys of a sync file, by section. {@code docs/sync.schema.json} has the same, with descriptions; a test compares them. */
final class SyncKeys {

    static final List<String> FILE = List.of(
            "name",
            "enabled",
            "after",
            "from",
            "to",
            "map",
            "ignore",
            "skip",
            "modules",
            "limits",
            "deletions",
            "scope",
            "start",
            "zone",
            "locale",
            "list",
            "names");

    static final List<String> FROM_CRM =
            List.of("crm", "exclude", "where", "connection", "cron", "sweep", "relations", "files");
    static final List<String> FROM_FILE = List.of("file", "format", "charset", "separator", "sheet");
    static final List<String> TO_CRM = List.of("crm", "match", "connection");
    static final List<String> TO_FILE =
            List.of("file", "name", "format", "charset", "separator", "sheet", "header", "formulas");
    static final List<String> FROM_TABLE = List.of("table", "name", "key", "status", "id", "error");
    static final List<String> TO_TABLE = List.of("table", "mode", "schema", "columns", "order");
    static final List<String> COLUMNS = List.of("block", "hash");

    static final List<String> FROM_URI = List.of("uri", "parameters", "format", "id", "deadLetter");
    static final List<String> TO_URI = List.of("uri", "parameters", "format", "key");

    static final List<String> MODULE = List.of("map", "ignore", "skip", "match", "where", "relations");

    static final List<String> RULE = List.of(
            "from",
            "value",
            "default",
            "values",
            "reference",
            "module",
            "create",
            "owner",
            "date",
            "number",
            "join",
            "split",
            "part",
            "simple",
            "jsonpath");

    static final List<String> RELATIONS = List.of("labels", "sweep");
    static final List<String> LIMITS = List.of("changes", "deletes");
    static final List<String> DELETIONS = List.of("column", "value");

    private static final List<String> FROM_ENDS = List.of("crm", "file", "uri", "table");
    private static final List<String> TO_ENDS = List.of("crm", "file", "uri", "table");

    /** All ends, those that are planned too. */
    static final List<String> ALL_ENDS = List.of("crm", "file", "uri", "table");

    private SyncKeys() {}

    /** The ends that are built; a section {@code from} or {@code to} has exactly one of them. */
    static List<String> ends(String section) {
        return section.equals("from") ? FROM_ENDS : TO_ENDS;
    }

    /** For a section whose end is not known. */
    static Set<String> ofAnyEnd(String section) {
        Set<String> keys = new LinkedHashSet<>(section.equals("from") ? FROM_CRM : TO_CRM);
        keys.addAll(section.equals("from") ? FROM_FILE : TO_FILE);
        keys.addAll(section.equals("from") ? FROM_URI : TO_URI);
        keys.addAll(section.equals("from") ? FROM_TABLE : TO_TABLE);
        return keys;
    }
}
