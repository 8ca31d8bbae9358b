package io.github.camelvtiger.routes.sync.definition;

import io.github.camelvtiger.routes.settings.DurationText;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Where records come from. */
public sealed interface Source {

    /** As lists and logs name it, such as {@code crm Contacts}. */
    String label();

    /** Whether the files of Documents are copied along. */
    enum FileCopies {
        NONE,
        /** The sync does not run if the CRM does not hand them out. */
        REQUIRED,
        /** Those that the CRM does not hand out are counted. */
        OPTIONAL
    }

    /**
     * Files dropped into a directory, or one file.
     *
     * @param path the directory, or the file
     * @param format of its files
     */
    record Files(String path, Format format) implements Source {

        @Override
        public String label() {
            return "file " + path;
        }
    }

    /**
     * Messages of an endpoint of Camel.
     *
     * @param format of their bodies
     * @param id the header that tells messages apart; empty: what the endpoint itself tells them apart by
     * @param deadLetter the endpoint that gets what cannot be written; empty: it is in the rejects only
     */
    record Uri(EndpointUri uri, Format format, Optional<String> id, Optional<EndpointUri> deadLetter)
            implements Source {

        @Override
        public String label() {
            return "uri " + uri.label();
        }
    }

    /**
     * Modules of a Vtiger: its change feed, or a full export at the times of a cron.
     *
     * @param modules their API names; {@code *} alone is all
     * @param exclude of all
     * @param connection a named one; empty is the application's
     * @param cron Quartz; empty is the feed
     * @param sweep how often records are compared to find silent changes, such as {@code 1d}; empty is never
     * @param files whether Documents bring their files
     */
    record Crm(
            List<String> modules,
            List<String> exclude,
            Optional<String> connection,
            Optional<String> cron,
            Optional<String> sweep,
            FileCopies files)
            implements Source {

        /** Stands for every module of the CRM. */
        public static final String ALL = "*";

        public Crm {
            modules = List.copyOf(modules);
            exclude = List.copyOf(exclude);
        }

        /** {@link #sweep} as a duration. */
        public Optional<Duration> sweepEvery() {
            return sweep.flatMap(text -> DurationText.parse(text, ChronoUnit.MILLIS));
        }

        /** Whether it is every module of the CRM; which those are, the CRM says. */
        public boolean isAll() {
            return modules.contains(ALL);
        }

        @Override
        public String label() {
            return "crm " + String.join(", ", modules);
        }
    }

    /**
     * Rows of a table, each of which says what became of it.
     *
     * @param source the named data source
     * @param name of the table, which may have its schema before it
     * @param key the columns that tell one row from another; none means the primary key
     * @param status the column in which the state of a row is noted
     * @param id that for the id of its record
     * @param error that for the reason why it was rejected
     */
    record Table(String source, String name, List<String> key, String status, String id, String error)
            implements Source {

        public Table {
            key = List.copyOf(key);
        }

        @Override
        public String label() {
            return "table " + name + " of " + source;
        }
    }
}
