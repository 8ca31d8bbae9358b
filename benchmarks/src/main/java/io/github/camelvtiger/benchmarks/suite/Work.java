package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.ways.Way;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a process does. */
enum Work {
    EXPORT {
        @Override
        long run(Way way, long records, Path rows) throws Exception {
            return way.export();
        }
    },
    CREATE {
        @Override
        long run(Way way, long records, Path rows) throws Exception {
            List<Map<String, String>> contacts = new ArrayList<>();
            for (int contact = 0; contact < records; contact++) {
                contacts.add(Map.of(
                        "lastname", CREATED + contact, "email", "benchmark@example.com", "assigned_user_id", OWNER));
            }
            way.create(contacts);
            return records;
        }
    },
    UPSERT {
        @Override
        long run(Way way, long records, Path rows) throws Exception {
            List<Map<String, String>> contacts = Files.readAllLines(rows).stream()
                    .map(line -> line.split(",", -1))
                    .map(cells -> Map.of("email", cells[0], "phone", cells[1]))
                    .toList();
            way.upsert(contacts);
            return contacts.size();
        }
    },
    FEED {
        @Override
        long run(Way way, long records, Path rows) throws Exception {
            return way.feed(records);
        }
    };

    /** How the last names of created Contacts begin. */
    static final String CREATED = "Benchmark ";

    /** The first user of each CRM. */
    private static final String OWNER = "19x1";

    /** @param rows a file of {@code email,phone}; null unless the work needs it @return how many records were dealt with */
    abstract long run(Way way, long records, Path rows) throws Exception;
}
