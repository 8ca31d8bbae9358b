package io.github.camelvtiger.benchmarks.imports;

import java.nio.file.Path;

/** One way of bringing a CSV file with the columns {@code email} and {@code phone} into Contacts. */
interface Import {

    /** @return how many records were changed */
    long run(Path file) throws Exception;
}
