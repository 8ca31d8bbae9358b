package io.github.camelvtiger.routes.sync.definition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where records go. */
public sealed interface Target {

    /** As lists and logs name it, such as {@code crm Leads}. */
    String label();

    /**
     * A Vtiger.
     *
     * @param modules their API names; {@code *} alone is all of the source
     * @param connection a named one; empty is the application's
     * @param same whether the records of another CRM move here, each into the module of the same name: which record has become
     *     which is then remembered, and references follow
     */
    record Crm(List<String> modules, Optional<String> connection, boolean same) implements Target {

        /** In place of modules: those of the source. */
        static final String SAME = "same";

        public Crm {
            modules = List.copyOf(modules);
        }

        @Override
        public String label() {
            return same ? "crm " + SAME : "crm " + String.join(", ", modules);
        }
    }

    /**
     * Tables of a database, one for each module.
     *
     * @param source the named data source
     * @param fields which of the modules' fields are kept, and how
     */
    record Table(String source, Mode mode, Evolution evolution, Columns fields, Order order) implements Target {

        /** What becomes of states of records that are not the present one. */
        public enum Mode {
            /** Nothing: a row is its record as it is now, and goes with it. */
            LIVE,
            /** The row of a deleted record stays, and says when it was deleted. */
            SOFT,
            /** Each state that was delivered is a row, with the time for which it held. */
            HISTORY
        }

        /** What becomes of the tables when fields of modules are added, removed or given another type. */
        public enum Evolution {
            /** They follow. */
            EVOLVE,
            /** The sync stops. */
            FREEZE,
            /** They stay as they are. */
            DISCARD
        }

        /** Which records a new table has first. */
        public enum Order {
            OLDEST,
            NEWEST
        }

        /**
         * Fields that are not kept as they are: {@code FIELD} in every module, {@code MODULE.FIELD} in one.
         *
         * @param block those that are not kept at all
         * @param hash those of which a hash is kept
         */
        public record Columns(List<String> block, List<String> hash) {

            public static final Columns ALL = new Columns(List.of(), List.of());

            public Columns {
                block = List.copyOf(block);
                hash = List.copyOf(hash);
            }

            public boolean blocks(String module, String field) {
                return names(block, module, field);
            }

            public boolean hashes(String module, String field) {
                return names(hash, module, field);
            }

            /** The modules of which a field is named, and no other module's of that name. */
            public Stream<String> modules() {
                return Stream.concat(block.stream(), hash.stream())
                        .filter(name -> name.contains("."))
                        .map(name -> name.substring(0, name.indexOf('.')))
                        .distinct();
            }

            private static boolean names(List<String> fields, String module, String field) {
                return fields.contains(field) || fields.contains(module + "." + field);
            }
        }

        @Override
        public String label() {
            return "table " + source;
        }
    }

    /**
     * Files below a directory.
     *
     * @param path the directory
     * @param name of each file, with {@code {module} {id} {day} {run} {connection}}; those decide whether a file holds one
     *     record, a day or a run
     * @param format of the files
     * @param labels whether columns are named by the module's labels instead of API names
     * @param formulas whether cells that a spreadsheet would compute are kept as they are; neutralised otherwise
     */
    record Files(String path, String name, Format format, boolean labels, boolean formulas) implements Target {

        /** What one file holds. */
        public enum Span {
            RECORD,
            DAY,
            RUN
        }

        @Override
        public String label() {
            return "file " + path + "/" + name;
        }

        public Span span() {
            if (name.contains("{id}")) {
                return Span.RECORD;
            }
            return name.contains("{day}") ? Span.DAY : Span.RUN;
        }
    }

    /**
     * An endpoint of Camel, which gets a message for each record.
     *
     * @param format of their bodies
     * @param key the field whose value is the key of each message
     */
    record Uri(EndpointUri uri, Format format, String key) implements Target {

        /** Unless the sync file names another field. */
        public static final String ID = "id";

        @Override
        public String label() {
            return "uri " + uri.label();
        }
    }
}
